/** What a second kernel on arm64 needs in memory, by the Linux/arm64 boot protocol. */
import type { BootMachine, Kernel } from '../machine.ts';
import { changedTree, deviceTree } from '../tree.ts';

const QEMU = ['qemu-system-aarch64', '-M', 'virt', '-cpu', 'cortex-a57', '-m', '5G'] as const;
const SERIAL = 0x900_0000n;
/** Where a program stands that runs first: memory starts at 1 GiB. */
const PROGRAM_AT = 0x4100_0000n;
const RAM = 0x4000_0000n;
const KERNEL_AT = RAM + 0x1000_0000n;
const INITRD_AT = RAM + 0x2800_0000n;
const TREE_AT = RAM + 0x2700_0000n;

/** An Image with its initrd and command line. @throws RangeError when it is no arm64 Image */
function placeLinux(image: Buffer, initrd: Buffer, commandLine: string): Kernel {
  if (image.toString('latin1', 56, 60) !== 'ARMd') throw new RangeError('the kernel is no arm64 Image');
  const textOffset = image.readBigUInt64LE(8);
  const imageSize = Number(image.readBigUInt64LE(16));
  const address = KERNEL_AT + textOffset;
  const end = INITRD_AT + BigInt(initrd.length);
  const tree = changedTree(deviceTree(QEMU), { commandLine, initrd: [INITRD_AT, end] });
  return {
    segments: [
      { name: 'kernel', address, data: image, memorySize: imageSize },
      { name: 'initrd', address: INITRD_AT, data: initrd, memorySize: initrd.length },
      { name: 'tree', address: TREE_AT, data: tree, memorySize: tree.length },
    ],
    entry: address,
    argument: TREE_AT,
  };
}

const TARGET = '--target=aarch64-linux-gnu';
const LINK = `-Wl,-Ttext=0x${PROGRAM_AT.toString(16)}`;

export const aarch64: BootMachine = {
  arch: 'aarch64',
  debian: 'arm64',
  qemu: QEMU,
  kernelPackage: 'linux-image-arm64',
  kernelName: /^linux-image-[\d.]+-\d+-arm64$/,
  clang: [TARGET, '-fuse-ld=lld-16'],
  console: 'console=ttyAMA0',
  windows: [
    [0x4200_0000n, 0x4e00_0000n],
    [0x8000_0000n, 0xf000_0000n],
    [0x1_0000_0000n, 0x1_6000_0000n],
  ],
  own: 'aarch64-gcc-large-Os.ro',
  withDebian: true,
  saysRefusal: true,
  registers: ['PC', 'X12'],
  place: placeLinux,
  serial: [4, SERIAL],
  kexecToolsValues: (_map, { entry, argument }) => [
    ['arm64_sink', SERIAL],
    ['arm64_kernel_entry', entry],
    ['arm64_dtb_addr', argument],
  ],
  direct: {
    stub: [TARGET, LINK],
    start: (path) => ['-device', `loader,file=${path},cpu-num=0`],
    bundle: () => ({ tree: deviceTree(QEMU) }),
    carrier: [TARGET, LINK, '-mstrict-align', '-mgeneral-regs-only', '-Os', '-fno-pic', '-Wall', '-Werror'],
  },
};
