/** Prologues: every assembler makes the same bytes of their source, the committed ones of the committed source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../codegen/assemble/keystone.ts';
import { listing } from '../../codegen/assemble/listing.ts';
import { assemblerOf } from '../../codegen/machines/index.ts';
import { generatePrologue } from '../../codegen/prologue.ts';
import { FORMATS } from '../../codegen/request.ts';
import { models } from '../../reference-model/index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { assembledTogether } from '../support/together.ts';
import { withPrologue } from '../support/with-prologue.ts';
import { allRequests } from '../support/word-images.ts';

/** A copy in which every offset from the start that is branched to has a label, behind the code. */
function withLabels(source: string): string {
  const offsets = new Set([...source.matchAll(/start\+(0x[0-9a-f]+)/g)].map(([, offset = '']) => offset));
  const labels = [...offsets].sort().map((offset) => `.org ${offset}\nat_${offset}:\n`);
  return `${source.replace(/start\+(0x[0-9a-f]+)/g, 'at_$1')}${labels.join('')}`;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** Lines of a listing whose words `read` has otherwise, but for those that an assembler is known to get wrong. */
function otherLines(listed: string, read: string, known: RegExp): string[] {
  return listed.split('\n').filter((line) => {
    const [, offset, word = ''] = /^([0-9a-f]{4}) {2}((?:[0-9a-f]{2} ){4}) /.exec(line) ?? [];
    if (offset === undefined || known.test(line)) return false;
    const at = 2 * Number.parseInt(offset, 16);
    return read.slice(at, at + 8) !== word.replaceAll(' ', '');
  });
}

describe.each(withPrologue.map(({ machine }) => machine.arch))('%s', (arch) => {
  const { as, llvm, llvmOptions, llvmLabels, llvmErrs, filling = '00' } = toolchainOf(arch);
  const root = `generated-asm/${arch}`;
  const files = [...FORMATS, 'handlers'];
  const sources = files.map((file) => readFileSync(join(root, `${file}.S`), 'utf8'));
  const committed = files.map((file) => hexOf(readFileSync(join(root, `${file}.bin`))));
  // GNU as fills the section up to its alignment.
  const filled = new RegExp(`^(${filling}|00){0,15}$`);

  test('GNU as makes the committed bytes of every one', () => {
    for (const [index, { data }] of assembledTogether(as, sources).entries()) {
      const wanted = committed[index] ?? '';
      expect(hexOf(data).slice(0, wanted.length), files[index]).toBe(wanted);
      expect(hexOf(data).slice(wanted.length), files[index]).toMatch(filled);
    }
  });

  const byLlvm = llvm === undefined ? [] : [llvm];
  test.each(byLlvm)('llvm-mc, which calls it %s, makes the committed bytes of every one', (name) => {
    const mc = ['llvm-mc-16', `--arch=${name}`, ...llvmOptions, '--filetype=obj'];
    const read = assembledTogether(mc, llvmLabels ? sources.map(withLabels) : sources);
    for (const [index, { data }] of read.entries()) {
      const [file, wanted = ''] = [files[index], committed[index]];
      if (llvmErrs) {
        expect(2 * data.length, file).toBe(wanted.length);
        const listed = readFileSync(join(root, `${file}.lst`), 'utf8');
        expect(otherLines(listed, hexOf(data), llvmErrs), file).toEqual([]);
      } else expect(llvmLabels ? hexOf(data).slice(0, wanted.length) : hexOf(data), file).toBe(wanted);
    }
  });

  test('our assembler makes the committed bytes of every one', async () => {
    for (const [index, source] of sources.entries()) {
      const { bytes } = await assemble(await assemblerOf(arch), source);
      expect(hexOf(bytes), files[index]).toBe(committed[index]);
    }
  });

  test('GNU as makes our bytes of every shape, with checks of range and alignment and far entries, too', async () => {
    const prologues = await Promise.all(allRequests(arch).map((request) => generatePrologue(request)));
    expect(prologues.length).toBeGreaterThan(15);
    const gnu = assembledTogether(
      as,
      prologues.map(({ source }) => source),
    );
    for (const [index, { source, bytes, codeSize }] of prologues.entries()) {
      const code = gnu[index]?.data.subarray(0, codeSize) ?? new Uint8Array();
      expect(hexOf(code), source).toBe(hexOf(bytes.subarray(0, codeSize)));
    }
  });

  test('an assembler that read another instruction would be seen', async () => {
    const source = readFileSync(join(root, 'chain.S'), 'utf8');
    const [statement, instead] = toolchainOf(arch).otherStatement ?? [
      /\b(d?)add(ne|u|q)?( +)(?![ #])/,
      '$1sub$2$3',
    ];
    const other = source.replace(statement, instead);
    expect(other).not.toBe(source);
    const { bytes } = await assemble(await assemblerOf(arch), other);
    expect(Buffer.compare(bytes, readFileSync(join(root, 'chain.bin')))).not.toBe(0);
  });

  test('handlers.S has one handler for every rule that a prologue may be left with', () => {
    const text = readFileSync(join(root, 'handlers.S'), 'utf8');
    const labels = [...text.matchAll(/^apply_(\w+):$/gm)].map(([, name]) => name);
    const rules = architectureNamed(arch)?.applied.map(({ name }) => name) ?? [];
    expect(rules.filter((name) => !models.get(arch)?.rules.has(name))).toEqual([]);
    expect(labels.sort()).toEqual(rules.sort());
  });

  test('nothing else is there', () => {
    const wanted = files.flatMap((file) => [`${file}.S`, `${file}.bin`, `${file}.lst`]);
    expect(readdirSync(root).sort()).toEqual(wanted.sort());
  });
});

test('a listing refuses bytes that are no instructions', async () => {
  const bytes = Uint8Array.of(0x90, 0x06);
  await expect(listing(await assemblerOf(PLAIN), { bytes, codeSize: 2, labels: new Map() })).rejects.toThrow(
    'no instruction at 0x1',
  );
});
