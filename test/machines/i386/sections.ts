import type { SectionsProgram } from '../../support/family.ts';

const i386: SectionsProgram = {
  call: 'call',
  text: `
    movl shared+4, %eax
    movl $target-0x2000, %eax
    movb $byte, %al
  `,
  data: `
    .short console, console - 0x10
    .byte byte
    .long hot - ., second + 2 - .
    .short target - .
    .long missing - 4
  `,
};

export const sections = { i386 };
