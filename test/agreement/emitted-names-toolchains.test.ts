/** Names in the emitted forms: whatever symbols are called, C and assembly see the right numbers under names of their own. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltImage, buildImage, type Emit, emitBlob, type ImageMap, readElf } from '../../index.ts';
import { PLAIN } from '../machines/samples.ts';
import { inFolder } from '../support/folder.ts';
import { readFixture } from '../support/golden.ts';
import { run } from '../support/run.ts';

/** Names of symbols, and what stands for them in those of their constants. */
const SYMBOLS: readonly (readonly [symbol: string, part: string])[] = [
  ['a.b', 'a_b_2'],
  ['a-b', 'a_b_3'],
  ['a_b', 'a_b'],
  ['a b', 'a_b_5'],
  ['a_b_4', 'a_b_4'],
  ['IMAGE', 'IMAGE_2'],
  ['IMAGE_OFFSET', 'IMAGE_OFFSET'],
  ['BASE', 'BASE'],
  ['LOAD', 'LOAD'],
  ['int', 'int'],
  ['1st', '1st'],
  ['.', '_'],
  ['*/ int broken; /*', '___int_broken____'],
  ['back\\', 'back_'],
  ['trigraph??/', 'trigraph___'],
  ['line\n#error feed', 'line__error_feed'],
  ['bi\u202edi', 'bi_di'],
  ['caf\u00e9', 'caf_'],
];

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

/** The values of an object's symbols. */
function values(object: Uint8Array): Map<string, bigint> {
  const { symbols } = readElf(object);
  const wanted = expected();
  return new Map(symbols.filter(({ name }) => wanted.has(name)).map(({ name, value }) => [name, value]));
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

test.each([['gcc'], ['clang-16'], ['as']])('%s takes the assembly file, from any folder', (assembler) => {
  const object = emitted('asm', PATH.replace('.c', '.S'), (file) => {
    const options = assembler === 'as' ? [] : ['-c'];
    run([assembler], [...options, '-o', file('out.o'), file(PATH.replace('.c', '.S'))], { cwd: '/' });
    return readFileSync(file('out.o'));
  });
  expect(values(object)).toEqual(expected());
  expect(Buffer.from(object).includes(Buffer.from(built.blob))).toBe(true);
});

test('the object has every constant once', () => {
  const object = emitted('elf', 'p.o', (file) => {
    run(['ld'], ['-r', '-o', file('out.o'), file('p.o')]);
    return readFileSync(file('out.o'));
  });
  expect(values(object)).toEqual(expected());
});

test('a header that C cannot include is refused', () => {
  const emit = (path: string) => () => emitBlob(built.blob, map, { emit: 'c', path, prefix: 'p' });
  expect(emit('a"b.c')).toThrow(/no #include can name a"b.h; give the output a name without quotes/);
  expect(emit('a\nb.c')).toThrow(/no #include can name/);
  expect(emit('a\\b.c')).not.toThrow();
});
