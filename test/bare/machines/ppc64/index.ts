/**
 * QEMU's pseries: memory from 0 on, and a console behind the hypervisor, so that the purgatory's messages stay in memory.
 * The stub is the firmware and starts in big-endian order.
 */
import { type BareMachine, MEMORY_CONSOLE } from '../../machine.ts';

function machine(arch: string, symbols: Readonly<Record<string, bigint>>): BareMachine {
  return {
    arch,
    qemu: ['qemu-system-ppc64', '-M', 'pseries', '-cpu', 'power10', '-m', '512M', '-vga', 'none'],
    stubAt: 0n,
    start: ({ raw }) => ['-bios', raw],
    windows: [
      {
        name: 'real mode',
        bases: [0x0200_0000n, 0x1000_0000n],
        next: 0x0100_0000n,
        payload: 0x0110_0000n,
        console: [MEMORY_CONSOLE, 0x0120_0000n],
        symbols,
      },
    ],
    controlled: `${arch}-gcc-medium-O2.ro`,
  };
}

export const ppc64: readonly BareMachine[] = [machine('ppc64le', { LITTLE: 1n }), machine('ppc64', {})];
