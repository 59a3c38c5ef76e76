/** QEMU's malta: a 16550 at 0x180003f8, memory from 0 on. Programs are loaded and entered in KSEG0. */
import type { BareMachine, Window } from '../../machine.ts';

const UART = 0x1800_03f8n;

/** Cached and uncached memory that is not mapped, at the addresses `upper` to physical ones. */
function window(
  name: string,
  cached: bigint,
  uncached: bigint,
  symbols: Readonly<Record<string, bigint>> = {},
): Window {
  return {
    name,
    bases: [cached + 0x0200_0000n, cached + 0x0fff_0000n],
    physical: (address) => address - cached,
    next: cached + 0x0100_0000n,
    payload: cached + 0x0110_0000n,
    console: [2, uncached + UART],
    symbols: { ...symbols, UART: uncached + UART },
  };
}

const NARROW = window('KSEG0', 0x8000_0000n, 0xa000_0000n);
const WIDE = [
  window('XKPHYS', 0x9800_0000_0000_0000n, 0x9000_0000_0000_0000n, { WIDE: 1n }),
  window('KSEG0', 0xffff_ffff_8000_0000n, 0xffff_ffff_a000_0000n, { WIDE: 1n }),
] as const;

function machine(
  arch: string,
  processor: string,
  windows: BareMachine['windows'],
  stubAt: bigint,
): BareMachine {
  return {
    arch,
    qemu: [`qemu-system-${arch}`, '-M', 'malta', '-cpu', processor, '-m', '256M'],
    stubAt,
    start: ({ elf }) => ['-kernel', elf],
    windows,
    controlled: `${arch}-gcc-noabicalls-Os.ro`,
  };
}

export const mips: readonly BareMachine[] = [
  machine('mips', '24Kf', [NARROW], 0x8010_0000n),
  machine('mipsel', '24Kf', [NARROW], 0x8010_0000n),
  machine('mips64', 'MIPS64R2-generic', WIDE, 0xffff_ffff_8010_0000n),
  machine('mips64el', 'MIPS64R2-generic', WIDE, 0xffff_ffff_8010_0000n),
];
