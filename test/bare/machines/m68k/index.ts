/** QEMU's virt: memory from 0 on, and a console of its own kind, so that the purgatory's messages stay in memory. */
import { type BareMachine, MEMORY_CONSOLE, type Window } from '../../machine.ts';

const window: Window = {
  name: 'supervisor mode',
  bases: [0x0100_0000n, 0x1000_0000n],
  next: 0x0080_0000n,
  // Zeros change a register by nothing, from anywhere up to here; this is `illegal`.
  fence: Buffer.alloc(0x1000, '4afc', 'hex'),
  payload: 0x0090_0000n,
  console: [MEMORY_CONSOLE, 0x00a0_0000n],
};

export const m68k: readonly BareMachine[] = [
  {
    arch: 'm68k',
    qemu: ['qemu-system-m68k', '-M', 'virt', '-cpu', 'm68040', '-m', '256M'],
    stubAt: 0x10_0000n,
    start: ({ elf }) => ['-kernel', elf],
    windows: [window],
    controlled: 'm68k-gcc-nopic-Os.ro',
  },
];
