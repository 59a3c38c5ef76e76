import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

const NEWER = 'binutils knows it from 2.42 on, LLVM from 20 on';

export const toolchains: Toolchains = {
  x86_64: {
    notEmitted: {
      R_X86_64_RELATIVE: LINKER_MAKES_IT,
      R_X86_64_CODE_4_GOTPCRELX: NEWER,
      R_X86_64_CODE_5_GOTPCRELX: NEWER,
      R_X86_64_CODE_6_GOTPCRELX: NEWER,
    },
    gotSection: '.got.plt',
    slotKeeper: 'R_X86_64_GOTPCREL',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%rbx\)/, 'mov$1 $2(%rbx), %ecx'],
    emitted: 'gcc-large-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
};
