/** The one function of it that is used: types of Node have it, if at all, with those of browsers. */
declare namespace WebAssembly {
  function instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: object; module: object }>;
}

declare module 'keystone-engine' {
  export interface AssembleResult {
    readonly failed: boolean;
    readonly count: number;
    readonly mc: Uint8Array | undefined;
  }
  export interface KeystoneInstance {
    option(type: number, value: number): void;
    asm(source: string, address: number): AssembleResult;
    errno(): number;
    close(): void;
  }
  export interface KeystoneModule {
    readonly Keystone: new (arch: number, mode: number) => KeystoneInstance;
    readonly ARCH_X86: number;
    readonly ARCH_ARM64: number;
    readonly ARCH_ARM: number;
    readonly ARCH_PPC: number;
    readonly ARCH_SYSTEMZ: number;
    readonly ARCH_MIPS: number;
    readonly MODE_64: number;
    readonly MODE_32: number;
    readonly MODE_ARM: number;
    readonly MODE_MIPS32: number;
    readonly MODE_MIPS64: number;
    readonly MODE_LITTLE_ENDIAN: number;
    readonly MODE_BIG_ENDIAN: number;
    readonly OPT_SYNTAX: number;
    readonly OPT_SYNTAX_ATT: number;
  }
  export default function keystone(options?: {
    /** Makes an instance of the engine and hands it over; the module does that by itself where it is not given. */
    instantiateWasm?: (imports: object, receive: (instance: object, module: object) => void) => void;
    printErr?: (text: string) => void;
    print?: (text: string) => void;
  }): Promise<KeystoneModule>;
}
