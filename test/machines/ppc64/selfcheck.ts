/** Images of the programs that check themselves. */
import type { SelfChecks } from '../../selfcheck/plan.ts';

const BOTH = `
      gcc clang | rel         | -mabi=elfv2 -mcpu=power8 -fno-pic -mcmodel=medium
      gcc clang | rel         | -mabi=elfv2 -mcpu=power8 -fno-pic -mcmodel=small
      gcc clang | rel         | -mabi=elfv2 -mcpu=power8 -fno-pic -mcmodel=large
      gcc clang | rel pie lld | -mabi=elfv2 -mcpu=power8 -fPIC
      gcc clang | rel pie lld | -mabi=elfv2 -mcpu=power8 -fPIE
      gcc clang | rel pie     | -mabi=elfv2 -mcpu=power9 -fPIC -mcmodel=small
      gcc       | rel         | -mabi=elfv2 -mcpu=power8 -mcmodel=small -mminimal-toc
      gcc       | rel pie     | -mabi=elfv2 -mcpu=power8 -fPIC -mlongcall
      gcc clang | rel lld     | -mabi=elfv2 -mcpu=power8 -fPIE -ffunction-sections -fdata-sections
      c++ clang     | rel     | -mabi=elfv2 -mcpu=power8 -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -mabi=elfv2 -mcpu=power8 -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -mabi=elfv2 -mcpu=power8 -fPIC -fexceptions -DRTTI
    `;

export const selfChecks: SelfChecks = {
  ppc64le: {
    flags: '-DFLOATS',
    rust: { target: 'powerpc64le-unknown-linux-gnu', debian: 'ppc64el' },
    libgcc: true,
    images: `${BOTH}
      gcc clang | rel pie lld | -mcpu=power10 -fPIC
      gcc clang | rel         | -mcpu=power10 -fno-pic
      gcc       | rel         | -mcpu=power10 -fPIC -mno-pcrel
      gcc       | rel         | -mcpu=power9 -fno-pic -msave-toc-indirect
      rust rustc    | rel     | -mabi=elfv2 -Crelocation-model=static
      rust rustc    | rel pie | -mabi=elfv2 -fPIE -Crelocation-model=pic
    `,
  },
  ppc64: {
    flags: '-DFLOATS',
    images: `${BOTH}
      gcc clang | rel         | -mabi=elfv1 -fno-pic
      gcc clang | rel pie     | -mabi=elfv1 -fPIC
      gcc clang | rel pie     | -mabi=elfv1 -fPIE
      gcc clang | rel         | -mabi=elfv1 -fno-pic -mcmodel=small
      gcc clang | rel         | -mabi=elfv1 -fno-pic -mcmodel=large
      gcc       | rel         | -mabi=elfv1 -mcmodel=small -mminimal-toc
      c++ clang     | rel     | -mabi=elfv1 -fno-pic -fno-exceptions -fno-rtti
    `,
  },
};
