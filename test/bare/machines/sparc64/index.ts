/** QEMU's sun4u: memory from 0 on, of which the stub maps 80 MiB, and a 16550. The stub is its firmware. */
import type { BareMachine, Window } from '../../machine.ts';

const window: Window = {
  name: 'privileged mode, mapped one to one',
  bases: [0x0100_0000n, 0x0500_0000n],
  next: 0x0080_0000n,
  payload: 0x0090_0000n,
  console: [2, 0x1fe_0200_03f8n],
};

export const sparc64: readonly BareMachine[] = [
  {
    arch: 'sparc64',
    qemu: ['qemu-system-sparc64', '-M', 'sun4u', '-m', '256M'],
    stubAt: 0x1ff_f000_0000n,
    start: ({ raw }) => ['-bios', raw],
    windows: [window],
    controlled: 'sparc64-gcc-medany-Os.ro',
  },
];
