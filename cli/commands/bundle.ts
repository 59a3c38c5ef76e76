/** `relocator bundle`: a purgatory with the kernel that it is to enter, in one file. */
import { buildImage } from '../../image/build.ts';
import { type Bundle, bundleImage } from '../../image/bundle.ts';
import { loadMachinesOf } from '../../image/input/needed.ts';
import type { ImageMap } from '../../image/map/map.ts';
import { hex } from '../../image/memory/bytes.ts';
import { BUNDLE_LIMIT, BUNDLE_LIMIT_TEXT } from '../../image/memory/limits.ts';
import { OWN_LOADER_WRITES, ownPurgatoryPath } from '../../image/own-purgatory.ts';
import { printable } from '../../image/trouble/printable.ts';
import { archCalled } from '../../relocator-dsl/architectures.ts';
import { address, type Given, memoryRanges, setting, size } from '../arguments.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import { readImage } from '../files/image.ts';
import { about, Inputs } from '../files/inputs.ts';
import { writeAndTell } from '../finish.ts';
import type { Manual } from '../manual.ts';
import { facts, table } from '../print.ts';
import { type Answer, addTelling, type Telling } from '../tell.ts';

interface Options extends Telling {
  readonly arch?: string;
  readonly map?: string;
  readonly kernel: string;
  readonly initrd?: string;
  readonly cmdline?: string;
  readonly dtb?: string;
  readonly base: bigint;
  readonly room?: number;
  readonly memory?: readonly (readonly [bigint, bigint])[];
  readonly set?: ReadonlyMap<string, Given>;
  readonly output: string;
}

const MANUAL: Manual = {
  notes: `
The file is copied to the base, with zeros behind it up to the bytes of memory that are printed, and entered at its first byte, in
the state that docs/loaders.md tells of the machine. The purgatory stands first; kernel, argument (boot parameters or device tree) and
initrd follow, each where the kernel's boot protocol wants it. The purgatory is told where they are, and what their SHA-256 is.

A bzImage is told of memory with --memory; an Image is handed the device tree of --dtb, with the command line and the initrd put into
/chosen. docs/loaders.md has what each machine wants. The parts are segments for kexec_load(2), too: --json has their offsets.`,
  examples: [
    'relocator bundle --arch "$(uname -m)" --kernel bzImage --initrd initrd.img --cmdline console=ttyS0 --base 0x20000000 ' +
      '--memory 0x100000+0x7ff00000 -o bundle.bin',
    'relocator bundle purgatory.bin --kernel bzImage --base 0x20000000 --memory 0x100000+0x7ff00000 -o bundle.bin',
  ],
};

const PART = { bytes: BUNDLE_LIMIT, otherwise: `is too large: ${BUNDLE_LIMIT_TEXT}` };

export function bundleCommand(): Command {
  const command = new Command('bundle')
    .summary('put a purgatory and its kernel into one file')
    .description(
      'Put a purgatory, a kernel, its initrd and its command line into one file that is copied and entered.',
    )
    .argument('[out.bin]', "a purgatory that build has made (default: relocator's own, see --arch)")
    .option('--arch <arch>', "take relocator's own purgatory of this machine", archCalled)
    .option('--map <out.map.json>', "the purgatory's map (default: <out.bin>.map.json)")
    .requiredOption('--kernel <file>', 'the kernel: a bzImage or an Image')
    .option('--initrd <file>', 'its initramfs')
    .option('--cmdline <text>', 'its command line')
    .option('--dtb <file>', 'the device tree of the machine, where kernels are handed one')
    .requiredOption('--base <address>', 'where the file will stand', address)
    .option('--room <bytes>', 'memory that is reserved there; more is refused', size)
    .option(
      '--memory <start+size,…>',
      'memory that the kernel may use, where it is told by who starts it',
      memoryRanges,
    )
    .option('--set <sym=hex|@file>', 'contents for a symbol of the purgatory; may be repeated', setting)
    .requiredOption('-o, --output <bundle.bin>', 'the file');
  return addTelling(command, 'bundle')
    .offering({ '--arch': ['machines'] })
    .withManual(MANUAL)
    .action(async (image: string | undefined, options: Options) => {
      if ((image === undefined) === (options.arch === undefined))
        throw new Exit(EXIT.usage, [
          "name a purgatory, or ask for relocator's own with --arch (see relocator bundle --help)",
        ]);
      if (options.arch !== undefined && options.map !== undefined)
        throw new Exit(EXIT.usage, [
          '--map is that of a purgatory that is named; leave it out beside --arch',
        ]);
      const inputs = new Inputs();
      const { blob, map } = await purgatory(inputs, image, options);
      const { kernel, initrd, cmdline, dtb, base, room, memory, set } = options;
      const request = {
        kernel: inputs.read(kernel, PART),
        ...(initrd === undefined ? {} : { initrd: inputs.read(initrd, PART) }),
        ...(cmdline === undefined ? {} : { commandLine: cmdline }),
        ...(dtb === undefined ? {} : { tree: inputs.read(dtb) }),
        ...(memory === undefined ? {} : { memory }),
        ...(set === undefined ? {} : { set: inputs.contents(set) }),
        base,
        room,
      };
      const bundle = await about(kernel, () => bundleImage(blob, map, request));
      const answer: Answer = {
        command: 'bundle',
        text: () => bundleText(options.output, bundle),
        data: () => ({ files: [options.output], arch: map.arch, ...bundleData(bundle) }),
      };
      writeAndTell(new Map([[options.output, bundle.file]]), inputs, answer, options);
    });
}

async function purgatory(
  inputs: Inputs,
  image: string | undefined,
  { arch = '', map }: Options,
): Promise<{ readonly blob: Uint8Array; readonly map: ImageMap }> {
  if (image !== undefined) return readImage(inputs, image, map);
  const object = inputs.read(ownPurgatoryPath(arch));
  await loadMachinesOf(object);
  return buildImage(object, { loaderWrites: OWN_LOADER_WRITES });
}

function bundleText(output: string, { file, memorySize, base, start, entry, segments }: Bundle): string {
  const columns = [
    { title: 'PART' },
    { title: 'ADDRESS', right: true },
    { title: 'OFFSET', right: true },
    { title: 'BYTES', right: true },
    { title: 'MEMORY', right: true },
  ];
  const rows = segments.map((each) => [
    each.name,
    hex(each.address),
    hex(each.offset),
    `${each.size}`,
    `${each.memorySize}`,
  ]);
  const told = facts([
    ['base', hex(base)],
    ['size', `${file.length} bytes, ${memorySize} in memory`],
    ['start', hex(start)],
    ['kernel', `entered at ${hex(entry)}`],
  ]);
  return `${printable(output)}\n${told}\n\n${table(columns, rows)}`;
}

function bundleData({ file, memorySize, base, start, entry, segments }: Bundle): object {
  return {
    base,
    size: file.length,
    memorySize,
    start,
    entry,
    segments: segments.map(({ name, address: at, offset, size: bytes, memorySize: memory }) => ({
      name,
      address: at,
      offset,
      size: bytes,
      memorySize: memory,
    })),
  };
}
