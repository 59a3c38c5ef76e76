/** Two of QEMU's machines: a 604 whose translation is off, and an e500, which cannot be without and is mapped one to one. */
import type { BareMachine } from '../../machine.ts';

const ARCH = 'ppc';
const CONTROLLED = 'ppc-gcc-nopic-Os.ro';
/** Of the e500's machine. */
const MAPPED_UART = 0xe000_4500n;
/** Of the 604's, in its ISA bus. */
const UART = 0x8000_03f8n;

export const ppc: readonly BareMachine[] = [
  {
    arch: ARCH,
    qemu: ['qemu-system-ppc', '-M', '40p', '-m', '128M', '-vga', 'none'],
    stubAt: 0xfff0_0000n,
    start: ({ raw }) => ['-bios', raw],
    windows: [
      {
        name: 'translation off',
        bases: [0x0200_0000n, 0x0800_0000n],
        next: 0x0100_0000n,
        payload: 0x0110_0000n,
        console: [2, UART],
        symbols: { UART },
      },
    ],
    controlled: CONTROLLED,
  },
  {
    arch: ARCH,
    qemu: ['qemu-system-ppc', '-M', 'mpc8544ds', '-cpu', 'e500v2', '-m', '512M'],
    as: ['-me500'],
    stubAt: 0x10_0000n,
    start: ({ elf }) => ['-kernel', elf],
    windows: [
      {
        name: 'mapped one to one',
        bases: [0x1200_0000n, 0x2000_0000n],
        next: 0x1000_0000n,
        payload: 0x1010_0000n,
        console: [2, MAPPED_UART],
        symbols: { BOOKE: 1n, UART: MAPPED_UART },
      },
    ],
    controlled: CONTROLLED,
  },
];
