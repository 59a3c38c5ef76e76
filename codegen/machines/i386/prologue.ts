/** The prologue of i386. */
import type { Target } from '../../machine.ts';
import { none, x86Handler } from '../x86-common/prologue.ts';

export const i386: Target = {
  assembler: {
    comment: '#',
    keystone: { arch: 'ARCH_X86', mode: 'MODE_32' },
    capstone: { arch: 'ARCH_X86', mode: 'MODE_32' },
    attSyntax: true,
  },
  reach: 0x7f,
  tableAlignment: 1,
  jump: (label) => `jmp ${label}`,
  handler: (rule, got) => x86Handler(rule, 32, got),
  loadWord: none,
  storeWord: none,
  constant: none,
};
