/** What a second kernel on x86 needs in memory, by the Linux/x86 boot protocol. */
import type { Kernel } from '../machine.ts';

const HEADER = 0x1f1;
const E820_TABLE = 0x2d0;
const PAGE = 4096;

/** Places in the first GiB, away from the first kernel's and from each other; kexec moves them there at the jump. */
const KERNEL_AT = 0x0100_0000n;
const INITRD_AT = 0x2000_0000n;
const PARAMETERS_AT = 0x0009_0000n;
const USABLE_END = 0x3fe0_0000n;
const SERIAL_PORT = 0x3f8n;
/** What a PC of 5 GiB has, but for the last of what is below 4 GiB. */
export const MEMORY = [
  [0n, 0x9_fc00n],
  [0x10_0000n, 0xbfe0_0000n - 0x10_0000n],
  [0x1_0000_0000n, 0x8000_0000n],
] as const;

/** The serial port, as this project's purgatories are told of it. */
export const SERIAL = [1, SERIAL_PORT] as const;

/** … and as kexec-tools' are. */
export const KEXEC_TOOLS_SERIAL = [
  ['console_serial', 1n],
  ['serial_base', SERIAL_PORT],
  ['serial_baud', 115_200n],
] as const;

/** A bzImage with its initrd and command line. @throws RangeError when it is no bzImage */
export function placeLinux(bzImage: Buffer, initrd: Buffer, commandLine: string, wordBits: 32 | 64): Kernel {
  if (bzImage.toString('latin1', 0x202, 0x206) !== 'HdrS') throw new RangeError('the kernel is no bzImage');
  const setupSectors = bzImage[HEADER] || 4;
  const body = bzImage.subarray((setupSectors + 1) * 512);
  const initSize = bzImage.readUInt32LE(0x260);
  const parameters = Buffer.alloc(2 * PAGE);
  bzImage.copy(parameters, HEADER, HEADER, 0x202 + (bzImage[0x201] ?? 0));
  parameters[0x210] = 0xff; // type_of_loader: undefined
  parameters.writeUInt32LE(Number(INITRD_AT), 0x218);
  parameters.writeUInt32LE(initrd.length, 0x21c);
  parameters.writeUInt32LE(Number(PARAMETERS_AT) + PAGE, 0x228);
  parameters.write(`${commandLine}\0`, PAGE, 'latin1');
  const memory = [
    [0n, 0x9_fc00n],
    [0x10_0000n, USABLE_END - 0x10_0000n],
  ] as const;
  parameters[0x1e8] = memory.length;
  for (const [index, [start, size]] of memory.entries()) {
    parameters.writeBigUInt64LE(start, E820_TABLE + 20 * index);
    parameters.writeBigUInt64LE(size, E820_TABLE + 20 * index + 8);
    parameters.writeUInt32LE(1, E820_TABLE + 20 * index + 16);
  }
  const memorySize = Math.max(initSize, body.length);
  return {
    segments: [
      { name: 'kernel', address: KERNEL_AT, data: body, memorySize },
      { name: 'initrd', address: INITRD_AT, data: initrd, memorySize: initrd.length },
      { name: 'parameters', address: PARAMETERS_AT, data: parameters, memorySize: parameters.length },
    ],
    entry: wordBits === 64 ? KERNEL_AT + 0x200n : KERNEL_AT,
    argument: PARAMETERS_AT,
  };
}
