import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  x86_64: {
    notEmitted: { R_X86_64_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got.plt',
    slotKeeper: 'R_X86_64_GOTPCREL',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%rbx\)/, 'mov$1 $2(%rbx), %ecx'],
    emitted: 'gcc-large-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
};
