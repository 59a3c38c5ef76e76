/** What purgatories of x86-64 are told. kexec-tools and Linux have one name for two orders of the registers. */
import { LINUX_COMMON, registerMembers, type Told, toldStructure } from '../../told.ts';
import { x86Told } from './x86-common.ts';

const LATER = ['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15', 'rip'] as const;

const MEANINGS = {
  rbx: '0: of the first processor',
  rsp: "the purgatory's stack_end",
  rsi: "the kernel's parameters (struct boot_params)",
  rip: 'where to jump',
} as const;

const JUMP = 'registers of the jump, in 64-bit mode';

export const TOLD: Told = {
  'kexec-tools': [
    ...x86Told(8),
    toldStructure(
      'entry64_regs',
      {
        name: 'entry64_regs',
        members: registerMembers(
          8,
          ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rsp', 'rbp', ...LATER],
          MEANINGS,
        ),
        source: 'kexec/arch/x86_64/kexec-x86_64.h',
      },
      JUMP,
      'kexec/arch/x86_64/kexec-bzImage64.c',
    ),
  ],
  linux: [
    ...LINUX_COMMON,
    toldStructure(
      'entry64_regs',
      {
        name: 'entry64_regs',
        members: registerMembers(
          8,
          ['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi', ...LATER],
          MEANINGS,
        ),
        source: 'arch/x86/include/asm/kexec.h',
      },
      JUMP,
      'arch/x86/kernel/kexec-bzimage64.c',
    ),
  ],
};
