/** QEMU's virt: a 16550 at 0x10000000 and memory from 2 GiB on. The first hart starts there, in machine mode. */
import type { BareMachine, Window } from '../../machine.ts';

const STUB_AT = 0x8000_0000n;

/** Above 4 GiB where the machine has that much. */
function windows(high: bigint): readonly [Window, Window] {
  const common = {
    next: 0x8100_0000n,
    payload: 0x8110_0000n,
    console: [2, 0x1000_0000n],
  } as const;
  return [
    {
      ...common,
      name: 'supervisor mode',
      bases: [0x8200_0000n, 0x9000_0000n],
      symbols: { SUPERVISOR: 1n },
    },
    { ...common, name: 'machine mode', bases: [high, high + 0x1000_0000n] },
  ];
}

function machine(arch: string, memory: string, high: bigint): BareMachine {
  return {
    arch,
    qemu: [`qemu-system-${arch}`, '-M', 'virt', '-m', memory, '-bios', 'none'],
    stubAt: STUB_AT,
    start: ({ elf }) => ['-device', `loader,file=${elf}`],
    windows: windows(high),
    controlled: `${arch}-gcc-medany-Os.ro`,
  };
}

export const riscv: readonly BareMachine[] = [
  machine('riscv64', '3G', 0x1_1000_0000n),
  machine('riscv32', '512M', 0x9000_0000n),
];
