/** The prologue of x86_64. */
import type { Target } from '../../machine.ts';
import { none, x86Handler } from '../x86-common/prologue.ts';

export const x86_64: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    capstone: { arch: 'ARCH_X86', mode: 'MODE_64' },
    attSyntax: true,
  },
  reach: 0x7f,
  tableAlignment: 1,
  jump: (label) => `jmp ${label}`,
  handler: (rule, got) => x86Handler(rule, 64, got),
  loadWord: none,
  storeWord: none,
  constant: none,
};
