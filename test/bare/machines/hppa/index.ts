/** QEMU's machine with a PA-7300LC: memory from 0 on, a 16550 at 0xffd05800. The stub is its firmware. */
import type { BareMachine, Window } from '../../machine.ts';

const UART = 0xffd0_5800n;

const window: Window = {
  name: 'real mode',
  bases: [0x0200_0000n, 0x1000_0000n],
  next: 0x0100_0000n,
  payload: 0x0110_0000n,
  console: [2, UART],
  symbols: { UART },
};

export const hppa: readonly BareMachine[] = [
  {
    arch: 'hppa',
    qemu: ['qemu-system-hppa', '-m', '256M'],
    stubAt: 0xf000_0000n,
    start: ({ elf }) => ['-bios', elf],
    windows: [window],
    controlled: 'hppa-gcc-nopic-Os.ro',
  },
];
