/** The prologue of x86_64. */
import type { Target } from '../../machine.ts';
import { x86Beacon, x86Handler } from '../x86-common/prologue.ts';

export const x86_64: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    capstone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    attSyntax: true,
  },
  selection: { jump: (label) => `jmp ${label}`, handler: (rule, got) => x86Handler(rule, 64, got) },
  placement: { reach: 0x7f, tableAlignment: 1 },
  beacon: x86Beacon(64),
};
