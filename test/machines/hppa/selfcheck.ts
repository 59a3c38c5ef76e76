/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  hppa: {
    flags: '-DFLOATS',
    libgcc: true,
    kept: [
      'c gcc rel -Os -fno-pic -mlong-calls',
      'c gcc rel -O2 -fno-pic',
      'c gcc rel -O2 -fPIC',
      'c gcc rel -O0 -fno-pic -mportable-runtime',
      'c++ gcc rel -O3 -fno-pic -fno-exceptions -fno-rtti',
    ],
    images: `
      gcc | rel     | -fno-pic asm
      gcc | rel     | -O2 -fno-pic
      gcc | rel     | -fno-pic -march=2.0 asm
      gcc | rel     | -fno-pic -mlong-calls asm
      gcc | rel     | -fno-pic -mfast-indirect-calls asm
      gcc | rel     | -fno-pic -mno-fast-indirect-calls -mno-space-regs asm
      gcc | rel     | -fno-pic -mportable-runtime asm
      gcc | rel     | -fno-pic -ffunction-sections -fdata-sections asm
      gcc | rel     | -fno-pic -O0 asm
      gcc | objects | -fno-pic -mlong-calls asm
      c++ gcc | rel | -fno-pic -fno-exceptions -fno-rtti asm
      c++ gcc | rel | -fno-pic -fexceptions -DRTTI asm
      gcc | rel pie | -fPIC
      gcc | rel pie | -fPIE
    `,
    refused: [
      {
        images: / pie /,
        ends: /^refused: a linked image of PA-RISC/,
        why: 'pointers to functions of an image that moves are descriptors, which a dynamic loader makes',
        psabi: '32-bit PA-RISC Run-time Architecture, procedure labels and linkage tables',
      },
    ],
  },
};
