/** Archives as ar and llvm-ar write them, and the library that compilers count on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readArchive } from '../../image/input/archive.ts';
import { auditObject, buildImage, type InputFile } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { inFolder } from '../support/folder.ts';
import { gnuObject, linkedInOrder } from '../support/gnu-object.ts';
import { run } from '../support/run.ts';

const SOURCES = {
  'x.o': '.globl one, two\n.data\none: .byte 1\ntwo: .byte 2\n',
  'a-name-that-is-longer-than-a-header.o': '.globl three\n.data\nthree: .byte 3\n',
} as const;
const objects = Object.entries(SOURCES).map(([name, source]) => ({ name, bytes: gnuObject(PLAIN, source) }));

/** What an archiver makes of the objects. */
function archived(...command: readonly string[]): Uint8Array {
  return inFolder((file) => {
    for (const { name, bytes } of objects) writeFileSync(file(name), bytes);
    run([...command, file('lib.a'), ...objects.map(({ name }) => file(name))]);
    return readFileSync(file('lib.a'));
  });
}

describe('the members and symbols of an archive', () => {
  it.each([
    ['ar rcs', ['ar', 'rcs'], true],
    ['ar without a table', ['ar', 'rcS'], false],
    ['llvm-ar', ['llvm-ar-16', '--format=gnu', 'rcs'], true],
    ['llvm-ar in the manner of BSD', ['llvm-ar-16', '--format=bsd', 'rcs'], false],
  ] as const)('by %s', (_, command, hasTable) => {
    const { members, index } = readArchive(archived(...command));
    expect(members.map(({ name }) => name)).toEqual(objects.map(({ name }) => name));
    expect(members.map(({ bytes }) => Buffer.from(bytes))).toEqual(
      objects.map(({ bytes }) => Buffer.from(bytes)),
    );
    expect(index?.map(({ name, member }) => [name, member])).toEqual(
      hasTable
        ? [
            ['one', 0],
            ['two', 0],
            ['three', 1],
          ]
        : undefined,
    );
  });

  it('are not in a thin one', () => {
    expect(() => readArchive(archived('ar', 'rcsT'))).toThrow(/thin archive/);
  });
});

describe("the compiler's own library", () => {
  const SOURCE = `
    typedef unsigned __int128 wide;
    extern wide dividend, divisor;
    wide dividend = 100, divisor = 7;
    wide purgatory_start(void) { return dividend / divisor + dividend % divisor; }
  `;
  const compiled = inFolder((file) => {
    writeFileSync(file('in.c'), SOURCE);
    run(['gcc', '-O2', '-fPIC', '-ffreestanding', '-c', '-o', file('out.o'), file('in.c')]);
    return readFileSync(file('out.o'));
  });
  const library = readFileSync(run(['gcc', '-print-libgcc-file-name']).trim());
  const files: readonly InputFile[] = [
    { name: 'purgatory.o', bytes: compiled },
    { name: 'libgcc.a', bytes: library },
  ];

  it('gives what the object alone lacks, and no more', async () => {
    await expect(buildImage(compiled)).rejects.toThrow(/__u\w+ti[34] .*it is undefined/);
    const refused = auditObject(files).entries.filter((entry) => entry.class === 'refused');
    expect(refused).toEqual([]);
    const { map, blob } = await buildImage(files);
    expect(map.symbols.map(({ name }) => name)).toContainEqual(expect.stringMatching(/^__u\w+ti[34]$/));
    // ld takes the same members, or one of the two has more symbols than the other.
    const names = [...new Set(map.sections.map(({ name }) => name))];
    const merged = await buildImage(linkedInOrder(map.arch, [compiled, library], names));
    // Between sections ld has instructions that do nothing, and we have zeros.
    for (const { offset, size } of map.sections)
      expect(blob.subarray(offset, offset + size)).toEqual(merged.blob.subarray(offset, offset + size));
    expect(map.symbols.map(({ name, offset }) => [name, offset])).toEqual(
      merged.map.symbols.map(({ name, offset }) => [name, offset]),
    );
  });
});
