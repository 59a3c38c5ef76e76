/** Instruction selection for s390x: a rule's value, check and masked insert, from X = S + A in %r4 and P in %r3. */

import { isWholeWord } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';

/** Instructions of the handler for `rule`; `got` is the GOT's offset from the load base. */
function s390xHandler(rule: Rule, got: number): string[] {
  const minus = subtracted(rule, recordForm(rule).tree, ['place', 'got']);
  const lines: string[] = [];
  if (minus === 'place') lines.push('sgr %r4, %r3');
  if (minus === 'got') lines.push(`larl %r5, start+0x${got.toString(16)}`, 'sgr %r4, %r5');
  return [...lines, ...check(rule), ...insert(rule)];
}

/** A check that leaves %r4 as it is. */
function check({ check: { range, multipleOf } }: Rule): string[] {
  const lines: string[] = [];
  if (multipleOf) lines.push(`tmll %r4, ${multipleOf - 1}`, 'jne overflow');
  if (!range || range.bits >= 64) return lines;
  const { bits, kind } = range;
  switch (kind) {
    case 'signed':
      return [...lines, ...signExtend(bits), 'cgrjne %r4, %r5, overflow'];
    case 'unsigned':
      return [...lines, `srlg %r5, %r4, ${bits}`, 'cgijne %r5, 0, overflow'];
    case 'either':
      // -2^(n-1) <= X < 2^n  is  X + 2^(n-1) < 3 * 2^(n-1), unsigned.
      return [
        ...lines,
        'lgr %r5, %r4',
        `algfi %r5, 0x${(1n << BigInt(bits - 1)).toString(16)}`,
        `srlg %r5, %r5, ${bits - 1}`,
        'clgijh %r5, 2, overflow',
      ];
  }
}

/** The low `bits` bits of %r4, sign-extended, in %r5. */
function signExtend(bits: number): string[] {
  const single = { 8: 'lgbr', 16: 'lghr', 32: 'lgfr' }[bits];
  if (single) return [`${single} %r5, %r4`];
  return [`sllg %r5, %r4, ${64 - bits}`, `srag %r5, %r5, ${64 - bits}`];
}

/** Masked insert of %r4 into the container at %r3. */
function insert({ name, field }: Rule): string[] {
  if (isWholeWord(field) && field.bytes !== 3 && field.bytes !== 16) return [store(field.bytes, '%r4')];
  const [only] = field.slices;
  if (only && field.slices.length === 1 && only.to - only.from + 1 === field.bytes * 8) {
    const shift = `srlg %r4, %r4, ${only.from}`;
    if (field.bytes !== 3 && field.bytes !== 16) return [shift, store(field.bytes, '%r4')];
    return [shift, 'sth %r4, 1(%r3)', 'srlg %r4, %r4, 16', 'stc %r4, 0(%r3)'];
  }
  if (field.zeros || field.signSelect || (field.bytes !== 2 && field.bytes !== 4))
    throw new RangeError(`${name}: no insert into such a field on this machine`);
  const lines = [`${field.bytes === 2 ? 'llgh' : 'llgf'} %r5, 0(%r3)`];
  for (const { from, to, at } of field.slices) {
    // Bits count from the left: the field's bit 0 is the register's bit 63.
    const last = 63 - at;
    lines.push(`risbg %r5, %r4, ${last - (to - from)}, ${last}, ${(64 + at - from) % 64}`);
  }
  return [...lines, store(field.bytes, '%r5')];
}

function store(bytes: Exclude<Rule['field']['bytes'], 3 | 16>, register: string): string {
  const mnemonic = { 1: 'stc', 2: 'sth', 4: 'st', 8: 'stg' }[bytes];
  return `${mnemonic} ${register}, 0(%r3)`;
}

/** Loads the word at %r3 into %r4. */
function s390xLoad(bytes: 4 | 8): string[] {
  return [`${bytes === 8 ? 'lg' : 'l'} %r4, 0(%r3)`];
}

/** Stores %r4 in the word at %r3. */
function s390xStore(bytes: 4 | 8): string[] {
  return [store(bytes, '%r4')];
}

/** Brings `value` into %r5. */
function s390xConstant(value: bigint): string[] {
  const low = `0x${(value & 0xffff_ffffn).toString(16)}`;
  const high = value >> 32n;
  return high === 0n ? [`llilf %r5, ${low}`] : [`llihf %r5, 0x${high.toString(16)}`, `oilf %r5, ${low}`];
}

/** Where chains count from, in bytes behind the load base: what the shortest instruction that locates them tells. */
const ORIGIN = 4;

export const s390x: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_SYSTEMZ', mode: 'MODE_BIG_ENDIAN' },
    capstone: { arch: 'ARCH_SYSZ', mode: 'MODE_BIG_ENDIAN' },
    halvesTargets: true,
  },
  selection: { jump: (label) => `j ${label}`, handler: s390xHandler },
  placement: { reach: 0xfffe, tableAlignment: 1 },
  words: { load: s390xLoad, store: s390xStore },
  chain: { headOperand: 2, origin: ORIGIN, narrows: true },
  questions: { constant: s390xConstant },
  beacon: {
    store: (address, bytes) => [...s390xConstant(address), `${bytes === 1 ? 'stc' : 'st'} %r0, 0(%r5)`],
  },
  additions: {
    context: ({ format, groups, bases }) => {
      const origin = format === 'chain' ? ORIGIN : 0;
      const limits = bases && { min: bases.min + BigInt(origin), max: bases.max + BigInt(origin) };
      // The one head is an operand.
      return { single: groups.length === 1, origin, limits };
    },
  },
};
