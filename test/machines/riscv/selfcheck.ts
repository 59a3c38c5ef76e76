/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

const IMAGES = `
      gcc clang | rel         | -mcmodel=medany -fno-pic -mno-relax
      gcc clang | rel         | -mcmodel=medany -fno-pic -mrelax
      gcc clang | rel         | -mcmodel=medlow -fno-pic -mno-relax
      gcc clang | rel         | -mcmodel=medlow -fno-pic -mrelax
      gcc clang | rel pie lld | -fPIC -mno-relax
      gcc clang | rel pie lld | -fPIC -mrelax
      gcc clang | rel pie lld | -fPIE -mno-relax
      gcc clang | rel         | -fPIE -mrelax -ffunction-sections -fdata-sections
      gcc clang | rel         | -fno-pic -mcmodel=medany -mno-relax -msmall-data-limit=16
      gcc clang | objects     | -fPIC -mrelax
      gcc clang | objects     | -mcmodel=medany -fno-pic -mno-relax
      c++ clang     | rel     | -mcmodel=medany -fno-pic -mno-relax -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -fPIE -mno-relax -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -fPIC -mrelax -fexceptions -DRTTI
    `;

const KEPT = [
  'c clang19 rel -O2 -fPIC -mrelax',
  'c clang19 rel -O1 -mcmodel=medlow -fno-pic -mno-relax',
  'c++ clang16 rel -Os -fPIC -mrelax -fexceptions -DRTTI',
  'c gcc pie -Oz -fPIE -mno-relax',
];

export const selfChecks: SelfChecks = {
  riscv64: {
    kept: KEPT,
    images: `${IMAGES}
      gcc clang | rel         | -march=rv64imafd -mabi=lp64d -DFLOATS -fno-pic -mcmodel=medany -mrelax
    `,
    flags: '-march=rv64imac -mabi=lp64',
  },
  riscv32: {
    kept: KEPT,
    images: IMAGES,
    flags: '-march=rv32imac -mabi=ilp32',
  },
};
