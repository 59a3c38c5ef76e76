/** From what is left to do to what the prologue is asked for. */
import type { Format, LoadRecord, LoadSymbol, PrologueRequest, WordGroup } from '../../codegen/request.ts';
import type { Letter } from '../../relocator-dsl/expression.ts';
import { isWholeWord } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { recordAddend, recordForm } from '../../relocator-dsl/record.ts';
import type { PlacedWords } from '../input/placed-words.ts';
import type { Layout } from '../input/source.ts';
import { hex } from '../memory/bytes.ts';
import { InputError } from '../trouble/errors.ts';
import { placeText } from '../trouble/troubles.ts';
import { type Fixup, wordFixup } from './resolve.ts';
import { splitGroups } from './split.ts';

export type FormatChoice = Format | 'auto';

/** Offsets of what rules count from. */
type Pointers = Pick<Layout, 'got' | 'toc'>;

type Parts = Pick<PrologueRequest, 'groups' | 'records' | 'symbols'>;

/** The formats to try, in the order of preference among those that take as many bytes. */
export function formatsToTry(
  choice: FormatChoice,
  fixups: readonly Fixup[],
  late: readonly string[],
  machine: Machine,
  loadAlign: number,
): readonly Format[] {
  const parts = fixups.filter((fixup) => !isMovingWord(fixup, machine));
  const splits = splitGroups(parts, machine, loadAlign);
  if (choice === 'auto') {
    if (late.length > 0 || !splits) return ['records'];
    return splits.length > 0 ? ['chain', 'delta', 'records'] : ['chain', 'delta'];
  }
  if (choice === 'records') return ['records'];
  if (late.length > 0) {
    throw new InputError(`--format ${choice} cannot bind ${late.join(', ')} late; use --format records`);
  }
  const [odd] = parts;
  const holdsSplits = choice === 'chain' || choice === 'delta';
  if (odd && !(splits && holdsSplits)) {
    const more = holdsSplits ? ' and addresses split over instructions' : '';
    throw new InputError(
      `--format ${choice} only holds whole words that move with the image${more}, and ${placeText(odd.application.origin)} ` +
        'is not one; use --format records',
    );
  }
  return [choice];
}

/** Whole words of 4 or 8 bytes that move by exactly the slide, wherever they stand. */
export function isMovingWord({ application, coefficient, linear }: Fixup, machine: Machine): boolean {
  const { rule, target } = application;
  return (
    target.kind !== 'late' &&
    coefficient === 1n &&
    linear &&
    isWholeWord(rule.field) &&
    rule.field.bytes >= 4 &&
    (rule.field.kind === 'word' || machine.code.cache === undefined)
  );
}

/** The request's word groups: one for each size that occurs, wider words first. */
export function wordGroups(
  fixups: readonly Fixup[],
  plain: PlacedWords,
  machine: Machine,
  loadAlign: number,
): WordGroup[] {
  const groups: WordGroup[] = [];
  for (const bytes of [8, 4] as const) {
    const whole = fixups.filter(
      (fixup) => isMovingWord(fixup, machine) && fixup.application.rule.field.bytes === bytes,
    );
    const others = whole.map(({ application, value }) => ({
      offset: application.offset,
      value: BigInt.asUintN(bytes * 8, value),
    }));
    const words = [...(bytes === plain.columns.bytes ? wordsOf(plain) : []), ...others];
    if (others.length > 0) words.sort((a, b) => a.offset - b.offset);
    if (words.length === 0) continue;
    const granule = machine.unalignedFaults ? commonGranule(words, bytes, loadAlign) : bytes;
    groups.push({ bytes, granule, words, ...(whole.some(inInstruction(machine)) ? { inCode: true } : {}) });
  }
  return groups;
}

function wordsOf(plain: PlacedWords): { offset: number; value: bigint }[] {
  const bits = plain.columns.bytes * 8;
  return Array.from({ length: plain.count }, (_, index) => ({
    offset: plain.offsetAt(index),
    value: BigInt.asUintN(bits, BigInt(plain.sumAt(index))),
  }));
}

/** Tells which fixups may change an instruction by storing a word. */
function inInstruction({ code }: Machine): (fixup: Fixup) => boolean {
  return ({ application }) => code.wordOperands === true && application.inCode;
}

function commonGranule(
  words: readonly { readonly offset: number }[],
  bytes: 4 | 8,
  loadAlign: number,
): WordGroup['granule'] {
  const aligned = (granule: number): boolean =>
    loadAlign % granule === 0 && words.every(({ offset }) => offset % granule === 0);
  return ([8, 4, 2] as const).find((granule) => granule <= bytes && aligned(granule)) ?? 1;
}

/** The parts of the request that the format needs. @throws InputError when a record cannot hold its addend */
export function planParts(
  format: Format,
  { fixups, words }: { readonly fixups: readonly Fixup[]; readonly words: PlacedWords },
  late: readonly string[],
  machine: Machine,
  loadAlign: number,
  layout: Pointers,
): Parts {
  if (format !== 'records') {
    const parts = fixups.filter((fixup) => !isMovingWord(fixup, machine));
    const splits = splitGroups(parts, machine, loadAlign) ?? [];
    return {
      groups: [...wordGroups(fixups, words, machine, loadAlign), ...splits],
      records: [],
      symbols: [],
    };
  }
  const table = new SymbolTable(late);
  const plain = Array.from({ length: words.count }, (_, index) =>
    loadRecord(wordFixup(words, index), table, machine, layout),
  );
  const records = [...plain, ...fixups.map((fixup) => loadRecord(fixup, table, machine, layout))].sort(
    (a, b) => a.place - b.place,
  );
  return { groups: [], records, symbols: table.symbols };
}

/** The load-time symbols: number 0 is the base, then the late ones, then each constant that occurs. */
class SymbolTable {
  readonly symbols: LoadSymbol[];
  readonly #absolutes = new Map<bigint, number>();
  readonly #late: ReadonlyMap<string, number>;

  constructor(late: readonly string[]) {
    this.symbols = [{ kind: 'base' }, ...late.map((name) => ({ kind: 'late', name }) as const)];
    this.#late = new Map(late.map((name, index) => [name, index + 1]));
  }

  late(name: string): number {
    const index = this.#late.get(name);
    if (index === undefined) throw new RangeError(`${name} is not bound late`);
    return index;
  }

  absolute(value: bigint): number {
    const known = this.#absolutes.get(value);
    if (known !== undefined) return known;
    const index = this.symbols.push({ kind: 'absolute', value }) - 1;
    this.#absolutes.set(value, index);
    return index;
  }
}

function loadRecord(fixup: Fixup, table: SymbolTable, machine: Machine, layout: Pointers): LoadRecord {
  const { wordBits } = machine;
  const { offset: place, rule, target, addend, second, slot, origin } = fixup.application;
  const code = inInstruction(machine)(fixup) ? { inCode: true as const } : {};
  const record = { place, rule: rule.name, ...code, ...(second === undefined ? {} : { second }) };
  const checked = (whole: bigint): bigint => {
    if (BigInt.asIntN(32, whole) === whole) return whole;
    throw new InputError(
      `${placeText(origin)}: its addend ${hex(addend)} does not fit the 32 bits of a record; use a smaller addend`,
    );
  };
  const form = recordForm(rule);
  const own = recordAddend(form, addend, wordBits);
  const inImage = pointerAt(form.symbol[0], slot, layout);
  if (inImage !== undefined) return { ...record, symbol: 0, addend: checked(BigInt(inImage) + own) };
  if (target.kind === 'late') return { ...record, symbol: table.late(target.name), addend: checked(own) };
  const sum = BigInt.asIntN(wordBits, target.value + own);
  if (target.kind === 'image') return { ...record, symbol: 0, addend: checked(sum) };
  if (BigInt.asIntN(32, own) === own) {
    return { ...record, symbol: table.absolute(BigInt.asUintN(wordBits, target.value)), addend: own };
  }
  return { ...record, symbol: table.absolute(BigInt.asUintN(wordBits, sum)), addend: 0n };
}

/** Where the image has what the symbol word stands for, if that is no symbol of the relocation; without a slot G is 0. */
function pointerAt(
  symbol: Letter | undefined,
  slot: number | undefined,
  { got = 0, toc = 0 }: Pointers,
): number | undefined {
  switch (symbol) {
    case 'G':
    case 'GOT':
      return slot ?? got;
    case 'TOC':
      return toc;
    case 'B':
      return 0;
    default:
      return undefined;
  }
}
