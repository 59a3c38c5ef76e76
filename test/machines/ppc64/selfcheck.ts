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
      gcc       | rel pie     | -mabi=elfv2 -mcpu=power8 -fPIC -fno-plt
      gcc       | rel         | -mabi=elfv2 -mcpu=power9 -Os -fno-section-anchors -mcmodel=medium
      gcc clang | rel lld     | -mabi=elfv2 -mcpu=power8 -fPIE -ffunction-sections -fdata-sections
      gcc clang | objects     | -O2 -mabi=elfv2 -mcpu=power8 -fPIC
      c++ clang     | rel     | -mabi=elfv2 -mcpu=power8 -fno-pic -fno-exceptions -fno-rtti
      c++ clang     | rel pie | -mabi=elfv2 -mcpu=power8 -fPIE -fno-exceptions -fno-rtti
      c++ clang     | rel lld | -mabi=elfv2 -mcpu=power8 -fPIC -fexceptions -DRTTI
    `;

const KEPT = [
  'c gcc rel -O1 -mabi=elfv2 -mcpu=power8 -fPIC',
  'c clang19 rel -O1 -mabi=elfv2 -mcpu=power8 -fno-pic -mcmodel=small',
  'c++ clang16 pie -Os -mabi=elfv2 -mcpu=power8 -fPIE -fno-exceptions -fno-rtti',
];

export const selfChecks: SelfChecks = {
  ppc64le: {
    flags: '-DFLOATS',
    rust: { target: 'powerpc64le-unknown-linux-gnu', debian: 'ppc64el' },
    libgcc: true,
    kept: [...KEPT, 'c clang19 rel -O3 -mcpu=power10 -fno-pic'],
    images: `${BOTH}
      gcc clang | rel pie lld | -mcpu=power10 -fPIC
      gcc clang | rel         | -mcpu=power10 -fno-pic
      gcc       | rel         | -mcpu=power10 -fPIC -mno-pcrel
      gcc       | rel         | -mcpu=power9 -fno-pic -msave-toc-indirect
      gcc       | rel pie     | -mcpu=power10 -fPIC -mlongcall
      gcc clang | rel         | -mcpu=power10 -fPIC -ffunction-sections -fdata-sections
      gcc clang | rel         | -mcpu=power10 -fno-pic -mcmodel=large
      gcc       | rel         | -mcpu=power10 -Os -mno-pcrel-opt
      rust rustc    | rel     | -mabi=elfv2 -Crelocation-model=static
      rust rustc    | rel pie | -mabi=elfv2 -fPIE -Crelocation-model=pic
    `,
  },
  ppc64: {
    flags: '-DFLOATS',
    kept: [...KEPT, 'c gcc rel -O2 -mabi=elfv1 -fno-pic', 'c gcc pie -O3 -mabi=elfv1 -fPIC'],
    images: `${BOTH}
      gcc clang | rel         | -mabi=elfv1 -fno-pic
      gcc clang | rel pie     | -mabi=elfv1 -fPIC
      gcc clang | rel pie     | -mabi=elfv1 -fPIE
      gcc clang | rel         | -mabi=elfv1 -fno-pic -mcmodel=small
      gcc clang | rel         | -mabi=elfv1 -fno-pic -mcmodel=large
      gcc       | rel         | -mabi=elfv1 -mcmodel=small -mminimal-toc
      gcc       | rel pie     | -mabi=elfv1 -fPIC -mlongcall
      gcc       | rel         | -mabi=elfv1 -Os -fPIC -ffunction-sections -fdata-sections
      c++ clang     | rel     | -mabi=elfv1 -fno-pic -fno-exceptions -fno-rtti
    `,
  },
};
