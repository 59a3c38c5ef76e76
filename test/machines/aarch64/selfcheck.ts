/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  aarch64: {
    flags: '-DFLOATS',
    rust: { target: 'aarch64-unknown-linux-gnu', debian: 'arm64' },
    kept: [
      'c clang16 rel -O2 -fno-pic -mcmodel=small',
      'c clang16 rel -O2 -fno-pic -mcmodel=large',
      'c gcc rel -O2 -fPIC',
      'c++ clang19 pie -O3 -fPIE -fno-exceptions -fno-rtti',
      'c clang16 lld -O2 -fPIC',
    ],
    images: `
      gcc clang | rel         | -fno-pic -mcmodel=small
      gcc clang | rel         | -fno-pic -mcmodel=tiny
      gcc clang | rel         | -fno-pic -mcmodel=large
      gcc clang | rel pie lld | -fPIC
      gcc clang | rel pie lld | -fPIE
      gcc clang | rel         | -fpic
      gcc clang | rel pie     | -fPIC -mcmodel=tiny
      gcc clang | rel lld     | -fPIE -mbranch-protection=standard
      gcc clang | rel         | -fno-pic -ffunction-sections -fdata-sections
      gcc       | rel         | -fno-pic -mpc-relative-literal-loads
      gcc clang | rel         | -fPIC -fno-plt
      gcc clang | objects     | -fPIC
      gcc clang | rel pie     | -fPIE -mcmodel=tiny -mbranch-protection=bti
      clang     | rel pie     | -fPIE -fno-direct-access-external-data
      c++ clang     | rel     | -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -fPIC -fexceptions -DRTTI
      rust rustc    | rel     | -fno-pic -Crelocation-model=static
      rust rustc    | rel pie | -fPIE -Crelocation-model=pic
      rust rustc    | rel     | -mcmodel=large -Ccode-model=large -fno-pic -Crelocation-model=static
      rust rustc    | lld     | -fPIE -Crelocation-model=pie
    `,
  },
};
