/** What needs no toolchain: the rule for make, which make reads, and the JSON document, by its schema. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { buildImage, depfileText, emitBlob, InputError } from '../../../index.ts';
import { PLAIN } from '../../machines/samples.ts';
import { inFolder } from '../../support/folder.ts';
import { readFixture } from '../../support/golden.ts';
import { run } from '../../support/run.ts';

const NAMES = ['plain', 'a b', 'c$d', 'e#f', 'g\\ h', 'i%j', "k'l", 'é', 'm/n'];

test('make reads a depfile: outputs are as old as their inputs, whatever these are called', () => {
  inFolder((file) => {
    mkdirSync(file('m'));
    for (const name of NAMES) writeFileSync(file(name), '');
    writeFileSync(file('out put.d'), depfileText(['out $put'], NAMES));
    writeFileSync(file('Makefile'), 'out\\ $$put:\n\t@echo $(words $^): built\n-include out\\ put.d\n');
    const make = (): string => run(['make', '-s', '-C', file('.'), 'out $put']);
    expect(make()).toMatch(/: built/);
    writeFileSync(file('out $put'), '');
    expect(make()).toBe('');
    for (const name of NAMES) {
      run(['touch', '-d', '2001-01-01', file('out $put')]);
      for (const other of NAMES) run(['touch', '-d', '2000-01-01', file(other)]);
      expect(make(), name).toBe('');
      run(['touch', '-d', '2002-01-01', file(name)]);
      expect(make(), name).toMatch(/: built/);
    }
    run(['rm', file('plain')]);
    expect(make()).toMatch(/: built/);
  });
  expect(() => depfileText(['out'], ['a\nb'])).toThrow(InputError);
});

test('the JSON document is as its schema says, and has the blob', async () => {
  const { blob, map } = await buildImage(readFixture(`${PLAIN}-gcc-large-Os.ro`));
  const text = String(emitBlob(blob, map, { emit: 'json', path: 'p.json', prefix: 'p' }).get('p.json'));
  const schema: object = JSON.parse(
    readFileSync(new URL('../../../docs/blob.schema.json', import.meta.url), 'utf8'),
  );
  const validate = new Ajv2020({ strict: true }).compile(schema);
  const document: { blob: string; memsz: number } = JSON.parse(text);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  expect(Buffer.compare(Buffer.from(document.blob, 'base64'), blob)).toBe(0);
  expect(document.memsz).toBe(map.memsz);
  expect(validate({ ...document, memsz: '1' })).toBe(false);
  const { memsz: _, ...without } = document;
  expect(validate(without)).toBe(false);
});
