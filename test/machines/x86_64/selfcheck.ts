/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  x86_64: {
    flags: '-DFLOATS',
    rust: { target: 'x86_64-unknown-linux-gnu', debian: 'amd64' },
    kept: [
      'c clang19 rel -Os -fPIC -mcmodel=medium',
      'c gcc rel -O1 -fPIC -mcmodel=large',
      'c++ gcc rel -O3 -fno-pic -fno-exceptions -fno-rtti',
      'c clang19 lld -Oz -fPIC',
    ],
    images: `
      gcc clang | rel         | -fno-pic -mcmodel=small
      gcc clang | rel         | -fno-pic -mcmodel=medium
      gcc clang | rel         | -fno-pic -mcmodel=large
      gcc clang | rel pie lld | -fPIC
      gcc clang | rel pie lld | -fPIE
      gcc clang | rel         | -fPIC -mcmodel=medium
      gcc clang | rel pie     | -fPIC -mcmodel=large
      gcc clang | rel pie     | -fPIC -fno-plt
      gcc clang | rel         | -fPIC -fvisibility=hidden
      gcc clang | rel lld     | -fPIE -ffunction-sections -fdata-sections
      gcc clang | rel         | -fno-pic -fcf-protection=full
      gcc       | rel pie     | -fPIE -mindirect-branch=thunk-inline
      gcc clang | objects     | -fno-pic
      gcc clang | objects     | -fPIC
      gcc clang | rel         | -fno-pic -mcmodel=kernel
      gcc       | rel         | -fno-pic -mcmodel=medium -mlarge-data-threshold=0
      clang19   | rel pie     | -fPIC -mcmodel=medium -mlarge-data-threshold=0
      gcc       | rel pie     | -fPIE -mno-direct-extern-access
      gcc       | rel pie     | -fPIC -Wa,-mrelax-relocations=no
      c++ gcc clang | rel     | -fno-pic -fno-exceptions -fno-rtti
      c++ gcc clang | rel pie | -fPIE -fno-exceptions -fno-rtti
      c++ gcc clang | rel lld | -fPIC -fexceptions -DRTTI
      c++ gcc clang | rel     | -fno-pic -mcmodel=large -fexceptions -DRTTI
      rust rustc    | rel     | -fno-pic -Crelocation-model=static
      rust rustc    | rel pie | -fPIE -Crelocation-model=pic
      rust rustc    | rel     | -mcmodel=large -Ccode-model=large -fno-pic -Crelocation-model=static
      rust rustc    | lld     | -fPIE -Crelocation-model=pie
    `,
  },
};
