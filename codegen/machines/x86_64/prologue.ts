/** The prologue of x86_64. */
import type { Target } from '../../machine.ts';
import { x86Beacon, x86Handler } from '../x86-common/prologue.ts';

/** Compares the base with `value`, by %rcx where no immediate holds it. */
function compared(value: bigint): string[] {
  const at = `0x${value.toString(16)}`;
  if (value < 1n << 31n) return [`cmp $${at}, %rbx`];
  // A move into %ecx clears the upper half of %rcx.
  return [value < 1n << 32n ? `mov $${at}, %ecx` : `movabs $${at}, %rcx`, 'cmp %rcx, %rbx'];
}

export const x86_64: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    capstone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    attSyntax: true,
  },
  selection: { jump: (label) => `jmp ${label}`, handler: (rule, got) => x86Handler(rule, 64, got) },
  placement: { reach: 0x7f, tableAlignment: 1 },
  chain: { narrows: true },
  questions: { constant: compared },
  beacon: x86Beacon(64),
};
