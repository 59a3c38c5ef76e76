/**
 * What commands print with --json: one document, as the schema in docs/ says that ajv reads, whatever becomes of the command.
 * With --quiet they print nothing but errors, and end with the same code.
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeData } from '../../cli/reports/data.ts';
import { describeType } from '../../codegen/docs/describe.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { NARROW, PARTED, PLAIN } from '../machines/samples.ts';
import { relocator } from '../support/command.ts';
import { commandLeaves } from '../support/command-leaves.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { fixturePath } from '../support/golden.ts';
import { bzImage } from '../support/kernel-images.ts';

const DOCS = new URL('../../docs/', import.meta.url);
const SCHEMAS = readdirSync(DOCS).filter((name) => name.endsWith('.schema.json'));
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
for (const name of SCHEMAS) ajv.addSchema(JSON.parse(readFileSync(new URL(name, DOCS), 'utf8')), name);

function wrong(schema: string, data: unknown): string {
  const validate = ajv.getSchema(`${schema}.schema.json`);
  if (!validate) throw new RangeError(`docs/ has no schema ${schema}`);
  return validate(data) ? '' : ajv.errorsText(validate.errors);
}

let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-json-'));
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), file('p.ro'));
  cpSync(fixturePath(`${PLAIN}-clang-small-Os.ro`), file('other.ro'));
  cpSync(fixturePath(`${PARTED}-gcc-pic-Os.ro`), file('parted.ro'));
  cpSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`), file('narrow.ro'));
  const late =
    '.globl purgatory_start\n.text\npurgatory_start: call first\n.data\n.quad second, purgatory_start\n';
  writeFileSync(file('late.o'), gnuObject(PLAIN, late));
  writeFileSync(file('text'), 'no object\n');
  writeFileSync(file('bzImage'), bzImage());
  writeFileSync(file('program'), Buffer.concat([Buffer.alloc(64), readFileSync(file('p.ro'))]));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is asked, in an order in which later ones find what earlier ones wrote; `code` is what the command ends with. */
const CASES: readonly {
  readonly words: readonly string[];
  readonly schema: string;
  readonly code?: number;
}[] = [
  { words: ['build', '@p.ro', '-o', '@p.bin', '--loader-writes', 'kexec-tools'], schema: 'build' },
  { words: ['build', '@parted.ro', '-o', '@parted.bin', '--format', 'records'], schema: 'build' },
  { words: ['build', '@late.o', '-o', '@late.bin', '--late', 'first,second'], schema: 'build' },
  { words: ['build', '@late.o', '-o', '@no.bin'], schema: 'errors', code: 1 },
  { words: ['build', '@nothing', '-o', '@no.bin'], schema: 'errors', code: 1 },
  { words: ['purgatory', '--list'], schema: 'purgatory' },
  { words: ['purgatory', '--arch', PLAIN, '-o', '@own.bin'], schema: 'purgatory' },
  { words: ['purgatory', '--arch', PLAIN, '--object', '-o', '@own.ro'], schema: 'purgatory' },
  { words: ['purgatory', '--arch', 'none', '-o', '@no.bin'], schema: 'errors', code: 1 },
  { words: ['apply', '@p.ro', '--base', '0x7000', '-o', '@p.img'], schema: 'apply' },
  { words: ['apply', '@p.ro', '--base', '0xfffffffff000', '-o', '@no.img'], schema: 'errors', code: 1 },
  { words: ['patch', '@p.bin', 'skip_checks=1', '-o', '@patched.bin'], schema: 'patch' },
  { words: ['patch', '@p.bin', 'nowhere=1'], schema: 'errors', code: 1 },
  {
    words: [
      ...['bundle', '--arch', PLAIN, '--kernel', '@bzImage', '--base', '0x20000000'],
      ...['--memory', '0x100000+0x7ff00000', '-o', '@bundle.bin'],
    ],
    schema: 'bundle',
  },
  {
    words: ['bundle', '--arch', PLAIN, '--kernel', '@text', '--base', '0', '-o', '@no.bin'],
    schema: 'errors',
    code: 1,
  },
  { words: ['verify', '@p.bin'], schema: 'verify' },
  { words: ['verify', '@parted.bin', '--base', '0x10000'], schema: 'verify' },
  { words: ['verify', '@p.bin', '--emulator', 'qemu-user', '--base', '0x7000'], schema: 'verify' },
  { words: ['verify', '@broken.bin'], schema: 'verify', code: 1 },
  { words: ['verify', '@p.ro'], schema: 'errors', code: 1 },
  { words: ['map', '@p.bin'], schema: 'map-report' },
  { words: ['map', '@parted.bin.map.json'], schema: 'map-report' },
  { words: ['map', '@late.bin', '--html', '@late.html'], schema: 'map-report' },
  { words: ['map', '@text'], schema: 'errors', code: 1 },
  { words: ['diff', '@p.ro', '@p.ro'], schema: 'diff' },
  { words: ['diff', '@p.ro', '@other.ro'], schema: 'diff', code: 1 },
  { words: ['diff', '@p.bin', '@parted.bin'], schema: 'diff', code: 1 },
  { words: ['diff', '@late.o', '@p.ro'], schema: 'diff', code: 1 },
  { words: ['diff', '@p.ro', '@nothing'], schema: 'errors', code: 2 },
  { words: ['explain', 'R_X86_64_PC32'], schema: 'explain' },
  { words: ['explain', '--list', PLAIN], schema: 'explain' },
  { words: ['explain', '--list'], schema: 'explain' },
  { words: ['explain', '41'], schema: 'errors', code: 1 },
  {
    words: ['generate', '--new-machine', 'x y', '--elf-machine', '1', '--bits', '32', '--order', 'big'],
    schema: 'errors',
    code: 1,
  },
  { words: ['audit', '@p.ro', '@other.ro', '--each'], schema: 'audit' },
  { words: ['audit', '@late.o', '--all', '--loader', 'kexec-tools'], schema: 'audit', code: 1 },
  { words: ['audit', '@.', '--all'], schema: 'audit', code: 1 },
  { words: ['audit', '@p.ro', '--policy', '@text'], schema: 'errors', code: 2 },
  { words: ['loaders'], schema: 'loaders' },
  { words: ['loaders', 'kexec-tools'], schema: 'loaders' },
  { words: ['loaders', 'grub'], schema: 'errors', code: 1 },
  { words: ['extract', '@program'], schema: 'extract' },
  { words: ['extract', '@program', '-o', '@out.ro'], schema: 'extract' },
  { words: ['extract', '@text'], schema: 'errors', code: 1 },
  { words: ['golden', 'update', '@golden', '@p.ro'], schema: 'golden' },
  { words: ['golden', 'check', '@golden'], schema: 'golden' },
  { words: ['golden', 'check', '@changed'], schema: 'golden', code: 1 },
  { words: ['golden', 'check', '@nothing'], schema: 'errors', code: 1 },
  { words: ['golden', 'remove', '@changed', 'nowhere'], schema: 'errors', code: 1 },
  { words: ['completion', 'zsh'], schema: 'completion' },
  { words: ['generate', '--check'], schema: 'generate' },
];

const words = (list: readonly string[]): string[] =>
  list.map((word) => (word.startsWith('@') ? file(word.slice(1)) : word));

/** What some cases find changed. */
function prepare(list: readonly string[]): void {
  if (list.includes('@broken.bin')) {
    const bytes = readFileSync(file('p.bin'));
    bytes[200] = 0x5a ^ (bytes[200] ?? 0);
    writeFileSync(file('broken.bin'), bytes);
    cpSync(file('p.bin.map.json'), file('broken.bin.map.json'));
  }
  if (list.includes('@changed')) {
    cpSync(file('golden'), file('changed'), { recursive: true });
    const list = readFileSync(file('changed/golden.json'), 'utf8');
    writeFileSync(file('changed/golden.json'), list.replace('"../p.ro"', '"../other.ro"'));
  }
}

describe.each(CASES)('$words', ({ words: asked, schema, code = 0 }) => {
  it('prints one document, as its schema says', async () => {
    prepare(asked);
    const told = await relocator(...words(asked), '--json');
    expect(told.code, told.err).toBe(code);
    const data: Record<string, unknown> = JSON.parse(told.out);
    expect(wrong(schema, data)).toBe('');
    expect(Object.keys(data).slice(0, 3)).toEqual(['relocator', 'command', 'version']);
    expect(asked.join(' ').startsWith(String(data.command))).toBe(true);
    if (schema === 'errors')
      expect(data.errors).toEqual(
        told.err
          .trimEnd()
          .split('\n')
          .map((line) => line.replace(/^relocator: /, '')),
      );
    expect((await relocator(...words(asked), '--json')).out).toBe(told.out);
    for (const key of Object.keys(data)) {
      expect(wrong(schema, { ...data, [key]: undefined, [`${key}s`]: data[key] })).not.toBe('');
      expect(wrong(schema, { ...data, [key]: { other: 1 } })).not.toBe('');
    }
  });

  it('prints nothing but errors, quietly', async () => {
    prepare(asked);
    const loud = await relocator(...words(asked));
    const quiet = await relocator(...words(asked), '--quiet');
    expect(quiet).toMatchObject({ code, out: '' });
    if (code === 0) expect(quiet.err).toBe('');
    else expect(loud.err).toContain(quiet.err);
    expect(await relocator(...words(asked), '-q')).toEqual(quiet);
  });
});

it('every command that does something is asked', () => {
  const asked = CASES.map(({ words: list }) => list.join(' '));
  const missing = commandLeaves.filter(
    (leaf) => !asked.some((list) => list.startsWith(leaf.words.join(' '))),
  );
  expect(missing.map((leaf) => leaf.words)).toEqual([]);
});

it('every schema of a document is that of a case, and every command names its own', () => {
  const files = ['blob', 'map', 'policy'];
  const known = SCHEMAS.map((name) => basename(name, '.schema.json')).filter((name) => !files.includes(name));
  const used = new Set(CASES.map(({ schema }) => schema));
  expect(known.filter((name) => !used.has(name))).toEqual([]);
  for (const { words: list, command } of commandLeaves) {
    const { description = '' } = command.options.find(({ long }) => long === '--json') ?? {};
    const [, named] = /docs\/([\w-]+)\.schema\.json/.exec(description) ?? [];
    expect(known, list.join(' ')).toContain(named);
  }
});

it.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  'every type of %s is explained as the schema says',
  (_, architecture) => {
    for (const entry of architecture.types) {
      const data = {
        relocator: '1',
        command: 'explain',
        version: 1,
        type: typeData(describeType(architecture, entry)),
      };
      expect(wrong('explain', JSON.parse(JSON.stringify(data))), entry.name).toBe('');
    }
  },
);

describe('what generate tells', () => {
  it('that has written files is as its schema says', () => {
    const head = { relocator: '1', command: 'generate', version: 1 };
    expect(wrong('generate', { ...head, written: ['a'], registries: ['b'] })).toBe('');
    expect(
      wrong('generate', { ...head, files: 1, current: 0, changed: [{ path: 'a', state: 'drifted' }] }),
    ).toBe('');
    expect(
      wrong('generate', { ...head, files: 1, current: 0, changed: [{ path: 'a', state: 'current' }] }),
    ).not.toBe('');
    expect(wrong('generate', head)).not.toBe('');
  });
});

it('golden files do not remember how they were told', async () => {
  const lists = ['--json', '--quiet'].map(async (option) => {
    await relocator('golden', 'update', file(option), file('p.ro'), option);
    return readFileSync(file(`${option}/golden.json`), 'utf8');
  });
  expect(await lists[0]).toBe(await lists[1]);
});

describe('options that do not go together', () => {
  it.each([
    [['audit', 'in.o', '--json', '--quiet'], "'--json' cannot be used with option '-q, --quiet'"],
    [
      ['audit', 'in.o', '--json', '--format', 'sarif'],
      "'--json' cannot be used with option '--format <form>'",
    ],
  ])('%j', async (list, told) => {
    const { code, err } = await relocator(...list);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) });
  });

  it.each([
    ['build', '@p.ro', '-o', '-'],
    ['build', '@p.ro', '-o', '@q.bin', '--map', '-'],
    ['apply', '@p.ro', '--base', '0', '-o', '/dev/stdout'],
    ['map', '@p.bin', '--html', '-'],
    ['audit', '@p.ro', '--html', '-'],
    ['extract', '@program', '-o', '-'],
    ['purgatory', '--arch', PLAIN, '-o', '-'],
    ['purgatory', '--arch', PLAIN, '--object', '-o', '-'],
  ])('a document and a file on standard output: %j', async (...list) => {
    const { code, out, err } = await relocator(...words(list), '--json');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--json prints to standard output, and a file is to go there, too');
    expect(readdirSync(folder)).not.toContain('q.bin');
  });
});
