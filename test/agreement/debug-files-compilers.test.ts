/**
 * Debugging data of what compilers make, as GNU ld has it at the same addresses, and lines as addr2line reads them.
 * `npm run test:compilers` asks every machine's compilers, all others the one for this machine.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { debugFile } from '../../image/debug/debug-file.ts';
import { buildImage, type Input } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolWords } from '../../scripts/machine-tools.ts';
import { PLAIN } from '../machines/samples.ts';
import { debugDifferences, debugSectionsAt } from '../support/debug-data.ts';
import { ROOT } from '../support/files.ts';
import { inFolder } from '../support/folder.ts';
import { linkedBy } from '../support/gnu-object.ts';
import { linkerScript, sectionsOf } from '../support/link-image.ts';
import { run } from '../support/run.ts';
import { programNamed, toolsOf } from '../support/tools.ts';

const ALL = process.env.RELOCATOR_HEAVY === '1';
const BASE = 0x20_0000n;

interface Compiler {
  readonly arch: string;
  readonly name: string;
  readonly words: readonly string[];
}

const COMPILERS: readonly Compiler[] = (ALL ? architectures.map(({ machine }) => machine.arch) : [PLAIN])
  .filter(hasPrologue)
  .flatMap((arch) =>
    ['GCC', 'CLANG'].flatMap((name) => {
      const words = ALL || name === 'GCC' ? programNamed(arch, name) : undefined;
      return words ? [{ arch, name, words }] : [];
    }),
  );

const OPTIONS = [
  '-O1',
  '-w',
  '-ffreestanding',
  '-fno-stack-protector',
  '-fno-pic',
  '-fno-asynchronous-unwind-tables',
];
const ENTRY = `
extern int shared[4];
static __attribute__((noinline)) int twice(int number) { return 2 * number + shared[number & 3]; }
int shared[4] = { 1, 2, 3, 4 };
void purgatory_start(void) { for (int i = 0; i < 4; i++) shared[i] = twice(i); }
`;

/** A linker puts a GOT elsewhere than relocator; where compilers use one unless told, they are told. */
function compiled({ arch, words }: Compiler, source: string, flags: readonly string[]): Uint8Array {
  return inFolder((file) => {
    writeFileSync(file('in.c'), source);
    const model = toolWords(arch, 'MODEL_noabicalls') ?? [];
    run([...words, ...OPTIONS, ...model, ...flags, '-c', file('in.c'), '-o', file('out.o')]);
    return readFileSync(file('out.o'));
  });
}

describe.each(COMPILERS.map((each) => [`${each.name} for ${each.arch}`, each] as const))(
  '%s',
  (_, compiler) => {
    it.each(['-gdwarf-4', '-gdwarf-5'])('%s has the bytes of GNU ld', async (flag) => {
      const object = compiled(compiler, ENTRY, [flag]);
      const { blob, map } = await buildImage(object);
      const ours = debugSectionsAt(object, blob, map, BASE);
      expect(ours.length).toBeGreaterThan(3);
      expect(debugDifferences(ours, object, map, BASE)).toEqual([]);
    });
  },
);

describe("files of the project's own purgatory", () => {
  const [compiler] = COMPILERS.filter(({ arch, name }) => arch === PLAIN && name === 'GCC');
  if (!compiler) throw new Error('no compiler for this machine');
  const objects = ['purgatory.c', 'sha256.c'].map((name) => {
    const path = join(ROOT, 'purgatory', name);
    return inFolder((file) => {
      run([...compiler.words, ...OPTIONS, '-g', '-c', path, '-o', file('out.o')]);
      return { name, bytes: readFileSync(file('out.o')) };
    });
  });
  const input: Input = objects;

  it('every address of code has the line that it has where GNU ld put the same files together', async () => {
    const { blob, map } = await buildImage(input, { entry: 'purgatory' });
    const { file } = debugFile(blob, map, BASE, { object: input });
    const lines = (path: string, addresses: readonly string[]): string =>
      run(['addr2line', '-f', '-i', '-e', path, ...addresses]);
    inFolder((path) => {
      writeFileSync(path('ours'), file);
      // Those of one name stand behind each other in both.
      const firsts = [...new Map(map.sections.toReversed().map((each) => [each.name, each])).values()];
      writeFileSync(path('script.ld'), linkerScript({ ...map, sections: firsts.toReversed() }, BASE));
      const options = ['-T', path('script.ld'), '-e', '0', '--build-id=none'];
      const theirs = linkedBy(
        toolsOf(PLAIN).ld,
        objects.map(({ bytes }) => bytes),
        options,
      );
      writeFileSync(path('theirs'), theirs);
      const code = sectionsOf(Buffer.from(file)).filter(({ name }) => name.startsWith('.text'));
      const addresses = code.flatMap(({ address, data }) =>
        Array.from({ length: data.length }, (_, at) => `0x${(address + BigInt(at)).toString(16)}`),
      );
      expect(addresses.length).toBeGreaterThan(500);
      const ours = lines(path('ours'), addresses);
      expect(ours).toBe(lines(path('theirs'), addresses));
      expect(ours).toContain('sha256.c:');
      // A base that is another one is told.
      const other = addresses.map((each) => `0x${(BigInt(each) + 0x1000n).toString(16)}`);
      expect(lines(path('ours'), other)).not.toBe(ours);
    });
  });
});
