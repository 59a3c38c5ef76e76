import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  s390x: {
    filling: '0707',
    notEmitted: { R_390_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got',
    gotReference: 'R_390_GOTPCDBL',
    slotKeeper: 'R_390_GOT64',
    guard: [/st( +)%r3, 0x[0-9a-f]+-4\(%r1\)/, 'la$1%r0, 0(%r3)'],
    otherStatement: [/\bla( +)/, 'ic$1'],
    emitted: 'gcc-pic-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  },
};
