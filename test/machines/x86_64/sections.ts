import type { SectionsProgram } from '../../support/family.ts';

const x86_64: SectionsProgram = {
  call: 'call',
  text: `
    leaq shared+4(%rip), %rax
    movl $target, %eax
    movq $second, %rax
    movb $byte, %al
  `,
  data: `
    .long console, target
    .short console
    .byte byte
    .long target - .
    .quad target - .
  `,
};

export const sections = { x86_64 };
