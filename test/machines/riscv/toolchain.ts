import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

const common = {
  notEmitted: {
    R_RISCV_RELATIVE: LINKER_MAKES_IT,
    R_RISCV_GOT32_PCREL: 'GNU as does not know it; LLVM does since version 17',
    R_RISCV_PLT32: 'GNU as does not know it; LLVM does since version 18',
  },
  gotSection: '.got',
  slotKeeper: 'R_RISCV_GOT_HI20',
  stopsAtFirst: true,
  guard: [/sw( +)zero, .*\(t0\)/, 'nop'],
  emitted: 'gcc-medany-Os.ro',
  argumentRegister: 'a1',
} as const satisfies Partial<Toolchains[string]>;

export const toolchains: Toolchains = {
  riscv64: {
    ...common,
    tableAlign: 8,
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  },
  riscv32: {
    ...common,
    tableAlign: 4,
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
};
