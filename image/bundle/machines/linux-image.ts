/** Kernels in Linux's Image format, which are handed a device tree: Documentation/arch/arm64/booting.rst, Documentation/arch/riscv/boot.rst. */
import { hex } from '../../memory/bytes.ts';
import { BUNDLE_LIMIT } from '../../memory/limits.ts';
import type { BundleMachine, BundleRequest, InitrdPlace, LookedAt } from '../machine.ts';
import { cells, withChosen } from '../tree.ts';

const MIB2 = 0x20_0000;
/** What a tree grows by beside its command line: names, and numbers of the initrd. */
const MORE = 0x400;

interface ImageFormat {
  readonly title: string;
  /** At offset 56 of the header. */
  readonly magic: string;
}

function look(
  { title, magic }: ImageFormat,
  { kernel, commandLine, tree, memory }: BundleRequest,
): LookedAt | string {
  const image = Buffer.from(kernel);
  if (image.length < 64 || image.toString('latin1', 56, 60) !== magic)
    return `the kernel is no Image of ${title}; pass arch/…/boot/Image, which is not compressed`;
  const imageSize = image.readBigUInt64LE(16);
  if (imageSize > BigInt(BUNDLE_LIMIT))
    return `the kernel is damaged: it says that it takes ${hex(imageSize)} bytes of memory`;
  if (memory.length > 0) return 'the device tree tells of memory; leave out --memory';
  if (!tree) return 'the kernel is handed a device tree; pass that of the machine with --dtb';
  const changed = (initrd: InitrdPlace): Uint8Array | string => {
    const properties = new Map([['bootargs', Buffer.from(`${commandLine}\0`, 'utf8') as Uint8Array]]);
    if (initrd) {
      const [start, size] = initrd;
      properties.set('linux,initrd-start', cells(start)).set('linux,initrd-end', cells(start + BigInt(size)));
    }
    return withChosen(tree, properties);
  };
  const trial = changed([0n, 0]);
  if (typeof trial === 'string') return `--dtb: ${trial}`;
  if (trial.length + MORE > MIB2) return `--dtb: the tree has ${trial.length} bytes, and 2 MiB are the most`;
  const argumentSize = 2 ** Math.ceil(Math.log2(trial.length + MORE));
  return {
    kernel: {
      name: 'kernel',
      data: kernel,
      memorySize: Math.max(Number(imageSize), kernel.length),
      alignment: MIB2,
      past: Number(image.readBigUInt64LE(8) % BigInt(MIB2)),
    },
    // Within one block of 2 MiB.
    argument: { memorySize: argumentSize, alignment: argumentSize },
    entry: 0n,
    makeArgument(_, initrd) {
      const made = changed(initrd);
      if (typeof made === 'string') throw new RangeError(made);
      return made;
    },
  };
}

export const aarch64: BundleMachine = {
  arch: 'aarch64',
  look: (request) => look({ title: 'arm64', magic: 'ARMd' }, request),
  leads: {
    'kexec-tools': (entry, argument) => [
      ['arm64_kernel_entry', entry],
      ['arm64_dtb_addr', argument],
    ],
  },
};

export const riscv64: BundleMachine = {
  arch: 'riscv64',
  look: (request) => look({ title: 'riscv64', magic: 'RSC\x05' }, request),
  // It hands over the tree with which it was entered.
  leads: {},
};
