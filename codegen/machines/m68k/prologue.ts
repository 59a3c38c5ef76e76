/** Instruction selection for the 68020 and its successors: a rule's value, check and store, from X = S + A in %d0 and P in %a2. */
import { isWholeWord } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { Target } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';
import { m68kEncoder } from './instructions.ts';

/** Instructions of the handler for `rule`. */
function m68kHandler(rule: Rule): string[] {
  const minus = subtracted(rule, recordForm(rule).tree, ['place']);
  return [...(minus ? ['sub.l %a2, %d0'] : []), ...check(rule), store(rule)];
}

/** A check that leaves %d0 as it is. */
function check({ name, check: { range, multipleOf } }: Rule): string[] {
  if (multipleOf) throw new RangeError(`${name}: no alignment check on this machine`);
  if (!range) return [];
  const { bits, kind } = range;
  if (kind === 'signed' && bits === 16) return ['movea.w %d0, %a3', 'cmp.l %a3, %d0', 'jne overflow'];
  if (kind === 'signed' && bits === 8)
    return ['move.b %d0, %d1', 'extb.l %d1', 'cmp.l %d0, %d1', 'jne overflow'];
  if (kind === 'either' && bits < 32) {
    // What stands above bits - 1 bits, with the sign, is -1, 0 or 1.
    const above = `bfexts %d0{#0:#${33 - bits}}, %d1`;
    return [above, 'addq.l #1, %d1', 'subq.l #3, %d1', 'jcc overflow'];
  }
  throw new RangeError(`${name}: no ${kind} check of ${bits} bits on this machine`);
}

function store({ name, field }: Rule): string {
  const suffix = { 1: 'b', 2: 'w', 3: undefined, 4: 'l', 8: undefined, 16: undefined }[field.bytes];
  if (!suffix || !isWholeWord(field))
    throw new RangeError(`${name}: only bytes, words and long words can be stored on this machine`);
  return `move.${suffix} %d0, (%a2)`;
}

/** Brings the address `offset` bytes from the start into a register. */
function locate(register: string, offset: number): string[] {
  const at = `0x${offset.toString(16)}`;
  return offset < 0x8000
    ? [`lea ${at}(%a0), ${register}`]
    : [`move.l #${at}, %d1`, `lea (%a0,%d1.l), ${register}`];
}

export const m68k: Target = {
  assembler: {
    comment: '|',
    encoder: m68kEncoder,
    capstone: { arch: 'ARCH_M68K', mode: 'MODE_M68K_040', extensions: ['MODE_BIG_ENDIAN'] },
  },
  selection: { jump: (label) => `jra ${label}`, handler: m68kHandler },
  placement: { reach: 0x7fff_fffe, tableAlignment: 2 },
  chain: { headBytes: 2 },
  questions: { locate: (offset) => locate('%a1', offset) },
  beacon: {
    store: (address, bytes) => [`move.${bytes === 1 ? 'b' : 'l'} %d0, (0x${address.toString(16)}).l`],
  },
  additions: {
    context: ({ registers }) => ({
      promised: registers.flatMap(({ name, offset }) => locate(`%${name}`, offset)),
    }),
  },
};
