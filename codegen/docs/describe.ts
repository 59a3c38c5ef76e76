/** What there is to say about a relocation type, once, for the documentation and for `explain`. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { checkText, movingCheck } from '../../relocator-dsl/check.ts';
import { withSymbol } from '../../relocator-dsl/expression.ts';
import { type Field, isWholeWord } from '../../relocator-dsl/field.ts';
import { type LoaderSupport, loadersOf } from '../../relocator-dsl/loaders.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { fieldMotion, motionText } from '../../relocator-dsl/motion.ts';
import type { RelocationType, Rule } from '../../relocator-dsl/rule.ts';
import type { WeakForm } from '../../relocator-dsl/rule-facets.ts';
import { drawField } from './field-picture.ts';

interface Described {
  readonly arch: string;
  readonly name: string;
  readonly type: number;
  /** What others call it. */
  readonly otherNames: readonly string[];
  /** Loaders and whether they know the type. */
  readonly loaders: readonly LoaderSupport[];
}

export interface RuleDescription extends Described {
  readonly kind: 'rule';
  /** X in psABI notation. */
  readonly formula: string;
  /** The container in words. */
  readonly field: string;
  readonly picture: readonly string[];
  readonly check: string;
  /** The conditions under which the rule is refused, in sentences. */
  readonly errors: readonly string[];
  /** Instruction forms that are refused, and why. */
  readonly exclusions: readonly string[];
  /** What becomes of the field when the image slides by D, by the kind of the symbol; weak: undefined, with a stand-in. */
  readonly motion: { readonly image: string; readonly fixed: string; readonly weak?: string };
  readonly dynamic: boolean;
  /** What the GOT slot holds. */
  readonly slot?: string;
  readonly relaxations: readonly string[];
  /** What stands for S when the symbol is weak and undefined. */
  readonly undefinedWeak?: string;
  /** What becomes of instructions with such a symbol. */
  readonly weakForms: readonly string[];
  readonly notes: string;
  readonly example: string;
  readonly source: string;
}

export interface MarkerDescription extends Described {
  readonly kind: 'marker';
  readonly notes: string;
  readonly source: string;
}

export interface RefusalDescription extends Described {
  readonly kind: 'refusal';
  readonly reason: string;
  readonly remedy: string;
}

export type TypeDescription = RuleDescription | MarkerDescription | RefusalDescription;

/** Describes one type of `architecture`. */
export function describeType(architecture: Architecture, entry: RelocationType): TypeDescription {
  const { machine } = architecture;
  const named = {
    arch: machine.arch,
    name: entry.name,
    type: entry.type,
    otherNames: [...architecture.byOtherName].flatMap(([other, type]) => (type === entry ? [other] : [])),
    loaders: loadersOf(architecture, entry.name),
  };
  switch (entry.kind) {
    case 'rule':
      return describeRule(named, entry, machine);
    case 'marker':
      return { ...named, kind: 'marker', notes: entry.notes, source: entry.source };
    case 'refusal':
      return { ...named, kind: 'refusal', reason: entry.reason, remedy: entry.remedy };
  }
}

function describeRule(named: Described, rule: Rule, machine: Machine): RuleDescription {
  const { relaxations, distance, absolute, excluded, bases, weak: weakForms = [] } = rule.instruction ?? {};
  const weak = rule.target?.weak;
  return {
    ...named,
    kind: 'rule',
    formula: `${rule.value}`,
    field: fieldText(rule.field, machine),
    picture: drawField(rule.field),
    check: checkText(rule.check),
    errors: errorsOf(rule, machine),
    exclusions: [excluded, bases].flatMap((each) => (each ? [each.reason] : [])),
    motion: {
      image: motionText(fieldMotion(rule, 'image')),
      fixed: motionText(fieldMotion(rule, 'fixed')),
      ...(weak
        ? { weak: motionText(fieldMotion({ ...rule, value: withSymbol(rule.value, weak) }, 'fixed')) }
        : {}),
    },
    dynamic: rule.dynamic ?? false,
    ...(rule.got ? { slot: `${rule.got.slot}` } : {}),
    relaxations: [
      ...(relaxations ?? []),
      ...(distance ? [distance] : []),
      ...(absolute ? [{ ...absolute, text: `of no address of the image: ${absolute.text}` }] : []),
    ]
      .map(({ text, becomes }) => `${text}, then ${becomes}`)
      .concat((bases?.forms ?? []).map(({ text, sections }) => `${text}, in ${sections.join(', ')}`)),
    ...(weak ? { undefinedWeak: `${weak}` } : {}),
    weakForms: weakForms.map(weakFormText),
    notes: rule.notes,
    example: rule.example,
    source: rule.source,
  };
}

function weakFormText(form: WeakForm): string {
  return 'standIn' in form ? `${form.text}, with S = ${form.standIn}` : form.text;
}

function fieldText(field: Field, machine: Machine): string {
  const order = field.kind === 'word' ? machine.dataOrder : machine.instructionOrder;
  const size = field.bytes * 8;
  const endian = field.bytes === 1 ? '' : ` ${order}-endian`;
  if (field.bundled === 1) return '41-bit instruction of a bundle, which the low two bits of P number';
  if (field.bundled === 2) return 'the last two instructions of a bundle, 41 bits each';
  if (field.apart)
    return `two ${size / 2}-bit${endian} instructions, at P and at P + A, the second above the first`;
  if (field.kind === 'word') return `${size}-bit${endian} data word`;
  if (isWholeWord(field)) return `${size}-bit${endian} immediate in an instruction`;
  return `${size}-bit${endian} instruction`;
}

function errorsOf({ check, instruction, field }: Rule, machine: Machine): string[] {
  const errors: string[] = [];
  if (check.range) errors.push(`X is out of range unless ${checkText({ range: check.range })}.`);
  if (check.moving) {
    errors.push(`What moves with the image is out of range unless ${checkText(movingCheck(check))}.`);
  }
  if (check.multipleOf) {
    const unless = check.odd === 'exempt' ? ', unless it is odd' : '';
    errors.push(`X must be a multiple of ${check.multipleOf}${unless}.`);
  }
  if (check.odd === 'required') errors.push('X must be odd.');
  if (check.rest) errors.push(`X is out of range unless ${checkText({ rest: check.rest })}.`);
  if (errors.length === 0) {
    const whole = isWholeWord(field) && field.bytes * 8 >= machine.wordBits;
    errors.push(
      whole
        ? 'None from the value: the field holds every one.'
        : 'None from the value: bits that the field does not hold are dropped.',
    );
  }
  if (instruction?.excluded) {
    errors.push(`Some instruction forms are refused: ${sentence(instruction.excluded.reason)}`);
  }
  return errors;
}

/** `text` with a full stop at its end. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The loaders of purgatories that know a type, for one line; those that do not are left out. */
export function loadersText(loaders: readonly LoaderSupport[]): string {
  return knowingText(loaders.filter(loadsPurgatories)) || 'none';
}

/** What loaders do with a type, in sentences: one for each of those for purgatories, then one for all others. */
export function loaderTexts(loaders: readonly LoaderSupport[]): string[] {
  const others = loaders.filter((support) => !loadsPurgatories(support));
  const knowing = knowingText(others);
  const remarks = others.filter(({ note, until }) => note !== undefined || until !== undefined);
  return [
    ...loaders.filter(loadsPurgatories).map(loaderText),
    ...(knowing === '' ? [] : [`known to ${knowing}`]),
    ...remarks.map(loaderText),
  ];
}

function loadsPurgatories({ loader }: LoaderSupport): boolean {
  return loader.does === 'loads purgatories';
}

function loaderText({ loader, known, since, until, note }: LoaderSupport): string {
  const applies = `applies it${since === undefined ? '' : ` since ${since}`}`;
  const before = until === undefined ? 'does not know it' : `does not know it since ${until}`;
  return `${loader.name} ${known ? applies : before}${note === undefined ? '' : `; ${note}`}`;
}

/** The names of those that know a type. */
function knowingText(loaders: readonly LoaderSupport[]): string {
  return loaders
    .filter(({ known }) => known)
    .map(({ loader, since }) => (since === undefined ? loader.name : `${loader.name} (${since})`))
    .join(', ');
}

/** To which symbols the motion called `fixed` applies. */
export function fixedSymbols({ motion }: RuleDescription): string {
  return motion.weak === undefined ? 'absolute or weak undefined symbol' : 'absolute symbol';
}

/** A description as plain text, wrapped for terminals. */
export function descriptionText(description: TypeDescription): string {
  const lines = [`${description.name} (${description.type}), ${description.arch}`];
  const add = (label: string, text: string): void => {
    const indent = ' '.repeat(LABEL_WIDTH + 2);
    const [first = '', ...rest] = text.split('\n').flatMap((line) => wrapped(line, TEXT_WIDTH));
    lines.push(`  ${`${label}:`.padEnd(LABEL_WIDTH)}${first}`, ...rest.map((line) => `${indent}${line}`));
  };
  if (description.otherNames.length > 0) add('also', description.otherNames.join(', '));
  switch (description.kind) {
    case 'rule':
      add('formula', `X = ${description.formula}`);
      add('field', `${description.field}; empty cells are kept`);
      lines.push('', ...description.picture.map((line) => `    ${line}`), '');
      add('check', description.check);
      for (const exclusion of description.exclusions) add('refused', exclusion);
      add('motion', `when the image slides by D, the field\n${motionLines(description).join('\n')}`);
      if (description.dynamic) add('where', 'only in linked images, as a dynamic relocation');
      if (description.slot !== undefined) add('GOT slot', `holds ${description.slot}`);
      for (const relaxation of description.relaxations) add('relaxation', relaxation);
      if (description.undefinedWeak !== undefined) {
        add('weak', `S = ${description.undefinedWeak} when the symbol is weak and undefined`);
      }
      for (const form of description.weakForms) add('weak', form);
      add('notes', description.notes);
      add('example', description.example);
      add('source', description.source);
      break;
    case 'marker':
      add('stores', 'nothing');
      add('notes', description.notes);
      add('source', description.source);
      break;
    case 'refusal':
      add('refused', description.reason);
      add('remedy', description.remedy);
      break;
  }
  add('loaders', loaderTexts(description.loaders).join('\n') || 'none');
  return `${lines.join('\n')}\n`;
}

function motionLines(description: RuleDescription): string[] {
  const { image, fixed, weak } = description.motion;
  return [
    `${image} (symbol in the image)`,
    `${fixed} (${fixedSymbols(description)})`,
    ...(weak === undefined ? [] : [`${weak} (weak undefined symbol)`]),
  ];
}

/** `text` in lines of at most `width` characters, broken at blanks. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const LABEL_WIDTH = 12;
const TEXT_WIDTH = 86;
