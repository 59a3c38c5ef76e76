/** The committed prologues: every assembler makes the committed bytes of the committed source. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../codegen/assemble/keystone.ts';
import { listing } from '../../codegen/assemble/listing.ts';
import { assemblerOf } from '../../codegen/machines/index.ts';
import { FORMATS } from '../../codegen/request.ts';
import { models } from '../../reference-model/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { withPrologue } from '../support/with-prologue.ts';

/** The bytes of .text of an object, by llvm-objcopy, which reads every machine. */
function textOf(folder: string): string {
  execFileSync('llvm-objcopy-16', [
    '-O',
    'binary',
    '-j',
    '.text',
    join(folder, 'p.o'),
    join(folder, 'p.bin'),
  ]);
  return readFileSync(join(folder, 'p.bin')).toString('hex');
}

/** A copy in which every offset from the start that is branched to has a label, behind the code. */
function withLabels(source: string, folder: string): string {
  const text = readFileSync(source, 'utf8');
  const offsets = new Set([...text.matchAll(/start\+(0x[0-9a-f]+)/g)].map(([, offset = '']) => offset));
  const labels = [...offsets].sort().map((offset) => `.org ${offset}\nat_${offset}:\n`);
  const copy = join(folder, 'p.S');
  writeFileSync(copy, `${text.replace(/start\+(0x[0-9a-f]+)/g, 'at_$1')}${labels.join('')}`);
  return copy;
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
  const { as: gnu, llvm, llvmOptions = [], llvmLabels, llvmErrs, filling = '00' } = toolchainOf(arch);
  const root = `generated-asm/${arch}`;
  const names = [...FORMATS, 'handlers'];

  const others = llvm === undefined ? 'GNU as' : 'GNU as, llvm-mc';

  test.each(names)(`${others} and our assembler make the committed bytes of %s.S`, async (name) => {
    const source = join(root, `${name}.S`);
    const wanted = readFileSync(join(root, `${name}.bin`)).toString('hex');
    const folder = mkdtempSync(join(tmpdir(), 'relocator-asm-'));
    try {
      const [as = 'as', ...mode] = gnu;
      execFileSync(as, [...mode, '-o', join(folder, 'p.o'), source]);
      const assembled = textOf(folder);
      expect(assembled.slice(0, wanted.length)).toBe(wanted);
      // GNU as fills the section up to its alignment.
      expect(assembled.slice(wanted.length)).toMatch(new RegExp(`^(${filling}|00){0,15}$`));
      if (llvm === undefined) return;
      execFileSync('llvm-mc-16', [
        `--arch=${llvm}`,
        ...llvmOptions,
        '--filetype=obj',
        '-o',
        join(folder, 'p.o'),
        llvmLabels ? withLabels(source, folder) : source,
      ]);
      const read = textOf(folder);
      if (llvmErrs) {
        expect(read).toHaveLength(wanted.length);
        expect(otherLines(readFileSync(join(root, `${name}.lst`), 'utf8'), read, llvmErrs)).toEqual([]);
      } else expect(llvmLabels ? read.slice(0, wanted.length) : read).toBe(wanted);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const { bytes } = await assemble(assemblerOf(arch), readFileSync(source, 'utf8'));
    expect(Buffer.from(bytes).toString('hex')).toBe(wanted);
  });

  test('an assembler that read another instruction would be seen', async () => {
    const source = readFileSync(join(root, 'chain.S'), 'utf8');
    const [statement, instead] = toolchainOf(arch).otherStatement ?? [
      /\b(d?)add(ne|u|q)?( +)(?![ #])/,
      '$1sub$2$3',
    ];
    const other = source.replace(statement, instead);
    expect(other).not.toBe(source);
    const { bytes } = await assemble(assemblerOf(arch), other);
    expect(Buffer.compare(bytes, readFileSync(join(root, 'chain.bin')))).not.toBe(0);
  });

  test('handlers.S has one handler for every rule of the reference model', () => {
    const text = readFileSync(join(root, 'handlers.S'), 'utf8');
    const labels = [...text.matchAll(/^apply_(\w+):$/gm)].map(([, name]) => name);
    expect(labels.sort()).toEqual([...(models.get(arch)?.rules.keys() ?? [])].sort());
  });

  test('nothing else is there', () => {
    const files = names.flatMap((name) => [`${name}.S`, `${name}.bin`, `${name}.lst`]);
    expect(readdirSync(root).sort()).toEqual(files.sort());
  });
});

test('a listing refuses bytes that are no instructions', async () => {
  const bytes = Uint8Array.of(0x90, 0x06);
  await expect(listing(assemblerOf('x86_64'), { bytes, codeSize: 2, labels: new Map() })).rejects.toThrow(
    'no instruction at 0x1',
  );
});
