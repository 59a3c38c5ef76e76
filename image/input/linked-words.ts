/**
 * The words of a linked image that hold an address of it and name no symbol (RELATIVE, DT_RELR): nearly all relocations of a
 * large one. Each is left to the prologue in one way, so they are kept in columns, as the plain ones of objects are.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, relativeWordRule } from '../../relocator-dsl/architecture.ts';
import { isWholeWord } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { columnsOf } from '../elf/relocation-columns.ts';
import type { ElfFile, Relocation } from '../elf/types.ts';
import type { FlatMemory } from './flat-memory.ts';

/** What messages call the table of packed words. */
const PACKED = '.relr.dyn';

/** Tells of a relocation that is looked at by itself, and of the table that it is from. */
type Tell = (relocation: Relocation, table: string) => void;

/** Up to here numbers are exact, and so are sums of a few. */
const EXACT = 2 ** 51;
const HALF = 2 ** 32;

export class LinkedWords {
  count = 0;
  readonly rule: Rule | undefined;
  /** Bytes from the image's first page, of the place and of what it names. */
  readonly offsets: Uint32Array;
  readonly addends: Float64Array;
  /** Index into the file's tables, and into the table; behind the last one stand packed words. */
  readonly table: Uint8Array;
  readonly index: Uint32Array;
  readonly #elf: ElfFile;

  /** Takes in what can be, and tells of all others in the order of the file. */
  constructor(
    elf: ElfFile,
    architecture: Architecture,
    model: ReferenceModel,
    memory: FlatMemory,
    tell: Tell,
  ) {
    this.#elf = elf;
    this.rule = plainRule(architecture, model);
    const tables = elf.relocations.map((table) => ({ name: table.name, columns: columnsOf(table) }));
    const most = tables.reduce((sum, { columns }) => sum + columns.length, elf.relr.length);
    const rows = this.rule ? most : 0;
    this.offsets = new Uint32Array(rows);
    this.addends = new Float64Array(rows);
    this.table = new Uint8Array(rows);
    this.index = new Uint32Array(rows);
    const take = this.rule ? taker(architecture, memory, this) : () => false;
    for (const [number, { name, columns }] of tables.entries()) {
      const isWanted = this.rule !== undefined && columns.types.has(this.rule.type);
      const toLow = Number(columns.origin - memory.low);
      for (let index = 0; index < columns.length; index++) {
        const isTaken =
          isWanted &&
          columns.typeAt(index) === this.rule?.type &&
          columns.symbolAt(index) === 0 &&
          take(number, index, columns.offsetAt(index) + toLow, columns.addressAt(index) + toLow);
        if (!isTaken) tell(columns.at(index), name);
      }
    }
    for (const [index, address] of elf.relr.entries()) {
      if (take(tables.length, index, Number(address - memory.low), Number.NaN)) continue;
      tell(this.#packed(index), PACKED);
    }
  }

  /** A word as the relocation that it is, and its table. */
  relocationAt(row: number): { readonly relocation: Relocation; readonly table: string } {
    const index = this.index[row] ?? 0;
    const table = this.#elf.relocations[this.table[row] ?? 0];
    if (!table) return { relocation: this.#packed(index), table: PACKED };
    return { relocation: columnsOf(table).at(index), table: table.name };
  }

  #packed(index: number): Relocation {
    return {
      offset: this.#elf.relr[index] ?? 0n,
      type: this.rule?.type ?? 0,
      symbol: 0,
      addend: undefined,
    };
  }
}

/** The rule of such words, where it is one that asks for nothing else; undefined where words may be operands of code. */
function plainRule(architecture: Architecture, model: ReferenceModel): Rule | undefined {
  const { code, wordBits } = architecture.machine;
  const rule = relativeWordRule(architecture);
  if (!rule || code.wordOperands || !model.rules.has(rule.name)) return undefined;
  const { field, addend, got, parts, target, instruction } = rule;
  const isPlain =
    `${rule.value}` === 'B + A' &&
    isWholeWord(field) &&
    field.kind === 'word' &&
    field.bytes * 8 === wordBits &&
    [addend, got, parts, target, instruction].every((facet) => facet === undefined);
  return isPlain ? rule : undefined;
}

/** Takes words in whose place is in the file's part of the image. */
function taker(
  { machine }: Architecture,
  { low, bytes }: FlatMemory,
  words: LinkedWords,
): (table: number, index: number, offset: number, address: number) => boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = machine.wordBits / 8;
  const little = machine.dataOrder === 'little';
  const [lowHigh, lowLow] = [Number(low >> 32n), Number(low & 0xffff_ffffn)];
  const inPlace = (offset: number): number => {
    if (size === 4) return view.getInt32(offset, little) - lowLow;
    const high = view.getUint32(offset + (little ? 4 : 0), little);
    return (high - lowHigh) * HALF + (view.getUint32(offset + (little ? 0 : 4), little) - lowLow);
  };
  return (table, index, offset, address) => {
    if (!(offset >= 0 && offset + size <= bytes.length)) return false;
    const addend = Number.isNaN(address) ? inPlace(offset) : address;
    if (Math.abs(addend) >= EXACT || table > 0xff) return false;
    const row = words.count++;
    words.offsets[row] = offset;
    words.addends[row] = addend;
    words.table[row] = table;
    words.index[row] = index;
    return true;
  };
}
