/** Instruction selection for RISC-V: a rule's value, check and masked insert, from X = S + A in a5 and P in a4. */
import { roundingOf, type Slice } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { SplitAccess, Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';
import { behind, constant, load, store, type Xlen } from './access.ts';
import { insertValue } from './fields.ts';
import { riscvEncoder } from './instructions.ts';

/** Instructions of the handler for `rule`; `granule` is the widest access that is aligned at every place it serves. */
function handler(rule: Rule, granule: number, xlen: Xlen): string[] {
  const { field } = rule;
  if (field.zeros || field.signSelect || field.bytes === 3 || field.bytes === 16)
    throw new RangeError(`${rule.name}: no insert into such a field on this machine`);
  const lines = valueLines(rule, granule);
  const rounded = field.slices.find((slice) => slice.rounded);
  const pair = field.bytes === 8 && field.kind === 'instruction';
  if (pair) lines.push('c.mv t2, a5');
  if (rounded) lines.push(...constant('a3', roundingOf(rounded), xlen), 'c.add a5, a3');
  lines.push(...check(rule, xlen));
  if (field.kind === 'word' && field.slices[0]?.to === field.bytes * 8 - 1)
    return [...lines, ...store(field.bytes, granule)];
  const zeroBits = Math.log2(rule.check.multipleOf ?? 1);
  if (!pair && field.bytes !== 8) {
    return [
      ...lines,
      ...insertValue({ bytes: field.bytes, at: 0, slices: field.slices, granule, zeroBits }, xlen),
    ];
  }
  for (const at of [0, 4]) {
    const slices = field.slices
      .filter((slice) => slice.at >> 5 === at >> 2)
      .map((slice) => ({ ...slice, at: slice.at & 31 }));
    if (slices.some((slice) => !slice.rounded)) lines.push('c.mv a5, t2');
    lines.push(...insertValue({ bytes: 4, at, slices, granule, zeroBits }, xlen));
  }
  return lines;
}

/** The value in a5; what the field holds comes by way of a3. */
function valueLines(rule: Rule, granule: number): string[] {
  const { tree } = recordForm(rule);
  if (
    (tree.op === 'add' || tree.op === 'subtract') &&
    tree.left.op === 'held' &&
    tree.right.op === 'target'
  ) {
    const signed = tree.op === 'subtract' ? ['neg a5, a5'] : [];
    return [...signed, ...load('a3', rule.field.bytes, granule), 'c.add a5, a3'];
  }
  return subtracted(rule, tree, ['place']) ? ['c.sub a5, a4'] : [];
}

/** A check that leaves a5 as it is; a value that is to be rounded is so already. */
function check({ name, check: { range, multipleOf = 1 } }: Rule, xlen: Xlen): string[] {
  if (!range || range.bits >= xlen) {
    if (multipleOf > 1) throw new RangeError(`${name}: no check of alignment alone on this machine`);
    return [];
  }
  const { bits, kind } = range;
  const low = Math.log2(multipleOf);
  if (kind === 'either' && low === 0) {
    // The bits from the field's highest on, as a signed number, are -1, 0 or 1.
    return [`srai a3, a5, ${bits - 1}`, 'c.addi a3, 1', 'c.li t1, 2', 'bltu t1, a3, overflow'];
  }
  if (kind !== 'signed') throw new RangeError(`${name}: no ${kind} check on this machine`);
  if (bits === 32 && low === 0) return ['sext.w a3, a5', 'bne a3, a5, overflow'];
  return [
    `slli a3, a5, ${xlen - bits}`,
    `c.srai a3, ${xlen - bits + low}`,
    ...(low > 0 ? [`c.slli a3, ${low}`] : []),
    'bne a3, a5, overflow',
  ];
}

/** Bytes of an instruction of 32 bits, and what it is aligned to where compressed ones stand among them. */
const INSTRUCTION = { bytes: 4, granule: 2 } as const;

/**
 * The upper 20 bits of an address stand in lui where they stand in a word. What is added to it has no bits below, so the whole
 * instruction is read and stored as one, and no bit of it but these changes.
 */
const upperPart: SplitAccess = {
  load(slices) {
    const [only, ...others] = slices;
    if (!only || others.length > 0 || !isUpper(only.slice) || only.at !== 0) throw new RangeError(NOT_UPPER);
    return load('a5', INSTRUCTION.bytes, INSTRUCTION.granule);
  },
  store(fields) {
    const [only, ...others] = fields;
    const [slice, ...more] = only?.field.slices ?? [];
    if (!slice || others.length + more.length > 0 || !isUpper(slice)) throw new RangeError(NOT_UPPER);
    return store(INSTRUCTION.bytes, INSTRUCTION.granule);
  },
};

const NOT_UPPER =
  'only the upper part of an address that stands in one instruction is relocated without a record';

function isUpper({ from, to, at }: Slice): boolean {
  return from === at && to === INSTRUCTION.bytes * 8 - 1;
}

function target(xlen: Xlen): Target {
  return {
    assembler: {
      comment: '#',
      encoder: riscvEncoder(xlen),
      capstone: {
        arch: 'ARCH_RISCV',
        mode: xlen === 64 ? 'MODE_RISCV64' : 'MODE_RISCV32',
        extensions: ['MODE_RISCVC'],
      },
    },
    selection: {
      jump: (label) => `c.j ${label}`,
      handler: (rule, _got, granule) => handler(rule, granule, xlen),
    },
    // beqz, in the first bytes of the code.
    placement: { reach: 0xffe, tableAlignment: xlen / 8 },
    words: { load: (bytes, granule) => load('a5', bytes, granule), store },
    split: upperPart,
    chain: { signed: true },
    questions: {
      locate: (offset) => behind('t5', 't0', offset, xlen),
      constant: (value) => constant('t1', value, xlen),
    },
    beacon: {
      store: (address, bytes) => [...constant('t1', address, xlen), `${bytes === 1 ? 'sb' : 'sw'} t6, 0(t1)`],
    },
    additions: {
      context: ({ alignment = 1 }) => ({ wide: xlen === 64, alignmentShift: xlen - Math.log2(alignment) }),
    },
  };
}

export const riscv64: Target = target(64);
export const riscv32: Target = target(32);
