/**
 * Test vectors of self-relocation loops: tables as DT_RELA, DT_REL and DT_RELR have them, and what must become of the words
 * of the image. Which relocation of a table changes which word is written down by hand, from the gABI; nothing here reads a table.
 */

/** An entry of DT_RELA or DT_REL: a place and an addend, or one of type NONE, which a loop passes over. */
export interface Entry {
  readonly place: bigint;
  /** undefined in DT_REL, where it stands in the place. */
  readonly addend?: bigint;
  readonly none?: true;
}

/** Numbers are those of an image that is linked at 0: offsets, and words that will be addresses. */
export interface LoopVector {
  readonly kind: 'rela' | 'rel' | 'relr';
  readonly bits: 32 | 64;
  readonly name: string;
  /** What is added: where the image stands. */
  readonly D: bigint;
  /** DT_RELA and DT_REL. */
  readonly entries: readonly Entry[];
  /** DT_RELR. */
  readonly words: readonly bigint[];
  /** Words of the image that are not 0 before, by offset. */
  readonly before: ReadonlyMap<bigint, bigint>;
  /** All words that change, by offset. */
  readonly after: ReadonlyMap<bigint, bigint>;
}

type Words = readonly (readonly [offset: bigint, word: bigint])[];

/** Bytes of the image that a vector looks at. */
export const IMAGE_BYTES = 0x1000;

/** Load bases: low, beyond what 31 and 32 bits hold with a sign, and in the upper half of a large space. */
const BASES: Readonly<Record<32 | 64, readonly bigint[]>> = {
  32: [0x40_0000n, 0x9000_0000n],
  64: [0x40_0000n, 0x1_9000_0000n, 0x3f12_3456_7000n],
};

/** All of them, in the order of their file. */
export function loopVectors(): LoopVector[] {
  return ([64, 32] as const).flatMap((bits) => BASES[bits].flatMap((D) => vectorsAt(bits, D)));
}

function vectorsAt(bits: 32 | 64, D: bigint): LoopVector[] {
  const word = BigInt(bits / 8);
  const all = (1n << BigInt(bits)) - 1n;
  const top = 1n << BigInt(bits - 1);
  /** Words a bitmap stands for. */
  const reach = BigInt(bits - 1);
  const add = (words: Words): ReadonlyMap<bigint, bigint> =>
    new Map(words.map(([at, held]) => [at, (held + D) & all]));
  const rela = (
    name: string,
    entries: readonly Entry[],
    before: Words,
    after: ReadonlyMap<bigint, bigint>,
  ): LoopVector => ({ kind: 'rela', bits, name, D, entries, words: [], before: new Map(before), after });
  const rel = (name: string, entries: readonly Entry[], before: Words, changed: Words): LoopVector => ({
    ...{ kind: 'rel', bits, name, D, entries, words: [] },
    ...{ before: new Map(before), after: add(changed) },
  });
  /** `changed` words hold 0x100 and their number; what stands between them holds the like, and stays. */
  const relr = (name: string, words: readonly bigint[], changed: readonly bigint[]): LoopVector => {
    const last = changed.at(-1) ?? 0x80n;
    const held = Array.from({ length: Number(last / word) + 3 }, (_, index) => BigInt(index) * word);
    const before = held.map((at) => [at, 0x100n + at / word] as const);
    const slots = new Set(changed);
    const after = add(before.filter(([at]) => slots.has(at)));
    return { kind: 'relr', bits, name, D, entries: [], words, before: new Map(before), after };
  };
  const place = (index: bigint): bigint => index * word;
  const bits0 = (...indices: number[]): bigint =>
    indices.reduce((sum, index) => sum | (1n << BigInt(index + 1)), 1n);
  const every = Array.from({ length: bits - 1 }, (_, index) => index);
  const full = all;
  const after = (from: bigint, indices: readonly number[]): bigint[] =>
    indices.map((index) => from + place(BigInt(index)));
  return [
    rela('empty', [], [[0n, 5n]], new Map()),
    rela('one', [{ place: 0x80n, addend: 0x240n }], [], add([[0x80n, 0x240n]])),
    rela('first-word', [{ place: 0n, addend: 0x10n }], [], add([[0n, 0x10n]])),
    rela('addend-0', [{ place: 0x80n, addend: 0n }], [], add([[0x80n, 0n]])),
    rela('negative-addend', [{ place: 0x80n, addend: -8n }], [], add([[0x80n, -8n]])),
    rela('high-addend', [{ place: 0x80n, addend: top - 1n }], [], add([[0x80n, top - 1n]])),
    rela(
      'old-content-is-nothing',
      [{ place: 0x80n, addend: 0x240n }],
      [
        [0x80n, all],
        [0x80n + word, 0x1234n],
      ],
      add([[0x80n, 0x240n]]),
    ),
    rela(
      'in-any-order',
      [0x300n, 0x80n, 0x200n].map((at) => ({ place: at, addend: at + 3n })),
      [],
      add([0x300n, 0x80n, 0x200n].map((at) => [at, at + 3n])),
    ),
    rela(
      'none-between',
      [
        { place: 0x80n, addend: 0x11n },
        { place: 0x90n, addend: 0x22n, none: true },
        { place: 0xa0n, addend: 0x33n },
      ],
      [[0x90n, 7n]],
      add([
        [0x80n, 0x11n],
        [0xa0n, 0x33n],
      ]),
    ),
    rela(
      'none-first-and-last',
      [
        { place: 0n, addend: 0n, none: true },
        { place: 0xa0n, addend: 0x33n },
        { place: 0n, addend: 0n, none: true },
      ],
      [[0n, 7n]],
      add([[0xa0n, 0x33n]]),
    ),
    rel('empty', [], [[0n, 5n]], []),
    rel('one', [{ place: 0x80n }], [[0x80n, 0x240n]], [[0x80n, 0x240n]]),
    rel('first-word', [{ place: 0n }], [[0n, 0x10n]], [[0n, 0x10n]]),
    rel('old-0', [{ place: 0x80n }], [], [[0x80n, 0n]]),
    rel('old-with-high-bit', [{ place: 0x80n }], [[0x80n, top | 5n]], [[0x80n, top | 5n]]),
    rel('old-negative', [{ place: 0x80n }], [[0x80n, all - 7n]], [[0x80n, all - 7n]]),
    rel(
      'none-between',
      [{ place: 0x80n }, { place: 0x90n, none: true }, { place: 0xa0n }],
      [
        [0x80n, 0x11n],
        [0x90n, 0x22n],
        [0xa0n, 0x33n],
      ],
      [
        [0x80n, 0x11n],
        [0xa0n, 0x33n],
      ],
    ),
    relr('empty', [], []),
    relr('one-address', [0x80n], [0x80n]),
    relr('first-word', [0n], [0n]),
    relr('addresses-in-a-row', [0x80n, 0x80n + word], [0x80n, 0x80n + word]),
    relr('bitmap-behind-an-address', [0x80n, bits0(0)], [0x80n, 0x80n + word]),
    relr('bitmap-with-its-last-bit', [0x80n, bits0(bits - 2)], [0x80n, 0x80n + place(reach)]),
    relr('bitmap-of-all-bits', [0x80n, full], [0x80n, ...after(0x80n + word, every)]),
    relr(
      'two-bitmaps',
      [0x80n, bits0(1, 5), bits0(0, bits - 2)],
      [0x80n, ...after(0x80n + word, [1, 5]), ...after(0x80n + word + place(reach), [0, bits - 2])],
    ),
    relr(
      'bitmap-of-no-bits-then-one',
      [0x80n, 1n, bits0(2)],
      [0x80n, ...after(0x80n + word + place(reach), [2])],
    ),
    relr('bitmap-of-no-bits-last', [0x80n, bits0(3), 1n], [0x80n, ...after(0x80n + word, [3])]),
    relr(
      'address-behind-bitmaps',
      [0x80n, bits0(0), 0x400n, bits0(4)],
      [0x80n, 0x80n + word, 0x400n, ...after(0x400n + word, [4])],
    ),
  ];
}

function hex(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function listed(words: ReadonlyMap<bigint, bigint>): string {
  return [...words].map(([at, held]) => `${hex(at)}:${hex(held)}`).join(',') || '-';
}

/** A line of the file. */
export function loopLine({ kind, bits, name, D, entries, words, before, after }: LoopVector): string {
  const table = kind === 'relr' ? words.map(hex) : entries.map(entryText);
  return [
    `${kind}${bits}`,
    name,
    `D=${hex(D)}`,
    `table=${table.join(',') || '-'}`,
    `before=${listed(before)}`,
    `after=${listed(after)}`,
  ].join(' ');
}

function entryText({ place, addend, none }: Entry): string {
  const what = addend === undefined ? hex(place) : `${hex(place)}:${hex(addend)}`;
  return none ? `none:${what}` : what;
}

/** The file, golden/vectors/loops.txt. */
export function loopPage(): string {
  return [
    '# SPDX-License-Identifier: GPL-2.0-only OR MIT',
    '# What self-relocation loops make of an image; docs/vectors.md tells how to read it.',
    ...loopVectors().map(loopLine),
    '',
  ].join('\n');
}
