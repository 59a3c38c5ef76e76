/** Fields as object literals of a reference model, each named after its container and the value bits that it shows. */
import {
  containerBits,
  type Field,
  fieldMask,
  inExtractionOrder,
  isWholeWord,
  type Magnitude,
  roundingOf,
  type Slice,
  sliceMask,
  valueBits,
  word,
} from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { docComment, hexCode, LINE_WIDTH, quoted } from './text.ts';

export interface NamedField {
  readonly name: string;
  readonly code: string;
  /** Its declaration; undefined for those that the models share. */
  readonly statement: string | undefined;
}

/** The fields of rules, those that do the same as one. */
export class Fields {
  readonly #named = new Map<string, NamedField>();
  readonly #wordBits: 32 | 64;

  /** @throws RangeError when two that differ would have one name */
  constructor(rules: readonly Rule[], wordBits: 32 | 64) {
    this.#wordBits = wordBits;
    const distinct = new Map(rules.map(({ field }) => [fieldCode(field, wordBits), field]));
    const short = [...distinct.values()].map(fieldName);
    const taken = new Set<string>();
    for (const [code, field] of distinct) {
      const alone = short.filter((other) => other === fieldName(field)).length === 1;
      const name = alone ? fieldName(field) : `${fieldName(field)}_at_${positions(field)}`;
      if (taken.has(name)) throw new RangeError(`two fields would be called ${name}`);
      taken.add(name);
      const statement = SHARED_CODE.has(code) ? undefined : fieldStatement(name, field, code);
      this.#named.set(code, { name, code, statement });
    }
  }

  /** @throws RangeError for a rule that was not among those given */
  of({ name, field }: Rule): NamedField {
    const named = this.#named.get(fieldCode(field, this.#wordBits));
    if (!named) throw new RangeError(`the field of ${name} has no name`);
    return named;
  }
}

/** Whole words no wider than the machine's, which the models share. */
const SHARED = ([8, 16, 32, 64] as const).map((size) => word(size));
const SHARED_CODE: ReadonlySet<string> = new Set(SHARED.map((field) => fieldCode(field, 64)));

/** The declarations of the fields that models share, by name. */
export function sharedFieldStatements(): Map<string, string> {
  return new Map(
    SHARED.map((field) => {
      const name = fieldName(field);
      return [name, fieldStatement(name, field, fieldCode(field, 64))];
    }),
  );
}

function fieldStatement(name: string, field: Field, code: string): string {
  return `${docComment(fieldText(field))}\nconst ${name}: ReferenceField = ${code};`;
}

/** The name of a field where no other shows the same bits of the value in such a container. */
function fieldName(field: Field): string {
  const { slices, signSelect, magnitude } = field;
  const container = containerName(field);
  if (field.kind === 'word' && isWholeWord(field)) return container;
  const parts = [container, valueBits(field) - 1, Math.min(...slices.map(({ from }) => from))];
  if (slices.some(({ rounded }) => rounded)) parts.push('rounded');
  if (slices.some(({ flippedUnless }) => flippedUnless !== undefined)) parts.push('flipped');
  if (signSelect) parts.push('signed');
  if (magnitude) parts.push(magnitude.rotated ? 'piece' : 'rest', magnitude.without);
  return parts.join('_');
}

function containerName({ kind, bytes, apart, bundled }: Field): string {
  if (bundled !== undefined) return bundled === 1 ? 'bundled' : 'bundledPair';
  if (apart) return 'apart';
  if (kind === 'instruction' && bytes === 8) return 'pair';
  return `${kind === 'word' ? 'word' : 'insn'}${bytes * 8}`;
}

/** Container bits at which slices land, highest first. */
function positions({ slices }: Field): string {
  return descending(slices)
    .map(({ at }) => at)
    .join('_');
}

function descending(slices: readonly Slice[]): Slice[] {
  return [...slices].sort((a, b) => b.at - a.at);
}

/** Where the value goes, in words. */
function fieldText({ slices, zeros, signSelect, magnitude }: Field): string {
  const shown = descending(slices).map(({ from, to, at, rounded, flippedUnless }) => {
    const bits = from === to ? `X[${from}]` : `X[${to}:${from}]`;
    const flipped = flippedUnless === undefined ? '' : ` (flipped unless X[${flippedUnless}] is set)`;
    return `${bits} at bit ${at}${rounded ? ' (rounded)' : ''}${flipped}`;
  });
  const parts = [shown.join(', ')];
  if (zeros) {
    const cleared = zeros.map(({ low, high }) => (low === high ? `bit ${low}` : `bits ${high} to ${low}`));
    parts.push(`0 at ${cleared.join(', ')}`);
  }
  if (signSelect)
    parts.push(`1 at bit ${signSelect.opcodeBit}, or, where X is negative, 0 there and ~X for X`);
  if (magnitude) {
    const { opcode, without, rotated } = magnitude;
    const rest = `|X| without ${without} leading pieces`;
    const [add, subtract] = [opcode.add, opcode.subtract].map(hexCode);
    parts.push(
      `X is ${rotated ? `the leading piece, rotated, of ${rest}` : rest}`,
      `of bits ${hexCode(opcode.mask)} ${add}, or, where X is negative, ${subtract}`,
    );
  }
  return `${parts.join('; ')}.`;
}

function fieldCode(field: Field, wordBits: 32 | 64): string {
  const { bytes, kind, apart, bundled } = field;
  return [
    '{',
    `  bytes: ${bytes},`,
    `  kind: ${quoted(kind)},`,
    ...(apart ? ['  apart: true,'] : []),
    ...(bundled === undefined ? [] : [`  bundled: ${bundled},`]),
    ...insertLines(field, wordBits),
    ...extractLines(field),
    '}',
  ].join('\n');
}

function insertLines(field: Field, wordBits: 32 | 64): string[] {
  const { signSelect, magnitude, slices } = field;
  const chooses = signSelect ?? magnitude;
  // A word of 32 bits in a wider container goes on with its sign.
  const wider = valueBits(field) > wordBits;
  if (!chooses && isWholeWord(field)) {
    const X = wider ? 'signedWord(value)' : 'value';
    return [`  insert: (_container, value) => BigInt.asUintN(${field.bytes * 8}, ${X}),`];
  }
  const from = chooses ? 'shown' : wider ? 'X' : 'value';
  const whole = fieldMask(field) === (1n << BigInt(containerBits(field))) - 1n;
  const terms = [
    ...(whole ? [] : [`(container & ~${hexCode(fieldMask(field))})`]),
    ...(chooses ? ['opcode'] : []),
    ...descending(slices).map((slice) => insertedCode(slice, from)),
  ];
  const container = whole ? '_container' : 'container';
  if (!chooses && !wider) return arrowLines('insert', `${container}, value`, terms);
  return [
    `  insert(${container}, value) {`,
    '    const X = signedWord(value);',
    ...(signSelect
      ? [
          '    const shown = X < 0n ? ~X : X;',
          `    const opcode = X < 0n ? 0n : ${hexCode(1n << BigInt(signSelect.opcodeBit))};`,
        ]
      : []),
    ...(magnitude ? magnitudeLines(magnitude) : []),
    ...statementLines('return', terms),
    '  },',
  ];
}

function magnitudeLines({ opcode, without, rotated }: Magnitude): string[] {
  const rest = without === 0 ? 'X < 0n ? -X : X' : `withoutPieces(X < 0n ? -X : X, ${without})`;
  return [
    `    const shown = ${rotated ? `rotatedPiece(${rest})` : rest};`,
    `    const opcode = X < 0n ? ${hexCode(opcode.subtract)} : ${hexCode(opcode.add)};`,
  ];
}

function extractLines(field: Field): string[] {
  const { signSelect, magnitude, slices } = field;
  if (!signSelect && isWholeWord(field)) return ['  extract: (container) => container,'];
  const [first, ...others] = inExtractionOrder(slices);
  const plain = slices.filter(({ rounded, flippedUnless }) => !rounded && flippedUnless === undefined);
  // A rounded slice on its own is taken for bits of a value whose lower ones are 0.
  const atOnce = others.length === 0 && first?.flippedUnless === undefined && first ? [first] : plain;
  const later = inExtractionOrder(slices).filter((slice) => !atOnce.includes(slice));
  const terms = descending(atOnce).map((slice) => slotCode('container', slice.at, slice, slice.from));
  if (later.length === 0 && !signSelect && !magnitude) return arrowLines('extract', 'container', terms);
  return [
    '  extract(container) {',
    ...statementLines(`${later.length > 0 ? 'let' : 'const'} value =`, terms.length > 0 ? terms : ['0n']),
    ...later.map((slice) => `    value |= ${extractedCode(slice)};`),
    signSelect
      ? `    return (container & ${hexCode(1n << BigInt(signSelect.opcodeBit))}) === 0n ? BigInt.asUintN(64, ~value) : value;`
      : magnitude
        ? extractedMagnitude(magnitude)
        : '    return value;',
    '  },',
  ];
}

function extractedMagnitude({ opcode, rotated }: Magnitude): string {
  const held = rotated ? 'unrotated(value)' : 'value';
  return (
    `    return (container & ${hexCode(opcode.mask)}) === ${hexCode(opcode.subtract)} ` +
    `? BigInt.asUintN(64, -${held}) : ${held};`
  );
}

/** What a slice shows of the variable `value`, in its place. */
function insertedCode(slice: Slice, value: string): string {
  const { from, at, rounded, flippedUnless } = slice;
  if (flippedUnless !== undefined) {
    return moved(`((${shiftedCode(value, from)} ^ ~${shiftedCode(value, flippedUnless)}) & 0x1n)`, at);
  }
  return slotCode(rounded ? `(${value} + ${hexCode(roundingOf(slice))})` : value, from, slice, at);
}

/** The bits of the value that a slice holds, which need those that `value` already has. */
function extractedCode(slice: Slice): string {
  const { from, at, flippedUnless } = slice;
  if (flippedUnless !== undefined) {
    return unwrapped(
      moved(`((${shiftedCode('container', at)} ^ ~${shiftedCode('value', flippedUnless)}) & 0x1n)`, from),
    );
  }
  // What rounding carried into the slice comes out again.
  const mask = hexCode(sliceMask(slice) << BigInt(from));
  return `(${slotCode('container', at, slice, from)} - ((value & ${hexCode(roundingOf(slice))}) << 1n)) & ${mask}`;
}

/** As many bits of `variable` as the slice has, taken from bit `from`, moved to bit `to`; in parentheses. */
function slotCode(variable: string, from: number, slice: Slice, to: number): string {
  return moved(`(${shiftedCode(variable, from)} & ${hexCode(sliceMask(slice))})`, to);
}

function shiftedCode(variable: string, by: number): string {
  return by === 0 ? variable : `(${variable} >> ${by}n)`;
}

function moved(code: string, to: number): string {
  return to === 0 ? code : `(${code} << ${to}n)`;
}

/** `code` without the parentheses around it. */
function unwrapped(code: string): string {
  return code.startsWith('(') && code.endsWith(')') ? code.slice(1, -1) : code;
}

/** A property that is a function of one expression: terms that are put together with `|`. */
function arrowLines(name: string, parameters: string, terms: readonly string[]): string[] {
  const head = `  ${name}: (${parameters}) =>`;
  const code = joined(terms);
  const line = `${head} ${code},`;
  if (line.length <= LINE_WIDTH) return [line];
  if (4 + code.length + 1 <= LINE_WIDTH) return [head, `    ${code},`];
  return [head, ...terms.map((term, index) => `    ${term}${index < terms.length - 1 ? ' |' : ','}`)];
}

/** A statement in a method: it returns or sets what terms put together with `|` are. */
function statementLines(head: string, terms: readonly string[]): string[] {
  const code = joined(terms);
  const line = `    ${head} ${code};`;
  if (line.length <= LINE_WIDTH) return [line];
  const returns = head === 'return';
  const end = returns ? '' : ';';
  const lines =
    6 + code.length + end.length <= LINE_WIDTH
      ? [`      ${code}${end}`]
      : terms.map((term, index) => `      ${term}${index < terms.length - 1 ? ' |' : end}`);
  return returns ? ['    return (', ...lines, '    );'] : [`    ${head}`, ...lines];
}

function joined(terms: readonly string[]): string {
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? unwrapped(only) : terms.join(' | ');
}
