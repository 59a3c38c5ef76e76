/** What long work shows on a terminal, which script(1) is to the command: what it is at, in one line that is gone in the end. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MACHINES } from '../../relocator-dsl/arch/table.ts';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { type BundledCommand, bundledCommand } from '../support/bundled-command.ts';
import { fixturePath } from '../support/golden.ts';
import { run } from '../support/run.ts';
import { type TerminalOptions, typedIn } from '../support/terminal.ts';

const ROOT = join(import.meta.dirname, '../..');

let command: BundledCommand;
let folder = '';
const file = (name: string): string => join(folder, name);
beforeAll(async () => {
  command = await bundledCommand();
  folder = mkdtempSync(join(tmpdir(), 'relocator-terminal-'));
  cpSync(fixturePath(`${PLAIN}-gcc-small-Os.ro`), file('plain.ro'));
  cpSync(fixturePath(`${NARROW}-gcc-nopic-Os.ro`), file('narrow.ro'));
  writeFileSync(file('text'), 'no object\n');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  command.remove();
});

function typed(line: string, options: TerminalOptions = {}): string {
  return typedIn(folder, command.path, line, options);
}

const TAKEN_BACK = '\r\u001b[K';

/** What was shown of work, and what stands on the screen in the end. */
function seen(output: string): { shown: string[]; screen: string } {
  const lines = output.split('\n');
  const parts = lines.map((line) => line.split(TAKEN_BACK));
  return {
    shown: parts.flatMap((line) => line.slice(0, -1)).filter((part) => part !== ''),
    screen: parts.map((line) => line.at(-1)).join('\n'),
  };
}

const STEPS = ['resolving relocations', 'trying format chain for', 'drawing the map of'];

describe('on a terminal', () => {
  test('build shows its steps, and takes them back', () => {
    const { shown, screen } = seen(typed('relocator build plain.ro -o image'));
    expect(shown[0]).toBe('reading');
    for (const step of STEPS)
      expect(
        shown.some((each) => each.startsWith(step)),
        step,
      ).toBe(true);
    expect(screen).toMatch(/^image, image\.map\.json\n {2}machine/);
    run([process.execPath, command.path, 'build', 'plain.ro', '-o', 'other'], [], { cwd: folder });
    expect(readFileSync(file('image'))).toEqual(readFileSync(file('other')));
  });

  test('golden shows which purgatory it is at', () => {
    const update = ['plain.ro', 'narrow.ro'].map((name) => `relocator golden update golden ${name}`);
    const { shown } = seen(typed(update.join('; ')));
    const steps = ['reading', ...STEPS, 'auditing', 'relocating at load bases'];
    for (const name of ['plain.ro', 'narrow.ro'])
      for (const step of steps)
        expect(
          shown.some((each) => each.startsWith(`1 of 1: ${name}: ${step}`)),
          step,
        ).toBe(true);
    const check = seen(typed('relocator golden check golden'));
    expect(check.screen).toBe('2 as golden files say\n');
    expect(check.shown).toContain('1 of 2: narrow.ro: comparing');
    expect(check.shown).toContain('2 of 2: plain.ro: comparing');
  });

  test('audit shows the file', () => {
    expect(seen(typed('relocator audit --each plain.ro narrow.ro')).shown).toEqual([
      '1: plain.ro',
      '2: narrow.ro',
    ]);
  });

  test('verify shows the load bases', () => {
    typed('relocator build plain.ro -o image -q');
    const { shown, screen } = seen(typed('relocator verify image --base 0x1000,0x7000'));
    expect(shown).toEqual(['reading', 'running in unicorn at 0x1000', 'running in unicorn at 0x7000']);
    expect(screen).toMatch(/^LOAD BASE +INSTRUCTIONS/);
    const inQemu = seen(typed('relocator verify image --base 0x1000000,0x7000000 --emulator qemu-user'));
    expect(inQemu.shown).toContain('running in qemu-user at 0x1000000, 0x7000000');
  });

  test('extract shows what it undoes, and where', () => {
    const lines = 'head -c 100 /dev/zero > kernel; gzip -c plain.ro >> kernel; relocator extract kernel';
    const { shown, screen } = seen(typed(lines));
    expect(shown).toEqual(['reading', 'searching', 'undoing gzip at 0x64']);
    expect(screen).toMatch(/^NUMBER +MACHINE/);
  });

  test('generate shows the machine', () => {
    const own = ['--import', 'tsx', join(ROOT, 'cli/relocator.ts')].join(' ');
    // Whether the files are as they should be is not asked here.
    const { shown, screen } = seen(typedIn(folder, own, `cd ${ROOT}; relocator generate --check || true`));
    const names = MACHINES.map(({ arch }, index) => `${index + 1} of ${MACHINES.length}: ${arch}`);
    expect(shown).toEqual([...names, 'pages', 'comparing']);
    expect(screen).toMatch(/^\d+ of \d+ generated files were up to date/);
  });

  test('errors stand where it was', () => {
    const { shown, screen } = seen(typed('relocator build text -o image || true'));
    expect(shown).toEqual(['reading']);
    expect(screen).toMatch(/^relocator: text: /);
  });

  test('a line that is too long is cut, or it could not be taken back', () => {
    const { shown, screen } = seen(typed('relocator build plain.ro -o image', { columns: 20 }));
    expect(shown).toContain('resolving relocatio');
    expect(Math.max(...shown.map(({ length }) => length))).toBe(19);
    expect(screen).toMatch(/^image, image\.map\.json\n/);
  });

  test('one that calls its width 0 is taken as 80 wide', () => {
    const output = typed('relocator build plain.ro -o image', { columns: 0 });
    expect(output).toBe(typed('relocator build plain.ro -o image'));
  });

  test.each([
    ['who asked for quiet', 'relocator build plain.ro -o image --quiet', {}],
    ['who asked for quiet, of verify', 'relocator verify image --quiet', {}],
    ['who asked for quiet, of golden', 'relocator golden check golden -q', {}],
    ['one that takes no line back', 'relocator build plain.ro -o image >out', { term: 'dumb' }],
  ])('%s sees nothing of it', (_, line, options) => {
    expect(typed(line, options)).toBe('');
  });
});

test('errors in a file have none, wherever output goes', () => {
  expect(typed('relocator build plain.ro -o image 2>errors')).toMatch(/^image, image\.map\.json\n/);
  expect(readFileSync(file('errors'), 'utf8')).toBe('');
});

test('in a pipe there is none', () => {
  const { out, err } = { out: file('out'), err: file('err') };
  run(
    [
      'bash',
      '-c',
      `"$@" >${out} 2>${err}`,
      'bash',
      process.execPath,
      command.path,
      'build',
      'plain.ro',
      '-o',
      'image',
    ],
    [],
    {
      cwd: folder,
    },
  );
  expect(readFileSync(err, 'utf8')).toBe('');
  expect(readFileSync(out, 'utf8')).not.toContain('\u001b');
});

test('help is as wide as the terminal', () => {
  for (const columns of [50, 100]) {
    const lines = typed('relocator build --help; relocator apply --help', { columns }).split('\n');
    const widest = Math.max(
      ...lines.filter((line) => !line.startsWith('  relocator ')).map(({ length }) => length),
    );
    expect(widest).toBeLessThanOrEqual(columns);
    expect(widest).toBeGreaterThan(columns - 8);
  }
});
