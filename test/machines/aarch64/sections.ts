import type { SectionsProgram } from '../../support/family.ts';

const aarch64: SectionsProgram = {
  call: 'bl',
  text: `
    adrp x0, shared+4
    add x0, x0, :lo12:shared+4
    ldr x1, [x0, :lo12:target]
    ldrb w1, [x0, :lo12:target+5]
    adr x2, second
    cbz x0, hot
    tbz x0, #3, hot
    b.eq hot
    ldr x3, target
    movz x4, #:abs_g3:target+0x1234
    movk x4, #:abs_g2_nc:target+0x1234
    movk x4, #:abs_g1_nc:target+0x1234
    movk x4, #:abs_g0_nc:target+0x1234
    movz x5, #:abs_g0:console
    add x6, x0, :lo12:console
  `,
  data: `
    .word console, target - .
    .hword console, target - .
    .xword target - .
  `,
};

export const sections = { aarch64 };
