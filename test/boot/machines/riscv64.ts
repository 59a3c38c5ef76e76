/** What a second kernel on riscv64 needs in memory, by the RISC-V boot protocol of Linux. */
import type { BootMachine, Kernel } from '../machine.ts';
import { changedTree, deviceTree } from '../tree.ts';

const QEMU = ['qemu-system-riscv64', '-M', 'virt', '-m', '5G'] as const;
const SERIAL = 0x1000_0000n;
/** Memory begins here, with the firmware, of which QEMU's tree does not tell. */
const RAM = 0x8000_0000n;
const FIRMWARE = {
  path: '/reserved-memory/firmware@80000000',
  properties: { reg: [RAM, 0x20_0000n], 'no-map': [] },
} as const;
const RESERVED = {
  path: '/reserved-memory',
  properties: { '#address-cells': 2, '#size-cells': 2, ranges: [] },
} as const;
/** A multiple of 2 MiB. */
const KERNEL_AT = RAM + 0x1000_0000n;
const TREE_AT = RAM + 0x2700_0000n;
const INITRD_AT = RAM + 0x2800_0000n;

/** An Image with its initrd and command line. @throws RangeError when it is no riscv64 Image */
function placeLinux(image: Buffer, initrd: Buffer, commandLine: string): Kernel {
  if (image.toString('latin1', 56, 60) !== 'RSC\x05') throw new RangeError('the kernel is no riscv64 Image');
  const imageSize = Number(image.readBigUInt64LE(16));
  const end = INITRD_AT + BigInt(initrd.length);
  const chosen = { commandLine, initrd: [INITRD_AT, end] } as const;
  const tree = changedTree(deviceTree(QEMU), chosen, [RESERVED, FIRMWARE]);
  return {
    segments: [
      { name: 'kernel', address: KERNEL_AT, data: image, memorySize: imageSize },
      { name: 'initrd', address: INITRD_AT, data: initrd, memorySize: initrd.length },
      // The first kernel looks for it among the segments, and hands its address to whatever it enters.
      { name: 'tree', address: TREE_AT, data: tree, memorySize: tree.length },
    ],
    entry: KERNEL_AT,
    argument: TREE_AT,
  };
}

export const riscv64: BootMachine = {
  arch: 'riscv64',
  debian: 'riscv64',
  qemu: QEMU,
  // Debian 12 has no such machine.
  suite: 'trixie',
  kernelPackage: 'linux-image-riscv64',
  kernelName: /^linux-image-[\d.]+\+deb13-riscv64$/,
  clang: ['--target=riscv64-linux-gnu', '-march=rv64gc', '-fuse-ld=lld-16'],
  console: 'console=ttyS0',
  windows: [
    [0x8400_0000n, 0x8f00_0000n],
    [0xc000_0000n, 0xf000_0000n],
    [0x1_0000_0000n, 0x1_6000_0000n],
  ],
  own: 'riscv64-gcc-medany-Os.ro',
  belowLast: 'riscv64-gcc-medlow-Os.ro',
  // Debian's is a stub, without an entry.
  withDebian: false,
  saysRefusal: true,
  registers: ['pc', 'x31/t6'],
  place: placeLinux,
  serial: [2, SERIAL],
  kexecToolsValues: () => [],
};
