/**
 * QEMU's clipper: its PALcode is OSF/1's and enters the stub, with memory at addresses from 0xfffffc0000000000 on. A
 * purgatory for the first Alphas writes to memory by whole words, which is no way to write to the UART: its messages stay
 * in memory.
 */
import { type BareMachine, MEMORY_CONSOLE, type Window } from '../../machine.ts';

const REGION = 0xffff_fc00_0000_0000n;

const window: Window = {
  name: 'the region that maps itself',
  bases: [REGION + 0x0200_0000n, REGION + 0x1000_0000n],
  physical: (address) => address - REGION,
  next: REGION + 0x0100_0000n,
  payload: REGION + 0x0110_0000n,
  console: [MEMORY_CONSOLE, REGION + 0x0120_0000n],
};

export const alpha: readonly BareMachine[] = [
  {
    arch: 'alpha',
    qemu: ['qemu-system-alpha', '-M', 'clipper', '-m', '256M', '-vga', 'none'],
    stubAt: REGION + 0x31_0000n,
    start: ({ elf }) => ['-kernel', elf],
    windows: [window],
    controlled: 'alpha-gcc-nopic-Os.ro',
  },
];
