/** `relocator extract`: the purgatory inside a program that loads it, or inside a kernel. */
import { type Extracted, extractObjects } from '../../image/extract.ts';
import { loadAllMachines } from '../../image/models.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printable } from '../../image/trouble/printable.ts';
import { count } from '../arguments.ts';
import { Command } from '../command.ts';
import { about, Inputs, KERNEL } from '../files/inputs.ts';
import { unpack } from '../files/unpack.ts';
import { writeAndTell } from '../finish.ts';
import type { Manual } from '../manual.ts';
import { table } from '../print.ts';
import { type Show, withProgress } from '../progress.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
Kernels are looked into by the programs gzip, xz, zstd and lz4.`,
  examples: ['relocator extract "$(command -v kexec)"', 'relocator extract vmlinuz -o purgatory.ro'],
};

export function extractCommand(): Command {
  const command = new Command('extract')
    .summary('find the purgatory inside a kexec program or a kernel')
    .description(
      'List the relocatable objects inside a file, compressed ones included: where each is, for which machine, and whether ' +
        'it is a purgatory. With -o, write the only purgatory, or the one that --number tells.',
    )
    .argument('<in>', 'any file')
    .option('-o, --output <file>', 'where to write it')
    .option('--number <n>', 'which one, by its place in the list', count);
  return addTelling(command, 'extract')
    .needing('--output', '--number')
    .withManual(MANUAL)
    .action(
      async (
        path: string,
        { output, number, ...telling }: Telling & { output?: string; number?: number },
      ) => {
        const inputs = new Inputs();
        await loadAllMachines();
        const found = await about(path, () => withProgress(telling, (show) => allIn(path, inputs, show)));
        if (output === undefined) {
          tell(
            { command: 'extract', text: () => text(found), data: () => ({ objects: found.map(dataOf) }) },
            telling,
          );
          return;
        }
        const object = chosen(path, found, number);
        const answer: Answer = {
          command: 'extract',
          text: () => '',
          data: () => ({ objects: found.map(dataOf), written: found.indexOf(object) + 1, files: [output] }),
        };
        writeAndTell(new Map([[output, object.bytes]]), inputs, answer, telling);
      },
    );
}

/** All objects in a file. @throws InputError when there are none */
function allIn(path: string, inputs: Inputs, show: Show): Extracted[] {
  show('reading');
  const file = inputs.read(path, KERNEL);
  show('searching');
  const found = extractObjects(file, (form, rest) => {
    show(`undoing ${form} at 0x${(file.length - rest.length).toString(16)}`);
    return unpack(form, rest);
  });
  if (found.length > 0) return found;
  throw new InputError('no relocatable object of a known machine stands in it');
}

function chosen(path: string, found: readonly Extracted[], number: number | undefined): Extracted {
  const purgatories = found.filter(({ purgatory }) => purgatory);
  const [only] = purgatories.length > 0 ? purgatories : found;
  if (number === undefined && (purgatories.length === 1 || found.length === 1) && only) return only;
  const asked = found[(number ?? 0) - 1];
  if (asked) return asked;
  throw new InputError(
    `${printable(path)}: ${found.length} objects stand in it, ${purgatories.length} of them purgatories; tell which one by ` +
      '--number, as they are listed without -o',
  );
}

function text(found: readonly Extracted[]): string {
  const columns = ['NUMBER', 'MACHINE', 'WHAT', 'BYTES', 'WHERE'].map((title) => ({ title }));
  return table(
    columns,
    found.map(({ arch, purgatory, bytes, offset, inside }, index) => {
      const where = `0x${offset.toString(16)}`;
      const at = inside
        ? `${where} of what ${inside.form} compressed at 0x${inside.offset.toString(16)}`
        : where;
      return [`${index + 1}`, arch, purgatory ? 'purgatory' : 'object', `${bytes.length}`, at];
    }),
  );
}

function dataOf({ arch, purgatory, offset, inside, bytes }: Extracted): object {
  return { arch, purgatory, offset, ...(inside ? { inside } : {}), size: bytes.length };
}
