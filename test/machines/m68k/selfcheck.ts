/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  m68k: {
    flags: '-DFLOATS',
    libgcc: true,
    nop: Uint8Array.of(0x4e, 0x71),
    kept: [
      'c gcc rel -O0 -m68020 -fno-pic',
      'c gcc rel -O1 -m68020 -fpic',
      'c gcc rel -Oz -m68020 -fPIC -fvisibility=hidden',
      'c++ gcc pie -O1 -m68020 -fPIC -fno-exceptions -fno-rtti',
    ],
    images: `
      gcc | rel     | -m68020 -fno-pic
      gcc | rel     | -m68040 -fno-pic
      gcc | rel     | -m68000 -fno-pic
      gcc | rel     | -m68020 -mpcrel near
      gcc | rel pie | -m68020 -fpic
      gcc | rel pie | -m68020 -fPIC
      gcc | rel pie | -m68020 -fPIE
      gcc | rel     | -m68020 -fpic -mxgot
      gcc | rel     | -m68020 -fPIC -fvisibility=hidden
      gcc | rel     | -m68020 -fno-pic -mlong-jump-table-offsets
      gcc | rel pie | -m68020 -fPIE -ffunction-sections -fdata-sections
      gcc | objects | -m68020 -fPIC
      gcc | objects | -m68020 -fno-pic
      c++ gcc | rel | -m68020 -fno-pic -fno-exceptions -fno-rtti
      c++ gcc | rel | -m68020 -fno-pic -fexceptions -DRTTI
      c++ gcc | rel pie | -m68020 -fPIC -fno-exceptions -fno-rtti
    `,
    refused: [
      {
        images: /-mpcrel/,
        ends: /^no two bases/,
        why: 'a weak symbol that nobody defines is 0, and the displacements of -mpcrel reach 32 KiB',
      },
    ],
    unmade: [
      {
        images: /^c gcc pie/,
        ends: /^code 44/,
        why: 'GNU ld relocates the 0 of a weak symbol that nobody defines (R_68K_RELATIVE with addend 0) in a static PIE',
      },
    ],
  },
};
