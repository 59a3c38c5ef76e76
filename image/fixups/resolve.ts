/**
 * Evaluates every relocation with the reference model: at link base 0 for building, where the motion analysis tells
 * what is final from what is left to do, or directly at any base, without that analysis, to check the former.
 */
import type { ReferenceRule } from '../../reference-model/types.ts';
import { absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { checkText, isMisaligned } from '../../relocator-dsl/check.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { isWholeWord, valueBits } from '../../relocator-dsl/field.ts';
import { type Letters, lettersAt } from '../../relocator-dsl/letters.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import type { Application } from '../input/application.ts';
import { NO_SETTLED, type PlacedSettled } from '../input/placed-settled.ts';
import { NO_WORDS, type PlacedWords } from '../input/placed-words.ts';
import { missedAbility } from '../input/processors.ts';
import type { Columns, ImageSource, Layout, LoadAlignment } from '../input/source.ts';
import { bitRanges, byteRanges, readField, writeField } from '../memory/container.ts';
import { SITE_LIMIT } from '../memory/limits.ts';
import type { LateValues } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { placeText, type Trouble, throwTroubles } from '../trouble/troubles.ts';
import { compileRule } from './compiled.ts';

/** A relocation that cannot be finished at build time. */
export interface Fixup {
  readonly application: Application;
  /** The value at link base 0, a machine word, and how it changes with the load base. */
  readonly value: bigint;
  /** 0 for late symbols whose value does not move otherwise. */
  readonly coefficient: -1n | 0n | 1n;
  /** True when the value is exact for any slide that leaves instructions aligned, false when only for larger steps. */
  readonly linear: boolean;
  /** The value counts from the start of the block in which something of the image lies. */
  readonly block: FixupBlock | undefined;
}

export interface FixupBlock {
  readonly bytes: bigint;
  /** Where what lies in it is at link base 0. */
  readonly at: bigint;
}

export interface Resolved {
  /** The bytes [imageOffset, size) at link base 0. */
  readonly image: Uint8Array;
  readonly fixups: readonly Fixup[];
  /** Those that are whole words with an address of the image, in columns. */
  readonly words: PlacedWords;
  /** The strictest that a field asks for. */
  readonly loadAlignment: LoadAlignment;
  readonly settled: number;
}

const NOTHING_LATE: LateValues = new Map();

/**
 * Resolves the image at link base 0.
 * @throws InputError naming every relocation that fails, or that overlaps another
 */
export function resolve(source: ImageSource, layout: Layout): Resolved {
  const { words, settled: plain, others: applications } = apartWhere(source, layout);
  checkOverlaps(applications);
  const image = source.contents(layout);
  storeWords(image, words, layout, source.architecture.machine);
  const done = settlePlain(source, layout, image, plain);
  const troubles: Trouble[] = [...done.troubles];
  const fixups: Fixup[] = [];
  let { strictest } = done;
  let settled = plain.offsets.length - done.troubles.length;
  for (const place of byPlace(applications)) {
    const sum: PlaceSum = {
      coefficient: 0n,
      modulus: 1n,
      late: undefined,
      block: undefined,
      value: 0n,
      total: 0n,
    };
    for (const application of place) {
      const { rule, value: expression, target, motion } = application;
      const model = modelOf(source, application);
      const letters = lettersOn(image, source, layout, application, 0n, NOTHING_LATE);
      const value = model.value(letters);
      sum.total = totalWith(application, model, letters, sum.total, application === place[0]);
      const obstacle = application.obstacle?.(0n, NOTHING_LATE);
      if (obstacle) troubles.push({ ...application.origin, ...obstacle });
      const moves = fieldMotion(expression === rule.value ? rule : { ...rule, value: expression }, motion);
      const multiple = BigInt(rule.check.multipleOf ?? 1);
      const needed = moves.coefficient !== 0n && multiple > moves.modulus ? multiple : moves.modulus;
      strictest = stricter(strictest, { bytes: Number(needed), application });
      insert(source, image, application, layout.imageOffset, value);
      sum.coefficient += moves.coefficient;
      if (moves.modulus > sum.modulus) sum.modulus = moves.modulus;
      if (moves.block) {
        const { bytes, of } = moves.block;
        sum.block ??= { bytes, at: evaluate(of, letters, source.architecture.machine.wordBits) };
      }
      if (target.kind === 'late') sum.late = application;
      sum.value = value;
    }
    const left = place.length > 1 ? leftOfSum(source, place, sum) : leftOfOne(source, place, sum, layout);
    if (left === 'settled') settled += place.length;
    else if ('fixup' in left) fixups.push(left.fixup);
    else troubles.push(left);
  }
  throwTroubles(troubles);
  return { image, fixups, words, loadAlignment: alignmentOf(strictest), settled };
}

/** What asks for a load alignment of so many bytes. */
interface Aligning {
  readonly bytes: number;
  readonly application: Application | undefined;
}

const NOTHING_ALIGNS: Aligning = { bytes: 1, application: undefined };

/** The stricter one; of equal ones that which stands first in the image. */
function stricter(one: Aligning, other: Aligning): Aligning {
  if (other.bytes !== one.bytes) return other.bytes > one.bytes ? other : one;
  return one.application && other.application && other.application.offset < one.application.offset
    ? other
    : one;
}

function alignmentOf({ bytes, application }: Aligning): LoadAlignment {
  return { bytes, why: application ? placeText(application.origin) : 'nothing' };
}

/** Plain ones apart from others, unless they share bytes with something: then all are looked at in their order. */
function apartWhere(source: ImageSource, layout: Layout): Columns {
  const found = source.columns(layout);
  const { words, settled, others } = found;
  const count = words.count + settled.offsets.length;
  if (count === 0) return found;
  const isApart =
    areApart(words) && (settled.offsets.length === 0 || areFree(layout, words, settled, others));
  // So many are not looked at one by one.
  if (!isApart && count > SITE_LIMIT) {
    const overlap = firstOverlap(words, settled);
    if (overlap !== undefined) throw new InputError(overlap);
  }
  if (isApart && (settled.offsets.length > 0 || others.every((each) => !meetsWords(each, words))))
    return found;
  return { words: NO_WORDS, settled: NO_SETTLED, others: source.applications(layout) };
}

/** Whether no word begins before the one in front of it ends. */
function areApart({ columns: { offsets, bytes } }: PlacedWords): boolean {
  for (let index = 1; index < offsets.length; index++)
    if ((offsets[index] ?? 0) - (offsets[index - 1] ?? 0) < bytes) return false;
  return true;
}

function meetsWords({ offset, rule, addend }: Application, words: PlacedWords): boolean {
  return byteRanges(offset, rule.field, addend).some(({ start, end }) => {
    const [first, last] = words.within(start, end);
    return first < last;
  });
}

/** Whether no byte of the image is patched by two, of which one is plain. */
function areFree(
  { imageOffset, size }: Layout,
  words: PlacedWords,
  settled: PlacedSettled,
  others: readonly Application[],
): boolean {
  const taken = new Uint8Array(size - imageOffset);
  const isFree = (start: number, end: number): boolean => {
    for (let at = start - imageOffset; at < end - imageOffset; at++) if (taken[at]) return false;
    return true;
  };
  const { bytes } = words.columns;
  for (let index = 0; index < words.count; index++) {
    const start = words.offsetAt(index) - imageOffset;
    for (let at = start; at < start + bytes; at++) taken[at] = 1;
  }
  const bytesOf = settled.rules.map(({ field }) => field.bytes);
  for (let index = 0; index < settled.offsets.length; index++) {
    const start = settled.offsets[index] ?? 0;
    const end = start + (bytesOf[settled.rule[index] ?? 0] ?? 0);
    if (!isFree(start, end)) return false;
    for (let at = start - imageOffset; at < end - imageOffset; at++) taken[at] = 1;
  }
  return others.every(({ offset, rule, addend }) =>
    byteRanges(offset, rule.field, addend).every(({ start, end }) => isFree(start, end)),
  );
}

/** What is said of two plain ones that share a byte; undefined if none do. */
function firstOverlap(words: PlacedWords, settled: PlacedSettled): string | undefined {
  const all = [
    ...Array.from({ length: words.count }, (_, index) => ({
      start: words.offsetAt(index),
      bytes: words.columns.bytes as number,
      application: () => words.applicationAt(index),
    })),
    ...Array.from({ length: settled.offsets.length }, (_, index) => ({
      start: settled.offsets[index] ?? 0,
      bytes: settled.rules[settled.rule[index] ?? 0]?.field.bytes ?? 0,
      application: () => settled.applicationAt(index),
    })),
  ].sort((a, b) => a.start - b.start);
  for (const [index, { start, bytes, application }] of all.entries()) {
    const next = all[index + 1];
    if (next && start + bytes > next.start) return overlapText(application(), next.application());
  }
  return undefined;
}

/** Stores what plain relocations come to; those whose check fails are told. */
function settlePlain(
  source: ImageSource,
  { imageOffset }: Layout,
  image: Uint8Array,
  plain: PlacedSettled,
): { readonly troubles: readonly Trouble[]; readonly strictest: Aligning } {
  const { machine } = source.architecture;
  const { rules, rule: ruleOf, offsets, symbols, addends } = plain;
  const compiled = rules.map((rule) => compileRule(rule, machine));
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const troubles: Trouble[] = [];
  for (let index = 0; index < offsets.length; index++) {
    const rule = compiled[ruleOf[index] ?? 0];
    const offset = offsets[index] ?? 0;
    const value = rule?.value(symbols[index] ?? 0, addends[index] ?? 0, offset) ?? Number.NaN;
    if (rule?.passes(value)) rule.store(view, offset - imageOffset, value);
    else troubles.push(...settleByModel(source, image, imageOffset, plain.applicationAt(index)));
  }
  let strictest = NOTHING_ALIGNS;
  for (const [number, rule] of rules.entries()) {
    const bytes = Number(fieldMotion(rule, 'image').modulus);
    const first = bytes > 1 && bytes >= strictest.bytes ? firstOf(plain, number) : undefined;
    if (first !== undefined)
      strictest = stricter(strictest, { bytes, application: plain.applicationAt(first) });
  }
  return { troubles, strictest };
}

/** The one with the rule that stands first in the image. */
function firstOf({ rule, offsets }: PlacedSettled, wanted: number): number | undefined {
  let first: number | undefined;
  for (let index = 0; index < offsets.length; index++) {
    if (rule[index] !== wanted) continue;
    if (first === undefined || (offsets[index] ?? 0) < (offsets[first] ?? 0)) first = index;
  }
  return first;
}

/** One of them as its model has it: of what is not exact as a number, or fails its check. */
function settleByModel(
  source: ImageSource,
  image: Uint8Array,
  imageOffset: number,
  application: Application,
): Trouble[] {
  const { machine } = source.architecture;
  const model = modelOf(source, application);
  const value = model.value(lettersAt(machine, application.placement(0n, NOTHING_LATE)));
  insert(source, image, application, imageOffset, value);
  const why = model.check(value);
  return why === undefined
    ? []
    : [{ ...application.origin, why, remedy: remedyFor(application, value, machine) }];
}

/** Stores the value of every word at link base 0. */
function storeWords(
  image: Uint8Array,
  words: PlacedWords,
  { imageOffset }: Layout,
  { dataOrder }: Machine,
): void {
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const little = dataOrder === 'little';
  const { bytes } = words.columns;
  for (let index = 0; index < words.count; index++) {
    const at = words.offsetAt(index) - imageOffset;
    const sum = words.sumAt(index);
    view.setUint32(at + (bytes === 8 && !little ? 4 : 0), sum % 2 ** 32, little);
    if (bytes === 8) view.setUint32(at + (little ? 4 : 0), Math.floor(sum / 2 ** 32), little);
  }
}

/** A word as all other fixups are. */
export function wordFixup(words: PlacedWords, index: number): Fixup {
  const value = BigInt.asUintN(words.columns.bytes * 8, BigInt(words.sumAt(index)));
  const application = words.applicationAt(index);
  return { application, value, coefficient: 1n, linear: true, block: undefined };
}

/** What the relocations of one place come to. */
interface PlaceSum {
  coefficient: bigint;
  modulus: bigint;
  /** One that a late symbol has a part in. */
  late: Application | undefined;
  block: FixupBlock | undefined;
  /** What the last of them stored, at link base 0. */
  value: bigint;
  /** What they come to, of which the field may hold the lower bits only. */
  total: bigint;
}

/** What a place comes to with one relocation more, which may add to what those in front of it have stored. */
function totalWith(
  application: Application,
  model: ReferenceRule,
  letters: Letters,
  total: bigint,
  isFirst: boolean,
): bigint {
  return model.value(usesPlace(application) && !isFirst ? { ...letters, V: total } : letters);
}

type Left = 'settled' | { readonly fixup: Fixup } | Trouble;

/** Applications in order of their places; those of one place in the order in which they apply. */
function byPlace(applications: readonly Application[]): (readonly Application[])[] {
  const places = new Map<number, Application[]>();
  for (const application of applications) {
    const known = places.get(application.offset);
    if (known) known.push(application);
    else places.set(application.offset, [application]);
  }
  return [...places.values()];
}

function leftOfOne(
  source: ImageSource,
  place: readonly Application[],
  sum: PlaceSum,
  { memsz }: Layout,
): Left {
  const [application] = place;
  if (!application) throw new RangeError('a place without relocations');
  const { coefficient, modulus, late, block, value } = sum;
  const { rule, origin } = application;
  const multiple = BigInt(rule.check.multipleOf ?? 1);
  const trouble = (why: string, remedy: string): Trouble => ({ ...origin, why, remedy });
  if (coefficient === 0n && !late && block === undefined) {
    const why = modelOf(source, application).check(value);
    return why === undefined
      ? 'settled'
      : trouble(why, remedyFor(application, value, source.architecture.machine));
  }
  if (usesPlace(application)) return leftOfSum(source, place, sum);
  if (rule.parts?.summed) {
    return trouble(
      'it is one step of a sum, and the relocation of the same place that takes its share off is not there',
      'write the number in the source as the difference of two labels',
    );
  }
  if (coefficient !== 0n && coefficient !== 1n && coefficient !== -1n) {
    return trouble(
      `its value changes by ${coefficient} times the slide`,
      'rewrite the expression in the source',
    );
  }
  if (!late && isMisaligned(rule.check, value)) {
    return trouble(
      `value 0x${value.toString(16)} is not a multiple of ${multiple}`,
      `align the symbol and its addend to ${multiple} bytes`,
    );
  }
  if (rule.field.magnitude && !late) {
    return trouble(
      'how far it is changes with the load base, and the instruction reaches it in pieces of eight bits only',
      'load the address as compilers do, for example from a literal pool',
    );
  }
  const { code, wordBits } = source.architecture.machine;
  if (block && application.target.kind === 'image') {
    // The image is kept within one block, so all that must share it has to be in the image.
    const reached = BigInt.asIntN(wordBits, value + block.at - (block.at % block.bytes));
    if ([reached, block.at].some((at) => at < 0n || at >= BigInt(memsz))) {
      return trouble(
        `it reaches out of the image, or counts from what is behind it, so which block of ${block.bytes} bytes that ` +
          'is in does not follow from where the image is',
        'keep the target and the instruction behind the jump within the image',
      );
    }
  }
  // A word of the GOT made here holds an address, whatever part of the symbol's that is.
  const linear = application.synthetic || modulus <= BigInt(code.alignment);
  return { fixup: { application, value, coefficient, linear, block } };
}

/**
 * Relocations that add to what earlier ones stored: settled when their motions cancel. What moves by the slide as a
 * whole is one address, which the rule for absolute words of its size can hold.
 */
function leftOfSum(source: ImageSource, place: readonly Application[], sum: PlaceSum): Left {
  const last = place.at(-1);
  if (!last) throw new RangeError('a place without relocations');
  const { coefficient, late, value, total } = sum;
  const trouble = (
    why: string,
    remedy = 'rewrite the expression in the source as the difference of two symbols of the image',
  ): Trouble => ({ ...last.origin, why, remedy });
  if (late)
    return trouble(`a sum of several relocations cannot take in the late symbol ${late.origin.symbol}`);
  if (coefficient === 0n) {
    const why = modelOf(source, last).check(total);
    return why === undefined ? 'settled' : trouble(why, remedyFor(last, total, source.architecture.machine));
  }
  const rule = isWholeWord(last.rule.field)
    ? absoluteWordRule(source.architecture, last.rule.field.bytes)
    : undefined;
  if (coefficient !== 1n || !rule) {
    return trouble(`the sum of the relocations at this place changes by ${coefficient} times the slide`);
  }
  const { offset } = last;
  const address = BigInt.asUintN(rule.field.bytes * 8, value);
  const application: Application = {
    ...last,
    rule,
    value: rule.value,
    motion: 'image',
    target: { kind: 'image', value: address },
    addend: 0n,
    second: undefined,
    slot: undefined,
    placement: (base) => ({ base, place: offset, symbol: base + address, addend: 0n }),
  };
  return { fixup: { application, value: address, coefficient, linear: true, block: undefined } };
}

function usesPlace({ rule }: Application): boolean {
  return lettersOf(rule.value).includes('V');
}

/** The letters of a relocation whose place now has what `image` holds there. */
function lettersOn(
  image: Uint8Array,
  source: Resolvable,
  { imageOffset }: Layout,
  application: Application,
  base: bigint,
  late: LateValues,
): Letters {
  const { machine } = source.architecture;
  const placement = application.placement(base, late);
  if (!usesPlace(application)) return lettersAt(machine, placement);
  const { offset, addend, rule } = application;
  const container = readField(image, offset - imageOffset, rule.field, addend, machine);
  const shown = modelOf(source, application).extract(container);
  const isUnsigned = rule.check.range?.kind === 'unsigned';
  const held = isUnsigned ? shown : BigInt.asIntN(valueBits(rule.field), shown);
  return lettersAt(machine, { ...placement, held });
}

/** What can be evaluated at a base. */
export type Resolvable = Pick<ImageSource, 'architecture' | 'model' | 'contents' | 'applications'>;

/**
 * The image as it stands at `base`, every relocation evaluated there.
 * @param skip blob offsets of relocations that are left as at link base 0
 * @throws InputError naming every relocation whose check fails at that base
 */
export function resolveAt(
  source: Resolvable,
  layout: Layout,
  base: bigint,
  late: LateValues,
  skip: ReadonlySet<number>,
): Uint8Array {
  const applications = source.applications(layout);
  checkOverlaps(applications);
  const image = source.contents(layout);
  const troubles: Trouble[] = [];
  for (const place of byPlace(applications)) {
    let total = 0n;
    for (const application of place) {
      const model = modelOf(source, application);
      const skipped = skip.has(application.offset);
      const letters = lettersOn(image, source, layout, application, skipped ? 0n : base, late);
      const value = model.value(letters);
      total = totalWith(application, model, letters, total, application === place[0]);
      const why = skipped || application !== place.at(-1) ? undefined : model.check(total);
      if (why !== undefined) {
        const remedy = `choose another load base than 0x${base.toString(16)}`;
        troubles.push({ ...application.origin, why, remedy });
      }
      const obstacle = application.obstacle?.(base, late);
      if (obstacle) troubles.push({ ...application.origin, ...obstacle });
      insert(source, image, application, layout.imageOffset, value);
    }
  }
  throwTroubles(troubles);
  return image;
}

function modelOf({ model }: Pick<ImageSource, 'model'>, { rule }: Application) {
  const found = model.rules.get(rule.name);
  if (!found) throw new RangeError(`${rule.name} has no reference model`);
  return found;
}

function insert(
  source: Resolvable,
  image: Uint8Array,
  application: Application,
  imageOffset: number,
  value: bigint,
): void {
  const { machine } = source.architecture;
  const { addend, rule } = application;
  const at = application.offset - imageOffset;
  const old = readField(image, at, rule.field, addend, machine);
  writeField(image, at, rule.field, addend, machine, modelOf(source, application).insert(old, value));
}

function remedyFor({ rule, target }: Application, value: bigint, machine: Machine): string {
  const { fullAddresses } = machine.code;
  const multiple = BigInt(rule.check.multipleOf ?? 1);
  if (isMisaligned(rule.check, value)) return `align the symbol and its addend to ${multiple} bytes`;
  const range = rule.check.range ? `it must satisfy ${checkText(rule.check)}; ` : '';
  if (rule.parts?.summed)
    return `${range}give the number more bytes, or bring the two labels nearer together`;
  if (target.kind === 'absolute')
    return `${range}choose a wider relocation or another address for the symbol`;
  const missed = missedAbility(rule, machine);
  const counts = lettersOf(rule.value).includes('GP') ? machine.pointers?.global?.remedy : undefined;
  const others = [counts ?? fullAddresses, missed && `${missed.remedy}, since ${missed.reason}`];
  const or = others.flatMap((other) => (other === undefined ? [] : [`, or ${other}`]));
  return `${range}bring the two places nearer together${or.join('')}`;
}

/** @throws InputError naming both when two relocations touch the same bytes */
function checkOverlaps(applications: readonly Application[]): void {
  const sorted = applications
    .flatMap((application) =>
      bitRanges(application.offset, application.rule.field, application.addend).map((range) => ({
        ...range,
        application,
      })),
    )
    .sort((a, b) => a.start - b.start);
  const troubles: string[] = [];
  for (const [index, { end, start, application }] of sorted.entries()) {
    const next = sorted[index + 1];
    if (!next || end <= next.start) continue;
    const following = next.application;
    const same = start === next.start && application.offset === following.offset;
    if (same && usesPlace(following) && application.rule.field.bytes === following.rule.field.bytes) continue;
    troubles.push(overlapText(application, following));
  }
  if (troubles.length > 0) throw new InputError(troubles);
}

function overlapText(first: Application, second: Application): string {
  return (
    `${placeText(first.origin)} and ${placeText(second.origin)} patch the same bytes; ` +
    'the order in which they apply is not defined, so rebuild the object'
  );
}
