/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

export const selfChecks: SelfChecks = {
  loongarch64: {
    flags: '-march=loongarch64',
    kept: [
      'c clang19 rel -O2 -fPIC -mcmodel=extreme',
      'c clang19 rel -Os -fPIC -mcmodel=medium',
      'c clang19 rel -O2 -fPIC -Xclang -target-feature -Xclang +relax',
      'c++ clang19 pie -O2 -fPIE -mno-relax -fno-exceptions -fno-rtti',
      'c clang19 lld -O1 -fPIC -mno-relax',
    ],
    images: `
      clang19 | rel         | -fno-pic -mcmodel=normal -mno-relax
      clang19 | rel         | -fno-pic -mcmodel=normal -Xclang -target-feature -Xclang +relax
      clang19 | rel         | -fno-pic -mcmodel=medium
      clang19 | rel         | -fno-pic -mcmodel=extreme
      clang19 | rel pie lld | -fPIC -mno-relax
      clang19 | rel pie lld | -fPIC -Xclang -target-feature -Xclang +relax
      clang19 | rel pie lld | -fPIE
      clang19 | rel         | -fPIC -mcmodel=medium
      clang19 | rel pie     | -fPIC -mcmodel=extreme
      clang19 | rel lldrel  | -fPIE -ffunction-sections -fdata-sections
      clang19 | lldrel      | -fPIC
      clang19 | rel         | -fno-pic -fdirect-access-external-data
      clang19 | objects     | -fPIC
      clang19 | objects     | -O2 -fno-pic -Xclang -target-feature -Xclang +relax
      c++ clang19 | rel     | -fno-pic -mno-relax -fno-exceptions -fno-rtti
      c++ clang19 | rel pie | -fPIE -mno-relax -fno-exceptions -fno-rtti
      c++ clang19 | rel lld | -fPIC -fexceptions -DRTTI
    `,
  },
};
