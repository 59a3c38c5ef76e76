import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

const IN_LLVM_17 = 'GNU as does not know it; LLVM does since version 17';
const SUMS = ['SET_ULEB128', 'SUB_ULEB128'].flatMap((name) =>
  ['', '_2', '_3', '_4'].map((length) => [`R_RISCV_${name}${length}`, IN_LLVM_17] as const),
);

const common = {
  notEmitted: {
    ...Object.fromEntries(SUMS),
    R_RISCV_RELATIVE: LINKER_MAKES_IT,
    R_RISCV_GOT32_PCREL: IN_LLVM_17,
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
