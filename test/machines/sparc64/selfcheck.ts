/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  sparc64: {
    flags: '-DFLOATS',
    kept: [
      'c gcc rel -O0 -fPIE -ffunction-sections -fdata-sections',
      'c gcc rel -O1 -mcmodel=embmedany -fno-pic',
      'c++ clang16 rel -O0 -mcmodel=medany -fno-pic -fno-exceptions -fno-rtti',
      'c gcc pie -Oz -fPIE',
    ],
    images: `
      gcc clang | rel         | -mcmodel=medlow -fno-pic
      gcc       | rel         | -mcmodel=medmid -fno-pic
      gcc clang | rel         | -mcmodel=medany -fno-pic
      gcc       | rel         | -mcmodel=embmedany -fno-pic asm
      gcc clang | rel pie     | -fpic
      gcc clang | rel pie     | -fPIC
      gcc clang | rel pie     | -fPIE
      gcc clang | rel         | -fPIE -ffunction-sections -fdata-sections
      gcc       | rel         | -fPIC -fvisibility=hidden
      gcc clang | objects     | -fPIC
      gcc clang | objects     | -mcmodel=medany -fno-pic
      c++ clang     | rel     | -mcmodel=medany -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel     | -fPIC -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -fPIE -fexceptions -DRTTI
    `,
  },
};
