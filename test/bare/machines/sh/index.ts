/** QEMU's r2d: an SH7751R, which is an SH-4, with 64 MiB of memory from 0x0c000000 on; its first serial line is the SCI. */
import { type BareMachine, MEMORY_CONSOLE, type Window } from '../../machine.ts';

const MEMORY = 0x0c00_0000n;
/** Where QEMU puts a kernel and starts it. */
const STUB_AT = 0xac80_0000n;

/** Memory at the addresses `upper` to physical ones. The SCI's transmit data register is what the stub writes to. */
function window(name: string, upper: bigint): Window {
  const at = (offset: bigint): bigint => upper + MEMORY + offset;
  return {
    name,
    bases: [at(0x0100_0000n), at(0x0400_0000n)],
    physical: (address) => address - upper,
    next: at(0x0010_0000n),
    payload: at(0x0020_0000n),
    console: [MEMORY_CONSOLE, at(0x0030_0000n)],
    symbols: { UART: 0xffe0_000cn },
  };
}

function machine(arch: string, program: string): BareMachine {
  return {
    arch,
    qemu: [program, '-M', 'r2d'],
    stubAt: STUB_AT,
    start: ({ raw }) => ['-kernel', raw],
    windows: [window('P1, cached', 0x8000_0000n), window('P2, not cached', 0xa000_0000n)],
    controlled: `${arch}-gcc-nopic-Os.ro`,
  };
}

export const sh: readonly BareMachine[] = [
  machine('sh', 'qemu-system-sh4'),
  machine('sheb', 'qemu-system-sh4eb'),
];
