/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  i386: {
    flags: '-DFLOATS -march=i686',
    rust: { target: 'i686-unknown-linux-gnu', debian: 'i386' },
    kept: [
      'c gcc rel -O1 -fPIC -mindirect-branch=thunk-inline',
      'c clang19 rel -Oz -fno-pic -mregparm=3',
      'c++ clang19 pie -O3 -fPIE -fno-exceptions -fno-rtti',
      'c clang19 lld -Oz -fPIE -ffunction-sections -fdata-sections',
    ],
    images: `
      gcc clang | rel         | -fno-pic
      gcc clang | rel pie lld | -fPIC
      gcc clang | rel pie lld | -fPIE
      gcc clang | rel pie     | -fpic -fno-plt
      gcc clang | rel         | -fPIC -fvisibility=hidden
      gcc clang | rel lld     | -fPIE -ffunction-sections -fdata-sections
      gcc clang | rel         | -fno-pic -mregparm=3
      gcc       | rel         | -fPIC -mindirect-branch=thunk-inline
      gcc clang | objects     | -fPIC
      gcc clang | rel         | -fno-pic -fno-plt
      gcc clang | textrel     | -fno-pic
      gcc       | rel pie     | -fPIE -mno-direct-extern-access
      c++ clang     | rel     | -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -fPIC -fexceptions -DRTTI
      rust rustc    | rel     | -fno-pic -Crelocation-model=static
      rust rustc    | rel pie | -fPIE -Crelocation-model=pic
    `,
  },
};
