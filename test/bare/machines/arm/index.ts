/** QEMU's virt: a PL011 at 0x09000000 and memory from 1 GiB on. */
import type { BareMachine } from '../../machine.ts';

export const arm: readonly BareMachine[] = [
  {
    arch: 'arm',
    qemu: ['qemu-system-arm', '-M', 'virt', '-cpu', 'cortex-a15', '-m', '512M'],
    // Behind the device tree that QEMU puts there.
    stubAt: 0x4020_0000n,
    start: ({ elf }) => ['-device', `loader,file=${elf},cpu-num=0`],
    windows: [
      {
        name: 'supervisor mode, MMU and data cache off',
        bases: [0x4200_0000n, 0x6000_0000n],
        next: 0x4100_0000n,
        payload: 0x4110_0000n,
        console: [4, 0x900_0000n],
      },
    ],
    controlled: 'arm-gcc-thumb-Os.ro',
  },
];
