import { type Family, LINKER_MAKES_IT, type Toolchain } from '../../support/toolchain.ts';

const common = {
  llvmOptions: ['--mattr=+c'],
  notEmitted: {
    R_RISCV_RELATIVE: LINKER_MAKES_IT,
    R_RISCV_PLT32: 'GNU as does not know it; LLVM does since version 18',
  },
  gotSection: '.got',
  slotKeeper: 'R_RISCV_GOT_HI20',
  stopsAtFirst: true,
  preserved: { a0: 1n, a1: 2n, a2: 3n, ra: 4n, sp: 0x50n, s0: 8n, a6: 6n, t4: 9n },
  failureRegister: 't6',
  guard: [/sw( +)zero, .*\(t0\)/, 'nop'],
  emitted: 'gcc-medany-Os.ro',
  argumentRegister: 'a1',
} as const satisfies Partial<Toolchain>;

export const riscv = {
  riscv64: {
    ...common,
    as: ['riscv64-linux-gnu-as', '-march=rv64gc', '-mabi=lp64d', '-mno-relax'],
    ld: ['riscv64-linux-gnu-ld', '-m', 'elf64lriscv'],
    lld: ['ld.lld-19', '-m', 'elf64lriscv'],
    llvm: 'riscv64',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  },
  riscv32: {
    ...common,
    as: ['riscv64-linux-gnu-as', '-march=rv32gc', '-mabi=ilp32d', '-mno-relax'],
    ld: ['riscv64-linux-gnu-ld', '-m', 'elf32lriscv'],
    lld: ['ld.lld-19', '-m', 'elf32lriscv'],
    llvm: 'riscv32',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
} as const satisfies Family;
