/** bzImages, which are handed boot parameters: Documentation/arch/x86/boot.rst and zero-page.rst. */
import { isPowerOfTwo } from '../../memory/bytes.ts';
import { MAX_ALIGNMENT } from '../../memory/limits.ts';
import type { BundleMachine, BundleRequest, LookedAt } from '../machine.ts';

const PAGE = 0x1000;
const HEADER = 0x1f1;
const HEADER_END = 0x201;
const E820_ENTRIES = 0x1e8;
const E820_TABLE = 0x2d0;
const MOST_ENTRIES = 128;
/** Of memory that may be used. */
const RAM = 1;
/** "Undefined", of a loader without a number. */
const LOADER = 0xff;
/** In xloadflags: the kernel has a 64-bit entry, and may be above 4 GiB. */
const [KERNEL_64, ABOVE_4G] = [1, 2] as const;
const GIB4 = 1n << 32n;

function look(
  wordBits: 32 | 64,
  { kernel, initrd, commandLine, tree, memory }: BundleRequest,
): LookedAt | string {
  const image = Buffer.from(kernel);
  if (image.length < 0x270 || image.toString('latin1', 0x202, 0x206) !== 'HdrS')
    return 'the kernel is no bzImage';
  const version = image.readUInt16LE(0x206);
  if (version < 0x20c)
    return `the kernel's boot protocol is ${version >> 8}.${version & 0xff}, and 2.12 is needed`;
  const flags = image.readUInt16LE(0x236);
  if (wordBits === 64 && !(flags & KERNEL_64)) return 'the kernel has no 64-bit entry; use --arch of 32 bits';
  if (tree) return 'the kernel is handed no device tree; leave out --dtb';
  if (memory.length === 0)
    return 'the kernel is told of memory by who starts it; name what it may use with --memory START+SIZE';
  if (memory.length > MOST_ENTRIES) return `--memory: ${MOST_ENTRIES} ranges are the most`;
  const line = Buffer.from(`${commandLine}\0`, 'utf8');
  const most = image.readUInt32LE(0x238);
  if (line.length - 1 > most) return `--cmdline has ${line.length - 1} bytes, and the kernel takes ${most}`;
  const setup = (image[HEADER] || 4) + 1;
  const data = image.subarray(setup * 512);
  const alignment = image.readUInt32LE(0x230);
  if (data.length === 0 || !isPowerOfTwo(alignment) || alignment > MAX_ALIGNMENT)
    return 'the kernel is cut off or damaged: its header does not fit what follows';
  return {
    kernel: {
      name: 'kernel',
      data,
      memorySize: Math.max(image.readUInt32LE(0x260), data.length),
      alignment,
    },
    argument: { memorySize: PAGE + line.length, alignment: PAGE },
    entry: wordBits === 64 ? 0x200n : 0n,
    makeArgument(at, place) {
      const parameters = Buffer.alloc(PAGE + line.length);
      image.copy(parameters, HEADER, HEADER, 0x202 + (image[HEADER_END] ?? 0));
      parameters[0x210] = LOADER;
      const halves = (low: number, high: number, value: bigint): void => {
        parameters.writeUInt32LE(Number(value % GIB4), low);
        parameters.writeUInt32LE(Number(value / GIB4), high);
      };
      halves(0x218, 0xc0, place?.[0] ?? 0n);
      halves(0x21c, 0xc4, BigInt(place?.[1] ?? 0));
      halves(0x228, 0xc8, at + BigInt(PAGE));
      line.copy(parameters, PAGE);
      parameters[E820_ENTRIES] = memory.length;
      for (const [index, [start, size]] of memory.entries()) {
        const entry = E820_TABLE + 20 * index;
        parameters.writeBigUInt64LE(start, entry);
        parameters.writeBigUInt64LE(size, entry + 8);
        parameters.writeUInt32LE(RAM, entry + 16);
      }
      const highest = at + BigInt(PAGE) + BigInt(initrd?.length ?? 0);
      if (highest >= GIB4 && !(flags & ABOVE_4G))
        throw new RangeError('the kernel cannot be above 4 GiB; choose a lower --base');
      return parameters;
    },
  };
}

export const x86_64: BundleMachine = {
  arch: 'x86_64',
  look: (request) => look(64, request),
  leads: {
    'kexec-tools': (entry, argument) => [['entry64_regs', { rsi: argument, rip: entry }]],
    linux: (entry, argument) => [['entry64_regs', { rsi: argument, rip: entry }]],
  },
};

export const i386: BundleMachine = {
  arch: 'i386',
  look: (request) => look(32, request),
  leads: {
    'kexec-tools': (entry, argument) => [['entry32_regs', { esi: argument, eip: entry }]],
  },
};
