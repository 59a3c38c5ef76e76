/** What a second kernel on s390x needs in memory, and the step from the mode in which a kernel leaves to the blob's. */
import type { BootMachine, Kernel, PlannedSegment } from '../machine.ts';

/** The image's bytes stand in memory where they stand in the file; what is below this address is the processor's. */
const KERNEL_AT = 0x1_0000;
const INITRD_AT = 0x0400_0000n;
const INITRD_START = 0x1_0408;
const INITRD_SIZE = 0x1_0410;
const COMMAND_LINE = 0x1_0480;
const COMMAND_LINE_SIZE = 896;
/** Behind the first 2 GiB nothing is reached with 31-bit addresses, which is how a kernel leaves. */
const STEP_AT = 0x0700_0000n;

/** The kernel image with its initrd and command line. @throws RangeError when it is no s390x kernel */
function placeLinux(image: Buffer, initrd: Buffer, commandLine: string): Kernel {
  if (image.toString('latin1', 0x1_0008, 0x1_000e) !== 'S390EP') {
    throw new RangeError('the kernel is no s390x image');
  }
  const kernel = Buffer.from(image);
  kernel.writeBigUInt64BE(INITRD_AT, INITRD_START);
  kernel.writeBigUInt64BE(BigInt(initrd.length), INITRD_SIZE);
  kernel.fill(0, COMMAND_LINE, COMMAND_LINE + COMMAND_LINE_SIZE);
  kernel.write(commandLine, COMMAND_LINE, COMMAND_LINE_SIZE - 1, 'latin1');
  const data = kernel.subarray(KERNEL_AT);
  return {
    segments: [
      { name: 'kernel', address: BigInt(KERNEL_AT), data, memorySize: data.length },
      { name: 'initrd', address: INITRD_AT, data: initrd, memorySize: initrd.length },
    ],
    entry: BigInt(KERNEL_AT),
    argument: 0n,
  };
}

/** Code that a kernel can leave to, with 31-bit addresses: into 64-bit mode, %r2 not 0, and on to `entry`. */
function step(entry: bigint): PlannedSegment {
  const code = Buffer.alloc(40);
  const halfwords = [
    ...[0xa718, 0x0001], // lhi   %r1, 1: z/Architecture
    0x1722, // xr    %r2, %r2
    ...[0xae12, 0x0012], // sigp  %r1, %r2, 0x12: set architecture; refused where there is no other
    0x010e, // sam64
    ...[0xa729, 0x0001], // lghi  %r2, 1
    ...[0xc418, 0x0000, 0x0008], // lgrl  %r1, target
    0x07f1, // br    %r1
  ];
  for (const [index, halfword] of halfwords.entries()) code.writeUInt16BE(halfword, 2 * index);
  code.writeBigUInt64BE(entry, 32);
  return { name: 'step', address: STEP_AT, data: code, memorySize: code.length };
}

export const s390x: BootMachine = {
  arch: 's390x',
  debian: 's390x',
  qemu: ['qemu-system-s390x', '-M', 's390-ccw-virtio', '-m', '5G'],
  kernelPackage: 'linux-image-s390x',
  kernelName: /^linux-image-[\d.]+-\d+-s390x$/,
  // lld 16 does not know the machine.
  clang: ['--target=s390x-linux-gnu', '-march=z10', '-msoft-float', '--ld-path=ld.lld-19'],
  console: 'console=ttysclp0',
  windows: [
    [0x0800_0000n, 0x3000_0000n],
    [0x4000_0000n, 0xb000_0000n],
    [0x1_0000_0000n, 0x1_3000_0000n],
  ],
  own: 's390x-gcc-nopic-Os.ro',
  // The kernel itself moves memory aside for Debian's.
  withDebian: false,
  saysRefusal: false,
  registers: ['addr', 'R00'],
  place: placeLinux,
  step,
  serial: [0, 0n],
  kexecToolsValues: () => [],
};
