/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  s390x: {
    flags: '-DFLOATS',
    rust: { target: 's390x-unknown-linux-gnu', debian: 's390x' },
    kept: [
      'c gcc rel -O0 -march=z900 -fpic',
      'c clang16 rel -O1 -march=z10 -fPIC -fvisibility=hidden',
      'c++ clang19 pie -Oz -march=z10 -fPIE -fno-exceptions -fno-rtti',
      'c clang16 lld -Os -march=z10 -fPIC',
    ],
    images: `
      gcc clang | rel         | -march=z10 -fno-pic
      gcc clang | rel         | -march=z13 -fno-pic
      gcc       | rel         | -march=z900 -fno-pic
      gcc clang | rel pie lld | -march=z10 -fPIC
      gcc clang | rel pie lld | -march=z10 -fPIE
      gcc       | rel pie     | -march=z900 -fpic
      gcc       | rel         | -march=z900 -fPIC
      gcc clang | rel         | -march=z10 -fPIC -fvisibility=hidden
      gcc clang | rel lld     | -march=z10 -fPIE -ffunction-sections -fdata-sections
      gcc clang | rel         | -march=z10 -fno-pic -mbackchain
      gcc clang | objects     | -march=z10 -fPIC
      gcc       | rel         | -march=z10 -fPIC -mno-pic-data-is-text-relative
      gcc clang | rel pie     | -march=z10 -fpic -fno-plt
      c++ clang     | rel     | -march=z10 -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -march=z10 -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -march=z10 -fPIC -fexceptions -DRTTI
      rust rustc    | rel     | -march=z10 -fno-pic -Crelocation-model=static
      rust rustc    | rel pie | -march=z10 -fPIE -Crelocation-model=pic
    `,
  },
};
