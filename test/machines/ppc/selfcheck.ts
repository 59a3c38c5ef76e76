/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  ppc: {
    flags: '-DFLOATS',
    libgcc: true,
    kept: [
      'c gcc rel -O1 -fno-pic',
      'c gcc rel -O2 -fPIC',
      'c gcc rel -O2 -fno-pic -msdata=sysv -G8 -DSYSV',
      'c clang19 pie -O0 -fPIC',
      'c++ clang16 pie -O1 -fPIE -fno-exceptions -fno-rtti',
    ],
    images: `
      gcc clang | rel         | -fno-pic
      gcc clang | rel pie lld | -fPIC
      gcc       | rel pie lld | -fpic
      clang     | rel pie     | -fpic
      gcc clang | rel pie lld | -fPIE
      gcc       | rel         | -fno-pic -mlongcall
      gcc       | rel pie     | -fPIC -mlongcall
      gcc       | rel         | -fno-pic -msdata=sysv -G8 -DSYSV asm
      gcc       | rel         | -fno-pic -meabi -msdata=eabi -G8 -DEABI asm
      gcc       | rel         | -fno-pic -msdata=sysv -G8
      gcc       | rel         | -fno-pic -meabi -msdata=eabi -G8
      gcc       | rel         | -fno-pic -meabi -msdata=eabi -G8 -ffunction-sections -fdata-sections
      gcc       | rel textrel | -fno-pic -msdata=data -G8
      gcc       | rel         | -fno-pic -mlongcall -mno-pltseq
      gcc       | rel pie     | -fPIC -fno-plt
      gcc       | rel         | -fpic -mlongcall -Os
      gcc       | rel pie     | -mrelocatable
      gcc       | rel         | -mrelocatable-lib
      gcc       | rel         | -fPIC -mbss-plt
      gcc clang | rel         | -fPIC -fvisibility=hidden
      gcc clang | rel lld     | -fPIE -ffunction-sections -fdata-sections
      gcc       | textrel     | -fno-pic
      gcc clang | objects     | -fPIC
      gcc clang | objects     | -fno-pic
      c++ clang     | rel     | -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -fPIC -fexceptions -DRTTI
    `,
  },
};
