/** Images of the programs that check themselves. */
import type { Listed, SelfChecks } from '../../selfcheck/plan.ts';

const IMAGES = `
      gcc | rel     | -fno-pic
      gcc | rel pie | -fPIC
      gcc | rel pie | -fPIE
      gcc | rel     | -fpic
      gcc | rel     | -O2 -fno-pic -mrelax
      gcc | rel     | -fPIC -fvisibility=hidden
      gcc | rel     | -fno-pic -O0
      gcc | rel     | -fno-pic -Os
      gcc | rel pie | -fPIE -ffunction-sections -fdata-sections
      gcc | rel     | -fno-pic -fno-jump-tables
      gcc | objects | -fPIC
      gcc | objects | -O2 -fno-pic -mrelax
      c++ gcc | rel | -fno-pic -fno-exceptions -fno-rtti
      c++ gcc | rel | -fno-pic -fexceptions -DRTTI
      c++ gcc | rel pie | -fPIC -fno-exceptions -fno-rtti
    `;

const KEPT = [
  'c gcc rel -O1 -fPIE',
  'c gcc rel -fno-pic -Os',
  'c++ gcc pie -O3 -fPIC -fno-exceptions -fno-rtti',
];

const unmade: readonly Listed[] = [
  {
    images: /^c gcc pie/,
    ends: /^not made: .* ended with SIGSEGV/,
    why: 'GNU ld ends itself over a call of a weak function that nobody defines in a static PIE',
  },
  {
    images: / rel .*-mrelax/,
    ends: /^not made: .*R_SH_DIR8WP/,
    why: 'ld -r refuses short branches of code for a linker that relaxes, which it means to let pass',
  },
];

export const selfChecks: SelfChecks = {
  sh: { flags: '-ml -m4-nofpu', kept: KEPT, images: IMAGES, unmade },
  sheb: { flags: '-mb -m4-nofpu', kept: KEPT, images: IMAGES, unmade },
};
