/** Names in the emitted forms: whatever symbols are called, C and assembly see the right numbers under names of their own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltImage, buildImage, type Emit, emitBlob, type ImageMap, readElf } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { SYMBOLS } from '../support/emitted-symbols.ts';
import { inFolder } from '../support/folder.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';

const PATH = `x 'y' \\ é/p.c`;

let built: BuiltImage;
let map: ImageMap;
beforeAll(async () => {
  built = await buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`));
  const symbols = SYMBOLS.map(([name], index) => ({
    name,
    offset: 100 + index,
    size: 200 + index,
    section: '',
  }));
  map = { ...built.map, symbols };
});

/** The constants that a symbol and the image have, by name. */
function expected(): Map<string, bigint> {
  const symbols = map.symbols.flatMap(({ offset, size }, index): [string, bigint][] => {
    const part = SYMBOLS[index]?.[1];
    return [
      [`P_${part}_OFFSET`, BigInt(offset)],
      [`P_${part}_SIZE`, BigInt(size)],
    ];
  });
  return new Map([['P_IMAGE_OFFSET', BigInt(map.imageOffset)], ['P_SIZE', BigInt(map.size)], ...symbols]);
}

/** Runs `work` in a folder with the files of a form. */
function emitted<Result>(emit: Emit, path: string, work: (file: (name: string) => string) => Result): Result {
  return inFolder((file) => {
    mkdirSync(file(path.replace(/\/?[^/]*$/, '') || '.'), { recursive: true });
    const files = emitBlob(built.blob, map, { emit, path: file(path), prefix: 'p' });
    for (const [name, content] of files) writeFileSync(name, content);
    return work(file);
  });
}

describe.each([
  ['gcc', 'c11'],
  ['gcc', 'gnu17'],
  ['clang-16', 'c11'],
])('%s -std=%s', (compiler, standard) => {
  test('the header defines every constant once', () => {
    const printed = emitted('c', PATH, (file) => {
      const prints = [...expected().keys()].map(
        (name) => `  printf("${name} %llu\\n", (unsigned long long)${name});`,
      );
      const lines = [
        '#include <stdio.h>',
        '#include "p.h"',
        'int main(void) {',
        ...prints,
        '  return 0;',
        '}',
        '',
      ];
      writeFileSync(file('main.c'), lines.join('\n'));
      const options = [
        '-Wall',
        '-Wextra',
        '-Werror',
        `-std=${standard}`,
        '-I',
        file(PATH.replace('/p.c', '')),
      ];
      run([compiler], [...options, '-o', file('main'), file('main.c'), file(PATH)]);
      return run([file('main')]);
    });
    const read = printed
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
    expect(new Map(read.map(([name = '', value = '']) => [name, BigInt(value)]))).toEqual(expected());
  });
});

test.each([['gcc'], ['clang-16']])('%s reads the header in assembly, too', (assembler) => {
  const values = emitted('c', PATH, (file) => {
    const words = [...expected().keys()].map((name) => `.8byte ${name}`);
    writeFileSync(file('main.S'), ['#include "p.h"', '.data', ...words, ''].join('\n'));
    run([assembler], ['-I', file(PATH.replace('/p.c', '')), '-c', '-o', file('out.o'), file('main.S')]);
    const data = readElf(readFileSync(file('out.o'))).sections.find(({ name }) => name === '.data')?.data;
    return words.map((_, index) => Buffer.from(data ?? []).readBigUInt64LE(8 * index));
  });
  expect(values).toEqual([...expected().values()]);
});

test.each([['gcc'], ['clang-16'], ['as']])('%s takes the assembly file, from any folder', (assembler) => {
  const object = emitted('asm', PATH.replace('.c', '.S'), (file) => {
    const options = assembler === 'as' ? [] : ['-c'];
    run([assembler], [...options, '-o', file('out.o'), file(PATH.replace('.c', '.S'))], { cwd: '/' });
    return readFileSync(file('out.o'));
  });
  expect(Buffer.from(object).includes(Buffer.from(built.blob))).toBe(true);
});

test('a header that C cannot include is refused', () => {
  const emit = (path: string) => () => emitBlob(built.blob, map, { emit: 'c', path, prefix: 'p' });
  expect(emit('a"b.c')).toThrow(/no #include can name a"b.h; give the output a name without quotes/);
  expect(emit('a\nb.c')).toThrow(/no #include can name/);
  expect(emit('a\\b.c')).not.toThrow();
});
