/** Commands, options, machines and loaders that are misspelt: the nearest is named, and nothing else is complained of. */
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../cli/commands.ts';
import { MACHINES } from '../../../relocator-dsl/arch/table.ts';
import { LOADERS } from '../../../relocator-dsl/loader-list.ts';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { commandLeaves } from '../../support/command-leaves.ts';
import { fixturePath } from '../../support/golden.ts';

const OBJECT = fixturePath(`${PLAIN}-gcc-small-Os.ro`);

const LEAVES = commandLeaves.map(({ words, command }) => ({
  words,
  flags: ['--help', ...command.options.flatMap(({ long }) => long ?? [])],
}));

/** With its last two letters changed for each other, or one of them twice if they are the same. */
function misspelt(word: string): string {
  const [last = '', before = ''] = [word.at(-1), word.at(-2)];
  return last === before ? `${word}${last}` : `${word.slice(0, -2)}${last}${before}`;
}

async function refused(...words: readonly string[]): Promise<string> {
  const { code, out, err } = await relocator(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  return err;
}

describe('options', () => {
  test.each(LEAVES)('of $words, with what is required left out', async ({ words, flags }) => {
    for (const flag of flags) {
      const wrong = misspelt(flag);
      const told = `unknown option ${wrong}; did you mean ${flag}?\n(see relocator ${words.join(' ')} --help)\n`;
      expect(await refused(...words, wrong)).toBe(`relocator: ${told}`);
      expect(await refused(...words, 'in.o', `${wrong}=value`, 'out.o')).toBe(`relocator: ${told}`);
    }
  });

  test.each([
    [['build', 'in.o', '--ouput', 'out.bin'], '--ouput; did you mean --output?'],
    [['build', 'in.o', '--out', 'out.bin'], '--out; did you mean --output?'],
    [['build', 'in.o', '-O', 'out.bin'], '-O; did you mean -o?'],
    [['audit', 'in.o', '--max'], '--max; did you mean --max-fixups, or --max-bytes?'],
    [['audit', 'in.o', '-json'], '-json; did you mean --json?'],
    [['verify', 'in.bin', '-z'], '-z\n'],
    [['build', 'in.o', '--unheard-of'], '--unheard-of\n'],
    [['--verison'], '--verison; did you mean --version?'],
  ])('%j', async (words, told) => {
    expect(await refused(...words)).toContain(`relocator: unknown option ${told}`);
  });

  test('that are known behind one that is not are not in its way, and help is help', async () => {
    expect(await refused('apply', 'in.o', '-o', 'out', '--bsae', '0')).toContain('did you mean --base?');
    expect(await relocator('build', '--ouput', '--help')).toMatchObject({ code: 0, err: '' });
  });
});

describe('commands', () => {
  test.each([...COMMANDS.keys()])('%s', async (name) => {
    const told = `relocator: unknown command ${misspelt(name)}; did you mean ${name}?\n(see relocator --help)\n`;
    expect(await refused(misspelt(name))).toBe(told);
    expect(await refused(misspelt(name), '--help')).toBe(told);
    expect(await refused('help', misspelt(name))).toBe(told);
  });

  test('of commands', async () => {
    expect(await refused('golden', 'chekc', 'folder')).toBe(
      'relocator: unknown command chekc; did you mean check?\n(see relocator golden --help)\n',
    );
  });

  test('that are like none', async () => {
    expect(await refused('frobnicate')).toBe(
      'relocator: unknown command frobnicate\n(see relocator --help)\n',
    );
  });
});

test.each(MACHINES.map(({ arch }) => arch))('the machine %s', async (arch) => {
  const wrong = `${arch}-`;
  const { code, err } = await relocator('explain', '1', '--arch', wrong);
  expect(code).toBe(1);
  expect(err).toMatch(
    new RegExp(`unknown architecture ${wrong}; close to it (is|are) ([^;]*, )?${arch}(, [^;]*)?; known are`),
  );
});

test.each(LOADERS.map(({ name }) => name))('the loader %s', async (name) => {
  const told = new RegExp(
    `o loader is called ${name}-; close to it (is|are) ([^;]*, )?${name}(, [^;]*)?; known`,
  );
  expect(await relocator('loaders', `${name}-`)).toMatchObject({
    code: 1,
    err: expect.stringMatching(told),
  });
  expect(await refused('audit', 'in.o', '--loader', `${name}-@1.0`)).toMatch(told);
});

test('help of a command of a command', async () => {
  const { out } = await relocator('golden', 'check', '--help');
  for (const words of [
    ['help', 'golden', 'check'],
    ['golden', 'help', 'check'],
    ['golden', 'check', '-h'],
  ])
    expect(await relocator(...words)).toEqual({ code: 0, out, err: '' });
});

describe('a pattern that no section has', () => {
  const idle = (patterns: string, ...more: string[]) =>
    relocator('audit', OBJECT, '--no-absolute', patterns, ...more);

  test('is told, and those that one has are not', async () => {
    const { code, err } = await idle('.haed*,.rodat?,.bss');
    expect(code).toBe(1);
    expect(err).toContain('no section is called .haed*, in which nothing may depend on the load base');
    expect(err.match(/no section is called/g)).toHaveLength(1);
  });

  test('is no finding', async () => {
    expect(await idle('.haed*')).toMatchObject({ code: 0 });
    expect(await idle('.haed*', '--quiet')).toEqual({ code: 0, out: '', err: '' });
  });
});
