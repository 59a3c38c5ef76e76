/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  alpha: {
    flags: '-DFLOATS',
    libgcc: true,
    kept: [
      'c gcc rel -Oz -fno-pic -msmall-data -mlarge-text',
      'c gcc rel -O0 -fno-pic -msmall-data -msmall-text',
      'c gcc rel -O2 -fPIC',
      'c++ gcc pie -O3 -fPIC -fno-exceptions -fno-rtti',
      'c gcc pie -O1 -fpic',
    ],
    images: `
      gcc | rel     | -fno-pic -mlarge-data -mlarge-text
      gcc | rel     | -fno-pic -msmall-data -mlarge-text
      gcc | rel     | -fno-pic -msmall-data -msmall-text
      gcc | rel pie | -fPIC
      gcc | rel pie | -fpic
      gcc | rel pie | -fPIE
      gcc | rel     | -fPIC -mno-explicit-relocs
      gcc | rel     | -fno-pic -mno-explicit-relocs
      gcc | rel     | -fno-pic -mbuild-constants
      gcc | rel     | -fPIC -fvisibility=hidden
      gcc | rel pie | -fPIE -ffunction-sections -fdata-sections
      gcc | rel     | -fno-pic -mcpu=ev67
      gcc | objects | -fPIC
      gcc | objects | -fno-pic
      c++ gcc | rel | -fno-pic -fno-exceptions -fno-rtti
      c++ gcc | rel | -fno-pic -fexceptions -DRTTI
      c++ gcc | rel pie | -fPIC -fno-exceptions -fno-rtti
    `,
  },
};
