/**
 * Instruction selection for MIPS: a rule's value, check and masked insert, from X = S + A in $2 and P in $14, with the
 * load base in $24; $3, $12 and $13 are scratch.
 */
import { isWholeWord, type Slice } from '../../../relocator-dsl/field.ts';
import type { Machine } from '../../../relocator-dsl/machine.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { differenceOf, noSelection, type Subtrahend } from '../../selection/difference.ts';
import { type Displacement, linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';

type Order = Machine['dataOrder'];

/** The smallest line of an instruction cache, in bytes. */
const LINE = 16;
/** Immediates are signed. */
const HALF = 0x8000n;

/** A branch with its delay slot, which belong together wherever handlers share their tails. */
function branch(text: string): string {
  return `${text}\n    nop`;
}

/** Bytes of an instruction. */
const INSTRUCTION = 4;

/** An immediate, which is the lower half of its instruction. */
function isLowHalf({ from, to, at }: Slice): boolean {
  return at === 0 && to - from + 1 === INSTRUCTION * 4;
}

/** The mnemonics of one width. */
class Selection {
  readonly #wide: boolean;
  readonly #order: Order;

  constructor(wide: boolean, order: Order) {
    this.#wide = wide;
    this.#order = order;
  }

  /** A doubleword instruction on the wide machine. */
  #d(mnemonic: string): string {
    return this.#wide ? `d${mnemonic}` : mnemonic;
  }

  #shift(mnemonic: 'sll' | 'srl' | 'sra', to: string, from: string, by: number): string {
    const half = by >= 32 ? '32' : '';
    return `${this.#d(mnemonic)}${half} ${to}, ${from}, ${by % 32}`;
  }

  /** Brings `value` into a register. */
  constant(register: string, value: bigint): string[] {
    const narrow = BigInt.asIntN(32, value);
    const asWord = this.#wide ? BigInt.asIntN(64, value) : narrow;
    const hex = (part: bigint): string => `0x${(part & 0xffffn).toString(16)}`;
    if (asWord >= -HALF && asWord < HALF) return [`addiu ${register}, $0, ${asWord}`];
    if (asWord >= 0n && asWord < 0x1_0000n) return [`ori ${register}, $0, ${hex(asWord)}`];
    if (asWord === narrow) {
      const upper = `lui ${register}, ${hex(asWord >> 16n)}`;
      return (asWord & 0xffffn) === 0n ? [upper] : [upper, `ori ${register}, ${register}, ${hex(asWord)}`];
    }
    const above = this.constant(register, asWord >> 16n);
    const shifted = [...above, `dsll ${register}, ${register}, 16`];
    return (asWord & 0xffffn) === 0n ? shifted : [...shifted, `ori ${register}, ${register}, ${hex(asWord)}`];
  }

  /** `to` = `from` + `value`; by way of `to` if that is another register, else of $12. */
  #plus(to: string, from: string, value: bigint): string[] {
    if (value === 0n) return to === from ? [] : [`move ${to}, ${from}`];
    if (value >= -HALF && value < HALF) return [`${this.#d('addiu')} ${to}, ${from}, ${value}`];
    const by = to === from ? '$12' : to;
    return [...this.constant(by, value), `${this.#d('addu')} ${to}, ${from}, ${by}`];
  }

  /** Brings the load base plus `offset` into a register. */
  locate(register: string, offset: number): string[] {
    if (offset < HALF) return [`${this.#d('addiu')} ${register}, $24, 0x${offset.toString(16)}`];
    return [
      `lui ${register}, 0x${(offset >>> 16).toString(16)}`,
      `ori ${register}, ${register}, 0x${(offset & 0xffff).toString(16)}`,
      `${this.#d('addu')} ${register}, ${register}, $24`,
    ];
  }

  handler(rule: Rule, got: number, granule: number, fromGot: number): string[] {
    const value = this.#value(rule, got, got + fromGot);
    return [...value, ...this.#check(rule), ...this.#insert(rule, granule)];
  }

  /** The value in $2. */
  #value(rule: Rule, got: number, gp: number): string[] {
    const { tree } = recordForm(rule);
    const isNegated = tree.op === 'subtract' && tree.left.op === 'constant' && tree.left.value === 0n;
    const { cleared, minus, plus } = differenceOf(rule, isNegated ? tree.right : tree);
    const offset = { place: 0, base: 0, got, gp, toc: undefined }[minus?.pointer ?? 'base'];
    if (cleared !== 0 || offset === undefined) throw noSelection(rule);
    return [
      ...this.#plus('$2', '$2', plus),
      ...(minus ? this.#less({ ...minus, plus: minus.plus + BigInt(offset) }) : []),
      ...(isNegated ? [`${this.#d('subu')} $2, $0, $2`] : []),
    ];
  }

  /** Subtracts from $2 what counts from P or from the load base; by way of $12, unless it is P itself. */
  #less({ pointer, plus, cleared }: Subtrahend): string[] {
    const isPlace = pointer === 'place';
    const moved = isPlace && plus === 0n ? [] : this.#plus('$12', isPlace ? '$14' : '$24', plus);
    const found = moved.length === 0 ? '$14' : '$12';
    const subtract = (register: string): string => `${this.#d('subu')} $2, $2, ${register}`;
    if (cleared === 0) return [...moved, subtract(found)];
    const cut = [this.#shift('srl', '$12', found, cleared), this.#shift('sll', '$12', '$12', cleared)];
    return [...moved, ...cut, subtract('$12')];
  }

  /** A check that leaves $2 as it is. */
  #check({ name, check: { range, multipleOf } }: Rule): string[] {
    const size = this.#wide ? 64 : 32;
    const lines: string[] = [];
    if (multipleOf) lines.push(`andi $3, $2, ${multipleOf - 1}`, branch('bnez $3, overflow'));
    if (!range || range.bits >= size) return lines;
    const { bits, kind } = range;
    switch (kind) {
      case 'signed':
        if (bits === 32) return [...lines, 'sll $3, $2, 0', branch('bne $3, $2, overflow')];
        if (bits === 16) return [...lines, 'seh $3, $2', branch('bne $3, $2, overflow')];
        return [
          ...lines,
          this.#shift('sll', '$3', '$2', size - bits),
          this.#shift('sra', '$3', '$3', size - bits),
          branch('bne $3, $2, overflow'),
        ];
      case 'unsigned':
        return [...lines, this.#shift('srl', '$3', '$2', bits), branch('bnez $3, overflow')];
      case 'either':
        if (bits !== 32) throw new RangeError(`${name}: no check of ${bits} bits either way on this machine`);
        // -2^31 <= X < 2^32 is X + 2^31 < 3 * 2^31, unsigned.
        return [
          ...lines,
          'lui $3, 0x8000',
          'dsubu $3, $2, $3',
          'dsrl $3, $3, 31',
          'sltiu $3, $3, 3',
          branch('beqz $3, overflow'),
        ];
    }
  }

  /** Masked insert of $2 into the container at $14. */
  #insert({ name, field }: Rule, granule: number): string[] {
    if (field.kind === 'word' && isWholeWord(field)) return this.store(field.bytes, granule);
    if (field.bytes !== 4 || field.zeros || field.signSelect)
      throw new RangeError(`${name}: no insert into such a field on this machine`);
    return [...this.#fieldStore({ at: 0, field }, '$3', true), 'synci 0($14)'];
  }

  /** The register that a field counts from: one whose displacement the table says is brought into $25. */
  #placeOf(displacement: Displacement | undefined): { readonly lines: string[]; readonly base: string } {
    if (!displacement) return { lines: [], base: '$14' };
    const { byte, shift } = displacement;
    const lines = [
      `lb $25, ${byte}($15)`,
      ...(shift === 0 ? [] : [`sll $25, $25, ${shift}`]),
      `${this.#d('addu')} $25, $25, $14`,
    ];
    return { lines, base: '$25' };
  }

  /** Goes on behind bytes of the table. */
  skip(bytes: number): string[] {
    return [`${this.#d('addiu')} $15, $15, ${bytes}`];
  }

  /** Where the lower half of the instruction at `at` is. */
  #lowHalf(at: number): number {
    return this.#order === 'little' ? at : at + INSTRUCTION / 2;
  }

  /** Stores the parts of $2 that a field shows; `rounds` tells whether bits below an upper part can carry into it. */
  #fieldStore(
    { at, field, plus = 0n, displacement }: SplitField,
    container: string,
    rounds: boolean,
  ): string[] {
    const { lines: found, base } = this.#placeOf(displacement);
    const flushed = displacement === undefined ? [] : [`synci 0(${base})`];
    const isHalf = field.bytes === INSTRUCTION && field.slices.length === 1 && field.slices.every(isLowHalf);
    const inserts = field.slices.flatMap((slice): string[] => {
      const { from, to, at: low, rounded } = slice;
      const added = plus + (rounded && rounds ? 1n << BigInt(from - 1) : 0n);
      const add = added === 0n ? [] : this.#plus('$13', '$2', added);
      const source = add.length > 0 ? '$13' : '$2';
      const shifted = from === 0 ? [] : [this.#shift('srl', '$13', source, from)];
      const value = from === 0 ? source : '$13';
      if (isHalf) return [...add, ...shifted, `sh ${value}, ${this.#lowHalf(at)}(${base})`];
      return [...add, ...shifted, `${this.#d('ins')} ${container}, ${value}, ${low}, ${to - from + 1}`];
    });
    if (isHalf) return [...found, ...inserts, ...flushed];
    return [
      ...found,
      `lw ${container}, ${at}(${base})`,
      ...inserts,
      `sw ${container}, ${at}(${base})`,
      ...flushed,
    ];
  }

  /** Stores $2 at $14, in accesses of at most `granule` bytes. */
  store(bytes: number, granule: number): string[] {
    const piece = Math.min(bytes, granule);
    const mnemonic = { 1: 'sb', 2: 'sh', 4: 'sw', 8: 'sd' }[piece] ?? '';
    return Array.from({ length: bytes / piece }, (_, index) => {
      const at = this.#order === 'little' ? index * piece : bytes - piece * (index + 1);
      const down = index === 0 ? [] : [this.#shift('srl', '$2', '$2', 8 * piece)];
      return [...down, `${mnemonic} $2, ${at}($14)`];
    }).flat();
  }

  /** Loads the word at $14 into $2. */
  load(bytes: number, granule: number): string[] {
    if (granule >= bytes) return [`${bytes === 8 ? 'ld' : 'lw'} $2, 0($14)`];
    const mnemonic = { 1: 'lbu', 2: 'lhu', 4: 'lwu' }[granule] ?? '';
    return Array.from({ length: bytes / granule }, (_, index) => {
      const at = this.#order === 'little' ? index * granule : bytes - granule * (index + 1);
      if (index === 0) return [`${mnemonic} $2, ${at}($14)`];
      return [
        `${mnemonic} $3, ${at}($14)`,
        this.#shift('sll', '$3', '$3', 8 * granule * index),
        'or $2, $2, $3',
      ];
    }).flat();
  }

  /** Reads slices of the instructions at $14 into $2, or into $3 for the next word. */
  splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
    const register = into === 'value' ? '$2' : '$3';
    return slices.flatMap(({ at, slice, to, displacement }, index) => {
      const target = index === 0 ? register : '$12';
      const { lines: found, base } = this.#placeOf(displacement);
      const lines = [
        ...found,
        ...(isLowHalf(slice)
          ? [`lhu ${target}, ${this.#lowHalf(at)}(${base})`]
          : [
              `lw ${target}, ${at}(${base})`,
              `ext ${target}, ${target}, ${slice.at}, ${slice.to - slice.from + 1}`,
            ]),
        ...(to === 0 ? [] : [this.#shift('sll', target, target, to)]),
      ];
      return index === 0 ? lines : [...lines, `or ${register}, ${register}, $12`];
    });
  }

  /** Stores $2 in the fields of the instructions at $14, and has every line they may stand in written back. */
  splitStore(fields: readonly SplitField[]): string[] {
    const shown = fields.flatMap(({ field }) => field.slices);
    const rounds = shown.some(
      ({ rounded, from }) => rounded && shown.some((other) => other.from < from && other.to === from - 1),
    );
    return [
      ...fields.flatMap((each) => this.#fieldStore(each, '$12', rounds)),
      ...linesTouched(
        fields.filter(({ displacement }) => displacement === undefined),
        LINE,
      ).map((at) => `synci ${at}($14)`),
    ];
  }
}

function target(wide: boolean, order: Order): Target {
  const select = new Selection(wide, order);
  const extensions = order === 'big' ? (['MODE_BIG_ENDIAN'] as const) : [];
  const word = wide ? 8 : 4;
  const big = order === 'big';
  const release2 = wide ? 'mips64r2' : 'mips32r2';
  return {
    assembler: {
      comment: '#',
      keystone: { arch: 'ARCH_MIPS', mode: wide ? 'MODE_MIPS64' : 'MODE_MIPS32', extensions },
      capstone: { arch: 'ARCH_MIPS', mode: wide ? 'MODE_MIPS64' : 'MODE_MIPS32', extensions },
    },
    selection: {
      directives: ['.set noreorder', '.set noat', `.set ${release2}`],
      jump: (label) => branch(`b ${label}`),
      handler: (rule, got, granule, _toc, { pointers }) =>
        select.handler(rule, got, granule, pointers?.global?.fromGot ?? 0),
    },
    // As far as one addiu goes.
    placement: { reach: 0x7fff, tableAlignment: word },
    words: {
      load: (bytes, granule) => select.load(bytes, granule),
      store: (bytes, granule) => select.store(bytes, granule),
    },
    split: {
      load: (slices, into) => select.splitLoad(slices, into),
      store: (fields) => select.splitStore(fields),
      adds: true,
      skip: (bytes) => select.skip(bytes),
    },
    questions: {
      locate: (offset) => select.locate('$15', offset),
      constant: (value) => select.constant('$3', value),
    },
    beacon: {
      store: (address, bytes) => [
        ...select.constant('$3', address),
        `${bytes === 1 ? 'sb' : 'sw'} $2, 0($3)`,
      ],
    },
    additions: {
      context: ({ block, entry, registers }) => ({
        promised: registers.flatMap(({ name, offset }) => select.locate(`$${name}`, offset)),
        // The mnemonics of one width begin in it, or are these.
        d: wide ? 'd' : '',
        load: wide ? 'ld' : 'lw',
        save: wide ? 'sd' : 'sw',
        release2,
        wordBytes: word,
        // Of ElfN_Rela.
        addendAt: 2 * word,
        entrySize: 3 * word,
        // What one bitmap of RELR is about.
        windowBytes: (8 * word - 1) * word,
        // Where in a word of 4 or 8 bytes its halves stand.
        low2: big ? 2 : 0,
        high2: big ? 0 : 2,
        low4: big ? 4 : 0,
        high4: big ? 0 : 4,
        block: block && { ...block, bits: Math.log2(block.bytes) },
        entryHigh: entry >>> 16,
        entryLow: entry & 0xffff,
        // From where bal at the start leaves $31.
        entryBehind: entry - 8,
      }),
    },
  };
}

export const mips = target(false, 'big');
export const mipsel = target(false, 'little');
export const mips64 = target(true, 'big');
export const mips64el = target(true, 'little');
