/** `scripts/demo`: builds and verifies the purgatories of all machines and prints a table. */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeOutputs } from '../cli/files/outputs.ts';
import { paint, table } from '../cli/print.ts';
import { progress } from '../cli/progress.ts';
import { emulatorsFor } from '../emulate/index.ts';
import {
  auditObject,
  buildImage,
  emulatorMissing,
  formatMap,
  InputError,
  readElf,
  verifyImage,
} from '../index.ts';
import { architectures } from '../relocator-dsl/arch/index.ts';
import { fetchPurgatories } from './debian-purgatories.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'out');
const fixtures = join(root, 'test/fixtures/purgatory');
interface Input {
  readonly name: string;
  readonly path: string;
  readonly from: string;
}

/** Debian's purgatories where apt can fetch them, else the ones of this project. */
function inputs(): { inputs: Input[]; note: string } {
  progress("fetching Debian's kexec-tools packages");
  try {
    // Nothing loads the others, which have no entry.
    const debian = fetchPurgatories()
      .filter(({ path }) => hasEntry(path))
      .map(({ name, path }) => ({ name, path, from: 'Debian' }));
    return { inputs: debian, note: "The purgatories are those of Debian 12's kexec-tools packages." };
  } catch (error) {
    const why = error instanceof Error ? (/^[^:\n]*/.exec(error.message)?.[0] ?? '') : String(error);
    const paths = architectures.flatMap(({ machine: { arch } }) => {
      const [file] = readdirSync(fixtures).filter((each) => each.startsWith(`${arch}-`));
      // One that Unicorn runs, which scripts/demo installs.
      if (file === undefined || !emulatorsFor(arch).includes('unicorn')) return [];
      return [{ name: file.slice(0, -'.ro'.length), path: join(fixtures, file), from: 'here' }];
    });
    return { inputs: paths, note: `Debian's purgatories cannot be had (${why}); these are relocator's own.` };
  } finally {
    progress('');
  }
}

function hasEntry(path: string): boolean {
  const { symbols } = readElf(readFileSync(path));
  return symbols.some(({ name, place }) => name === 'purgatory_start' && place.kind !== 'undefined');
}

/** The table's row, and why the image was not run, if it was not. */
async function row({ name, path, from }: Input): Promise<{ cells: string[]; notRun: string | undefined }> {
  progress(`building ${name}`);
  const bytes = readFileSync(path);
  // Those of what stands in the image.
  const relocations = auditObject(bytes).places.filter((place) => place.class !== 'left out').length;
  const { blob, map, summary } = await buildImage(
    bytes,
    from === 'Debian' ? { loaderWrites: 'kexec-tools' } : {},
  );
  mkdirSync(out, { recursive: true });
  const file = join(out, `${name}.bin`);
  writeOutputs(
    new Map<string, Uint8Array | string>([
      [file, blob],
      [`${file}.map.json`, formatMap(map)],
    ]),
  );
  const notRun = emulatorMissing(map.arch);
  let verified = 'not run';
  let each = '-';
  if (notRun === undefined) {
    progress(`running ${name}`);
    const { bases, ok, relocations: fixups } = await verifyImage(blob, map);
    const wrong = bases.find(({ trouble }) => trouble !== undefined);
    if (!ok) throw new InputError(`${name} at 0x${wrong?.base.toString(16)}: ${wrong?.trouble}`);
    verified = `ok at ${bases.length} bases`;
    const [first] = bases;
    if (first?.instructions !== undefined && fixups > 0) each = (first.instructions / fixups).toFixed(1);
  }
  const { codeSize, tableSize } = summary;
  const cells = [
    `out/${name}.bin`,
    map.arch,
    String(relocations),
    String(map.fixups.length),
    map.format,
    `${codeSize} + ${tableSize}`,
    String(map.loadAlign),
    each,
    verified,
  ];
  return { cells, notRun };
}

const { inputs: chosen, note } = inputs();
try {
  const rows: string[][] = [];
  let notRun: string | undefined;
  for (const input of chosen) {
    const result = await row(input);
    rows.push(result.cells);
    notRun ??= result.notRun;
  }
  progress('');
  console.log(
    table(
      [
        { title: 'IMAGE' },
        { title: 'MACHINE' },
        { title: 'RELOCATIONS', right: true },
        { title: 'LEFT', right: true },
        { title: 'FORMAT' },
        { title: 'CODE + TABLE', right: true },
        { title: 'LOAD ALIGN', right: true },
        { title: 'INSTR. EACH', right: true },
        { title: 'VERIFIED', colour: (text) => (text.startsWith('ok') ? 'green' : 'yellow') },
      ],
      rows,
    ),
  );
  console.log(`\n${note}`);
  console.log(
    'LEFT is what the prologue relocates at load time; CODE + TABLE are the bytes that takes, guard and jump included.',
  );
  if (notRun === undefined) {
    console.log(
      'Each image was run twice at every base and compared, byte by byte, with the reference model.',
    );
  } else {
    console.log(paint('yellow', `The images were built but NOT run: ${notRun}.`));
  }
  console.log('Next: npx relocator --help');
} catch (error) {
  progress('');
  if (!(error instanceof InputError)) throw error;
  for (const trouble of error.lines) console.error(`demo: ${trouble}`);
  process.exitCode = 1;
}
