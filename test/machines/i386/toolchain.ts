import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  i386: {
    notEmitted: { R_386_RELATIVE: LINKER_MAKES_IT, R_386_32PLT: 'no assembler knows it' },
    gotSection: '.got.plt',
    slotKeeper: 'R_386_GOT32',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%ebx\)/, 'mov$1 $2(%ebx), %ecx'],
    emitted: 'gcc-nopic-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  },
};
