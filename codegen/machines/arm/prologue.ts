/** Instruction selection for Arm (A32): a rule's value, check and masked insert, from X = S + A in r8 and P in r6. */
import { limits } from '../../../relocator-dsl/check.ts';
import type { Magnitude, Slice } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';
import { linesTouched, type SliceLoad, type SplitField } from '../../selection/split.ts';

/**
 * Instructions of the handler for `rule`. `got` is the GOT's offset from the load base (r4); `granule` the widest
 * access, in bytes, that is aligned at every place the handler serves.
 */
function armHandler(rule: Rule, got: number, granule: number): string[] {
  const { tree } = recordForm(rule);
  const isRounded = tree.op === 'word unless odd';
  const minus = subtracted(rule, isRounded ? tree.operand : tree, ['place', 'got']);
  const lines: string[] = [];
  if (minus === 'place') lines.push('sub r8, r8, r6');
  if (minus === 'got') {
    lines.push('sub r8, r8, r4');
    for (const part of immediates(BigInt(got))) lines.push(`sub r8, r8, #0x${part.toString(16)}`);
  }
  if (isRounded) lines.push('tst r8, #1', 'addeq r8, r8, #2', 'biceq r8, r8, #2');
  if (rule.field.magnitude)
    return [...lines, ...magnitude(rule, rule.field.magnitude), ...insert(rule, granule)];
  lines.push(...check(rule));
  if (isWhole(rule)) return [...lines, ...storeWord(rule.field.bytes, granule)];
  return [...lines, ...insert(rule, granule)];
}

function isWhole({ field }: Rule): boolean {
  return field.slices.every(({ from, to }) => from === 0 && to === field.bytes * 8 - 1);
}

/** One leading piece out of r8: it comes into r10, and where it begins into r9. */
const PIECE = [
  'clz r9, r8',
  'bic r9, r9, #1',
  'rsbs r9, r9, #24',
  'movmi r9, #0',
  'lsr r10, r8, r9',
  'sub r8, r8, r10, lsl r9',
];

/** Makes of X in r8 what the field shows of its magnitude, with the sign of X in bit 31. */
function magnitude({ name, check: { rest } }: Rule, { without, rotated }: Magnitude): string[] {
  const pieces = without + (rotated ? 1 : 0);
  if (rest && rest.without !== pieces)
    throw new RangeError(`${name}: no instruction selection for its check on this machine`);
  const lines = ['asr r11, r8, #31', 'eor r8, r8, r11', 'sub r8, r8, r11'];
  for (let index = 0; index < pieces; index++) lines.push(...PIECE);
  if (rest?.bits === 0) lines.push('cmp r8, #0', 'bne overflow');
  else if (rest) lines.push(`lsrs r9, r8, #${rest.bits}`, 'bne overflow');
  if (rest?.multipleOf) lines.push(`tst r8, #${rest.multipleOf - 1}`, 'bne overflow');
  if (rotated) lines.push('rsb r9, r9, #32', 'lsr r9, r9, #1', 'and r9, r9, #15', 'orr r8, r10, r9, lsl #8');
  return [...lines, 'and r11, r11, #0x80000000', 'orr r8, r8, r11'];
}

/** The instruction in r10 adds or subtracts, by bit 31 of r8. */
function chooseOpcode({ opcode: { mask, add, subtract } }: Magnitude): string[] {
  const low = (mask & -mask).toString(2).length - 1;
  const width = mask.toString(2).length - low;
  const [plus, minus] = [add, subtract].map((bits) => Number(bits >> BigInt(low)));
  if (plus === undefined || minus !== plus - 1)
    throw new RangeError('no instruction selection for these opcodes');
  return ['lsr r9, r8, #31', `rsb r9, r9, #${plus}`, `bfi r10, r9, #${low}, #${width}`];
}

/** A check that leaves r8 as it is. */
function check({ name, check: { range, multipleOf, odd } }: Rule): string[] {
  const lines: string[] = [];
  if (odd === 'required') lines.push('tst r8, #1', 'beq overflow');
  if (multipleOf && odd === 'exempt') {
    if (multipleOf !== 4) throw new RangeError(`${name}: only multiples of 4 are told from odd values`);
    lines.push('and r9, r8, #3', 'cmp r9, #2', 'beq overflow');
  } else if (multipleOf) lines.push(`tst r8, #${multipleOf - 1}`, 'bne overflow');
  if (!range || range.bits >= 32) return lines;
  const { bits, kind } = range;
  if (kind === 'signed')
    return [...lines, `lsl r9, r8, #${32 - bits}`, `cmp r8, r9, asr #${32 - bits}`, 'bne overflow'];
  if (kind === 'unsigned') return [...lines, `lsrs r9, r8, #${bits}`, 'bne overflow'];
  // -2^(n-1) <= X < 2^n  is  X + 2^(n-1) < 3 * 2^(n-1), unsigned.
  const { min } = limits(range);
  return [...lines, `add r9, r8, #${-min}`, `lsr r9, r9, #${bits - 1}`, 'cmp r9, #3', 'bhs overflow'];
}

/** Masked insert into the word or instruction at r6, and the instruction out of the data cache. */
function insert({ name, field }: Rule, granule: number): string[] {
  if (field.signSelect || field.zeros || field.slices.some(({ rounded }) => rounded))
    throw new RangeError(`${name}: no instruction selection for its field on this machine`);
  const slices = [...field.slices].sort((a, b) => a.from - b.from);
  return [
    ...load('r10', 'r11', field.bytes, granule),
    ...slices.flatMap(insertSlice),
    ...(field.magnitude ? chooseOpcode(field.magnitude) : []),
    ...store('r10', field.bytes, granule),
    ...(field.kind === 'instruction' ? clean(granule < field.bytes ? [0, field.bytes - granule] : [0]) : []),
  ];
}

/** Cleans the data cache lines of bytes behind r6; the instruction cache is invalidated as a whole, at the end. */
function clean(offsets: readonly number[]): string[] {
  return offsets.flatMap((at) =>
    at === 0 ? ['mcr p15, 0, r6, c7, c10, 1'] : [`add r9, r6, #${at}`, 'mcr p15, 0, r9, c7, c10, 1'],
  );
}

const PAGE = 0x1000;
/** What a store behind the sum of the load base and one immediate reaches. */
const TABLE_REACH = 0xf_ffff;
/** The smallest line of a data cache, in bytes. */
const LINE = 16;

/** Reads slices of the instructions at r6 into r8, or into r7 for the next word, each by its halfword. */
function splitLoad(slices: readonly SliceLoad[], into: 'value' | 'next'): string[] {
  const register = into === 'value' ? 'r8' : 'r7';
  let loaded: number | undefined;
  return slices.flatMap(({ at, slice, to }, index) => {
    const [place, low] = halfwordOf(at, slice);
    const width = slice.to - slice.from + 1;
    const lines = loaded === place ? [] : [`ldrh r10, [r6, #${place}]`];
    loaded = place;
    if (index === 0 && to === 0) return [...lines, `ubfx ${register}, r10, #${low}, #${width}`];
    lines.push(`ubfx r9, r10, #${low}, #${width}`);
    return [
      ...lines,
      index === 0 ? `lsl ${register}, r9, #${to}` : `orr ${register}, ${register}, r9, lsl #${to}`,
    ];
  });
}

/** Stores r8 in the fields of the instructions at r6. */
function splitStore(fields: readonly SplitField[]): string[] {
  const halves = new Map<number, { readonly slice: Slice; readonly low: number }[]>();
  for (const { at, field } of fields) {
    for (const slice of field.slices) {
      const [place, low] = halfwordOf(at, slice);
      halves.set(place, [...(halves.get(place) ?? []), { slice, low }]);
    }
  }
  const inserts = [...halves].flatMap(([place, parts]) => [
    `ldrh r10, [r6, #${place}]`,
    ...parts.flatMap(({ slice, low }) => insertSlice({ ...slice, at: low })),
    `strh r10, [r6, #${place}]`,
  ]);
  // Instructions of four bytes may stand across the end of a line.
  const ends = fields.map(({ at, field }) => ({ at: at + field.bytes - 2, field }));
  return [...inserts, ...clean(linesTouched([...fields, ...ends], LINE))];
}

/** The halfword in which a slice is, in bytes behind r6, and its lowest bit there. */
function halfwordOf(at: number, { from, to, at: low }: Slice): readonly [place: number, low: number] {
  if (low >> 4 !== (low + to - from) >> 4) throw new RangeError('a slice is in two halfwords');
  return [at + 2 * (low >> 4), low & 15];
}

function insertSlice({ from, to, at, flippedUnless }: Slice): string[] {
  const width = to - from + 1;
  const position = `#${at}, #${width}`;
  if (flippedUnless !== undefined) {
    const choosing = flippedUnless === 0 ? 'r8' : `r8, lsr #${flippedUnless}`;
    return [`lsr r9, r8, #${from}`, `eor r9, r9, ${choosing}`, 'mvn r9, r9', `bfi r10, r9, ${position}`];
  }
  if (from === 0) return [`bfi r10, r8, ${position}`];
  return [`lsr r9, r8, #${from}`, `bfi r10, r9, ${position}`];
}

/** Loads `bytes` bytes at r6, in accesses of at most `granule`. */
function load(into: string, scratch: string, bytes: number, granule: number): string[] {
  const step = Math.min(bytes, granule);
  const lines = [`${LOAD[step]} ${into}, [r6]`];
  for (let at = step; at < bytes; at += step)
    lines.push(`${LOAD[step]} ${scratch}, [r6, #${at}]`, `orr ${into}, ${into}, ${scratch}, lsl #${8 * at}`);
  return lines;
}

/** Stores `bytes` bytes at r6 in accesses of at most `granule`; the register is lost where that is more than one. */
function store(from: string, bytes: number, granule: number): string[] {
  const step = Math.min(bytes, granule);
  const lines = [`${STORE[step]} ${from}, [r6]`];
  for (let at = step; at < bytes; at += step)
    lines.push(`lsr ${from}, ${from}, #${8 * step}`, `${STORE[step]} ${from}, [r6, #${at}]`);
  return lines;
}

const LOAD: Readonly<Record<number, string>> = { 1: 'ldrb', 2: 'ldrh', 4: 'ldr' };
const STORE: Readonly<Record<number, string>> = { 1: 'strb', 2: 'strh', 4: 'str' };

/** Stores r8 at r6. */
function storeWord(bytes: number, granule: number): string[] {
  return store('r8', bytes, granule);
}

/** `value` as a sum of numbers that an instruction can hold: eight bits at an even position. */
function immediates(value: bigint): bigint[] {
  const parts: bigint[] = [];
  for (let rest = value, shift = 0n; rest > 0n; ) {
    while (((rest >> shift) & 3n) === 0n) shift += 2n;
    const part = rest & (0xffn << shift) & 0xffff_ffffn;
    parts.push(part);
    rest -= part;
  }
  return parts;
}

/** Brings the address of an offset within a table's reach into r5. Keystone would take an adr that does not reach it. */
function locate(offset: number): string[] {
  if (offset > TABLE_REACH) throw new RangeError(`no position of 0x${offset.toString(16)}`);
  // As many parts for all offsets that are so high: what stands behind this must not move with what it tells.
  const above = offset > 0xffff ? [offset & 0xf_0000] : [];
  const parts = [...above, offset & 0xff00, offset & 0xff];
  return parts.map((part, index) => `add r5, ${index === 0 ? 'r4' : 'r5'}, #0x${part.toString(16)}`);
}

/** Brings `value` into r5. */
function armConstant(value: bigint): string[] {
  const inverted = BigInt.asUintN(32, ~value);
  const [plain, negated] = [immediates(value), immediates(inverted)];
  const hex = (part: bigint): string => `#0x${part.toString(16)}`;
  if (negated.length < plain.length) {
    const [first = 0n, ...rest] = negated;
    return [`mvn r5, ${hex(first)}`, ...rest.map((part) => `bic r5, r5, ${hex(part)}`)];
  }
  const [first = 0n, ...rest] = plain;
  return [`mov r5, ${hex(first)}`, ...rest.map((part) => `orr r5, r5, ${hex(part)}`)];
}

export const arm: Target = {
  assembler: {
    comment: '//',
    keystone: { arch: 'ARCH_ARM', mode: 'MODE_ARM' },
    capstone: { arch: 'ARCH_ARM', mode: 'MODE_ARM' },
  },
  selection: { jump: (label) => `b ${label}`, handler: armHandler },
  placement: { reach: 0x1ff_0000, tableReach: TABLE_REACH, tableAlignment: 4 },
  words: { load: (bytes, granule) => load('r8', 'r9', bytes, granule), store: storeWord },
  split: { load: splitLoad, store: splitStore },
  chain: { targetAbove: true },
  questions: { locate, constant: armConstant },
  beacon: {
    store: (address, bytes) => [...armConstant(address), `${bytes === 1 ? 'strb' : 'str'} r12, [r5]`],
  },
  additions: {
    context: ({ alignment = 1, entry, entryFunctionBit, registers }) => ({
      alignmentBits: Math.log2(alignment),
      promised: registers.flatMap(({ name, offset }) =>
        immediates(BigInt(offset)).map(
          (part, index) => `add ${name}, ${index === 0 ? 'r4' : name}, #0x${part.toString(16)}`,
        ),
      ),
      // What bx goes to: bit 0 tells the state.
      entryAddress: entry + (entryFunctionBit ? 1 : 0),
    }),
    // Stores reach a page.
    group: (_, { table }) => ({ tablePage: table - (table % PAGE), tableInPage: table % PAGE }),
  },
};
