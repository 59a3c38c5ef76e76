declare module '@alexaltea/capstone-js' {
  export interface Instruction {
    readonly address: bigint;
    readonly size: number;
    readonly mnemonic: string;
    readonly op_str: string;
  }
  export interface CapstoneInstance {
    option(type: number, value: number): void;
    disasm(code: Uint8Array | readonly number[], address: number): readonly Instruction[];
  }
  export interface CapstoneModule {
    readonly Capstone: new (arch: number, mode: number) => CapstoneInstance;
    readonly ARCH_X86: number;
    readonly ARCH_ARM64: number;
    readonly ARCH_ARM: number;
    readonly ARCH_PPC: number;
    readonly ARCH_SYSZ: number;
    readonly ARCH_RISCV: number;
    readonly ARCH_MIPS: number;
    readonly ARCH_M68K: number;
    readonly MODE_64: number;
    readonly MODE_32: number;
    readonly MODE_ARM: number;
    readonly MODE_MIPS32: number;
    readonly MODE_MIPS64: number;
    readonly MODE_LITTLE_ENDIAN: number;
    readonly MODE_BIG_ENDIAN: number;
    readonly MODE_RISCV32: number;
    readonly MODE_RISCV64: number;
    readonly MODE_RISCVC: number;
    readonly MODE_M68K_040: number;
    readonly OPT_SYNTAX: number;
    readonly OPT_SYNTAX_ATT: number;
  }
  export default function capstone(): Promise<CapstoneModule>;
}
