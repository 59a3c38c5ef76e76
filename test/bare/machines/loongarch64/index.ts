/** QEMU's virt: a 16550 at 0x1fe001e0, memory in the first 256 MiB and from 0x90000000 on. */
import type { BareMachine, Window } from '../../machine.ts';

/** The upper bits of addresses in the windows that the stub maps: cached, and not cached for devices. */
const CACHED = 0x9000_0000_0000_0000n;
const UNCACHED = 0x8000_0000_0000_0000n;
const UART = 0x1fe0_01e0n;
const NEXT = 0x0100_0000n;
const PAYLOAD = 0x0110_0000n;

const mapped: Window = {
  name: 'a direct-mapped window',
  bases: [CACHED + 0x9000_0000n, CACHED + 0xc000_0000n],
  physical: (address) => address - CACHED,
  next: CACHED + NEXT,
  payload: CACHED + PAYLOAD,
  console: [2, UNCACHED + UART],
  symbols: { MAPPED: 1n, UART: UNCACHED + UART },
};

const unmapped: Window = {
  name: 'no translation',
  bases: [0x0200_0000n, 0x1000_0000n],
  next: NEXT,
  payload: PAYLOAD,
  console: [2, UART],
  symbols: { UART },
};

export const loongarch64: readonly BareMachine[] = [
  {
    arch: 'loongarch64',
    qemu: ['qemu-system-loongarch64', '-M', 'virt', '-m', '1G'],
    stubAt: 0x10_0000n,
    start: ({ elf }) => ['-device', `loader,file=${elf},cpu-num=0`],
    windows: [mapped, unmapped],
    controlled: 'loongarch64-clang-medium-Os.ro',
  },
];
