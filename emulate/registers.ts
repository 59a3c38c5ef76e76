/** What the two emulators call each machine and its registers: one entry per architecture. */
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import type { Machine } from '../relocator-dsl/machine.ts';

export interface UnicornMachine {
  /** UC_ARCH_* and UC_MODE_*. */
  readonly arch: number;
  readonly mode: number;
  /** UC_*_REG_* of the program counter, and of each register that runs set and read. */
  readonly pc: number;
  readonly registers: ReadonlyMap<string, number>;
  /** UC_CPU_*, where the engine's usual one is another processor. */
  readonly model?: number;
  /** The engine never ends at the address it is told, but runs the instruction in front of it for ever: hooks end it. */
  readonly staysInFront?: true;
  /** Some code that is not as it should be ends the process that the engine is a part of. */
  readonly fragile?: true;
  /** Registers without which the engine would not be in the state of the entry contract. */
  readonly initial?: ReadonlyMap<number, bigint>;
  /**
   * A register of the processor's state that the engine only lets change in part: `marker` is what can be written and
   * found again in a saved context, `stored` what is put there instead, and `written` the rest, by the usual way.
   */
  readonly state?: {
    readonly register: number;
    readonly marker: bigint;
    readonly stored: bigint;
    readonly written: bigint;
  };
}

export interface QemuMachine {
  /** What comes between `qemu-` and `-static` in the program's name, where it is not the architecture. */
  readonly program?: string;
  /** Position of the program counter and of each register among those of the `g` packet, all as wide as a word. */
  readonly pc: number;
  readonly registers: ReadonlyMap<string, number>;
  /**
   * Instructions of 2 or 4 bytes, by mask and value, that user mode does not permit and that change nothing there, such
   * as cache maintenance: where they raise SIGILL they are stepped over.
   */
  readonly privileged?: readonly {
    readonly bytes: 2 | 4;
    readonly mask: number;
    readonly value: number;
  }[];
  /** Positions at which the program counter is written, where the stub does not take it where it gives it. */
  readonly pcWritten?: readonly number[];
  /** Position of the address of the instruction behind the next, where a machine has it for its delay slots. */
  readonly nextPc?: number;
  /** Lowest bits of the program counter that are no part of the address. */
  readonly pcFlags?: bigint;
  /** e_flags of its programs. */
  readonly elfFlags?: number;
  /** Options of the program, such as the processor to be. */
  readonly options?: readonly string[];
}

export interface EmulatedMachine {
  /** undefined where Unicorn lacks the architecture. */
  readonly unicorn: UnicornMachine | undefined;
  readonly qemu: QemuMachine;
  /** Bytes in a page of the emulated machine, where they are more than 4 KiB. */
  readonly page?: bigint;
  /** Addresses of a user process, where they have fewer bits than a word, or than 47. */
  readonly addressBits?: number;
}

function numbered(prefix: string, first: number, last: number, base: number): [string, number][] {
  return Array.from({ length: last - first + 1 }, (_, i) => [`${prefix}${first + i}`, base + i]);
}

function inOrder(...names: string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

/** x1 to x31 by the names of the calling convention, as the entry contract has them; `x0` is the number of x0. */
function riscvRegisters(x0: number): ReadonlyMap<string, number> {
  return new Map([
    ...['ra', 'sp', 'gp', 'tp'].map((name, index): [string, number] => [name, x0 + 1 + index]),
    ...numbered('t', 0, 2, x0 + 5),
    ...numbered('s', 0, 1, x0 + 8),
    ...numbered('a', 0, 7, x0 + 10),
    ...numbered('s', 2, 11, x0 + 18),
    ...numbered('t', 3, 6, x0 + 28),
  ]);
}

/** UC_MODE_BIG_ENDIAN */
const BIG_ENDIAN = 0x4000_0000;

/** SF, 64-bit addresses, and HV, without which real mode ends below them; LE. */
const MSR_REAL = 0x9000_0000_0000_0000n;

/** 64-bit PowerPC; the engine opens as big-endian only, and changes over by the machine state register. */
function ppc64(order: 'little' | 'big'): EmulatedMachine {
  return {
    unicorn: {
      arch: 5,
      mode: 8 + BIG_ENDIAN,
      pc: 1,
      registers: new Map(numbered('r', 0, 31, 2)),
      state: {
        register: 77,
        marker: 0x8000_0001_0280_ff36n,
        stored: MSR_REAL,
        written: order === 'little' ? MSR_REAL + 1n : MSR_REAL,
      },
    },
    qemu: {
      pc: 32,
      registers: new Map(numbered('r', 0, 31, 0)),
      elfFlags: 2,
      // The first with instructions of 8 bytes.
      options: ['-cpu', 'power10'],
    },
  };
}

const MACHINES: Map<string, EmulatedMachine> = new Map<string, EmulatedMachine>([
  [
    'x86_64',
    {
      unicorn: {
        arch: 4,
        mode: 8,
        pc: 41,
        registers: new Map([
          ['rax', 35],
          ['rcx', 38],
          ['rdx', 40],
          ['rbx', 37],
          ['rsp', 44],
          ['rbp', 36],
          ['rsi', 43],
          ['rdi', 39],
          ...numbered('r', 8, 15, 106),
        ]),
      },
      qemu: {
        pc: 16,
        registers: inOrder(
          ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
          ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
        ),
      },
    },
  ],
  [
    'i386',
    {
      unicorn: {
        arch: 4,
        mode: 4,
        pc: 26,
        registers: new Map([
          ['eax', 19],
          ['ecx', 22],
          ['edx', 24],
          ['ebx', 21],
          ['esp', 30],
          ['ebp', 20],
          ['esi', 29],
          ['edi', 23],
        ]),
      },
      qemu: { pc: 8, registers: inOrder('eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi') },
    },
  ],
  [
    'aarch64',
    {
      unicorn: {
        arch: 2,
        mode: 0,
        pc: 260,
        registers: new Map([...numbered('x', 0, 28, 199), ['x29', 1], ['x30', 2], ['sp', 4]]),
      },
      qemu: { pc: 32, registers: new Map([...numbered('x', 0, 30, 0), ['sp', 31]]) },
    },
  ],
  ...([64, 32] as const).map((xlen): [string, EmulatedMachine] => [
    `riscv${xlen}`,
    {
      unicorn: { arch: 8, mode: xlen === 64 ? 8 : 4, pc: 190, registers: riscvRegisters(1) },
      qemu: { pc: 32, registers: riscvRegisters(0) },
    },
  ]),
  [
    'arm',
    {
      unicorn: {
        arch: 1,
        mode: 0,
        pc: 11,
        registers: new Map([...numbered('r', 0, 12, 66), ['sp', 12], ['lr', 10]]),
      },
      qemu: {
        pc: 15,
        registers: new Map([...numbered('r', 0, 12, 0), ['sp', 13], ['lr', 14]]),
        // mcr p15, 0, rN, c7, …
        privileged: [{ bytes: 4, mask: 0x0fff_0f10, value: 0x0e07_0f10 }],
      },
    },
  ],
  [
    's390x',
    {
      unicorn: {
        arch: 9,
        mode: BIG_ENDIAN,
        pc: 65,
        registers: new Map(numbered('r', 0, 15, 1)),
        // The PSW's mask: 64-bit addresses.
        initial: new Map([[66, 0x1_8000_0000n]]),
      },
      qemu: { pc: 1, registers: new Map(numbered('r', 0, 15, 2)) },
    },
  ],
  [
    'loongarch64',
    {
      // Unicorn lacks it.
      unicorn: undefined,
      qemu: {
        pc: 33,
        // The stub reads nothing for the one in front of it, orig_a0, and so takes that place for the program counter's.
        pcWritten: [32, 33],
        // The first is always 0.
        registers: new Map([
          ['ra', 1],
          ['tp', 2],
          ['sp', 3],
          ...numbered('a', 0, 7, 4),
          ...numbered('t', 0, 8, 12),
          ['r21', 21],
          ['fp', 22],
          ...numbered('s', 0, 8, 23),
        ]),
      },
      page: 0x4000n,
    },
  ],
  ['ppc64le', ppc64('little')],
  ['ppc64', ppc64('big')],
  [
    'ppc',
    {
      unicorn: { arch: 5, mode: 4 + BIG_ENDIAN, pc: 1, registers: new Map(numbered('r', 0, 31, 2)) },
      qemu: { pc: 32, registers: new Map(numbered('r', 0, 31, 0)) },
    },
  ],
]);

const m68kRegisters = (data: number, address: number): [string, number][] => [
  ...numbered('d', 0, 7, data),
  ...numbered('a', 0, 6, address),
  ['sp', address + 7],
];
MACHINES.set('m68k', {
  unicorn: {
    arch: 7,
    mode: BIG_ENDIAN,
    // A 68040; the usual one is a ColdFire.
    model: 3,
    fragile: true,
    pc: 18,
    registers: new Map(m68kRegisters(9, 1)),
    // The status register: supervisor, interrupts masked.
    initial: new Map([[17, 0x2700n]]),
  },
  qemu: {
    pc: 17,
    registers: new Map(m68kRegisters(0, 8)),
    privileged: [
      // movec with %cacr
      { bytes: 4, mask: 0xfffe_0fff, value: 0x4e7a_0002 },
      // cpusha
      { bytes: 2, mask: 0xff38, value: 0xf438 },
    ],
  },
});
MACHINES.set('alpha', {
  // Unicorn lacks it.
  unicorn: undefined,
  // Behind the general ones: a register that is always 0, the floating-point ones and their control register.
  qemu: { pc: 64, registers: new Map(numbered('$', 0, 30, 0)) },
  // A process has the lower 4 TiB.
  addressBits: 42,
  page: 0x2000n,
});
MACHINES.set('hppa', {
  // Unicorn lacks it.
  unicorn: undefined,
  // Behind the general registers, of which the first is always 0: the shift amount, then front and back of the queue of
  // instruction addresses with the space of each. The lowest bits of an address are the privilege level.
  qemu: { pc: 33, nextPc: 35, pcFlags: 3n, registers: new Map(numbered('r', 1, 31, 1)) },
});

/** The general registers of MIPS in the order of their numbers; those from 8 to 15 have other names in each ABI. */
function mipsRegisters(eight: readonly string[]): string[] {
  return [
    ...['zero', 'at', 'v0', 'v1', 'a0', 'a1', 'a2', 'a3'],
    ...eight,
    ...['s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 't8', 't9', 'k0', 'k1', 'gp', 'sp', 'fp', 'ra'],
  ];
}

function mipsMachine(eight: readonly string[], mode: number | undefined): EmulatedMachine {
  // Register 0 cannot be written.
  const writable = mipsRegisters(eight).flatMap((name, i): [string, number][] =>
    i === 0 ? [] : [[name, i]],
  );
  return {
    unicorn:
      mode === undefined
        ? undefined
        : { arch: 3, mode, pc: 1, registers: new Map(writable.map(([name, i]) => [name, i + 2])) },
    // Behind the 32 general ones: status, lo, hi, badvaddr, cause.
    qemu: { pc: 37, registers: new Map(writable) },
    // From 2 GiB on addresses are the kernel's.
    ...(mode === undefined ? {} : { addressBits: 31 }),
  };
}

const O32_EIGHT = ['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7'];
MACHINES.set('mips', mipsMachine(O32_EIGHT, 4 + BIG_ENDIAN));
MACHINES.set('mipsel', mipsMachine(O32_EIGHT, 4));
// Unicorn 2.0.1 does not run 64-bit code.
const N64_EIGHT = ['a4', 'a5', 'a6', 'a7', 't0', 't1', 't2', 't3'];
MACHINES.set('mips64', mipsMachine(N64_EIGHT, undefined));
MACHINES.set('mips64el', mipsMachine(N64_EIGHT, undefined));

/** SuperH, which Unicorn lacks; big-endian it is called otherwise. */
function shMachine(program: string): EmulatedMachine {
  return {
    unicorn: undefined,
    qemu: {
      program,
      pc: 16,
      registers: new Map([...numbered('r', 0, 15, 0), ['pr', 17], ['gbr', 18], ['vbr', 19]]),
      // An SH-4A, where accesses that are not aligned are performed unless a process asks for SIGBUS.
      options: ['-cpu', 'sh7785,prctl-unalign-sigbus=true'],
    },
    // From 2 GiB on addresses are the kernel's.
    addressBits: 31,
  };
}

MACHINES.set('sh', shMachine('sh4'));
MACHINES.set('sheb', shMachine('sh4eb'));

/** The general registers of SPARC but %g0, by the number of the first of each set; %o6 is called by its use. */
function sparcRegisters(
  g: number,
  o: number,
  l: number,
  i: number,
  sp: number,
  o7: number,
): ReadonlyMap<string, number> {
  return new Map([
    ...numbered('g', 1, 7, g + 1),
    ...numbered('o', 0, 5, o),
    ['sp', sp],
    ['o7', o7],
    ...numbered('l', 0, 7, l),
    ...numbered('i', 0, 7, i),
  ]);
}

MACHINES.set('sparc64', {
  unicorn: {
    arch: 6,
    mode: 8 + BIG_ENDIAN,
    pc: 88,
    registers: sparcRegisters(53, 78, 70, 61, 84, 85),
    staysInFront: true,
    fragile: true,
  },
  // Behind the general ones: 32 floating-point registers of half a word, and 16 whole ones.
  qemu: { pc: 64, nextPc: 65, registers: sparcRegisters(0, 8, 16, 24, 14, 15) },
  page: 0x2000n,
  // What Unicorn has of physical addresses.
  addressBits: 41,
});

/** How many bits the addresses of a user process have. */
export function addressBits({ arch, wordBits }: Machine): number {
  return MACHINES.get(arch)?.addressBits ?? Math.min(wordBits, 47);
}

/** The registers that runs set and read, by name; none for an architecture that is not emulated. */
export function registerNames(arch: string): string[] {
  const found = MACHINES.get(arch);
  return [...((found?.unicorn ?? found?.qemu)?.registers.keys() ?? [])];
}

/** undefined for an architecture that is not emulated. */
export function emulatedMachine(arch: string): (EmulatedMachine & { readonly machine: Machine }) | undefined {
  const found = MACHINES.get(arch);
  const machine = architectureNamed(arch)?.machine;
  return found && machine && { ...found, machine };
}
