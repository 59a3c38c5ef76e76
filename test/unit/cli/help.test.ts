/** Help fits the terminal, and ends with what exit codes mean and with examples. */
import { describe, expect, test } from 'vitest';
import { allCommands } from '../../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../../cli/program.ts';

const commands = everyCommand(programOf(await allCommands())).map(
  (command) => [pathOf(command), command] as const,
);

function helpAt(command: (typeof commands)[number][1], columns: number): string {
  return command.configureOutput({ getOutHelpWidth: () => columns }).helpInformation();
}

describe.each(commands)('the help of %s', (_, command) => {
  test.each([44, 60, 80, 100, 132])('fits %d columns but for examples, and loses nothing', (columns) => {
    const [text = '', examples = ''] = helpAt(command, columns).split('\nExamples:\n');
    const lines = text.split('\n').slice(1);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    const words = (of: string): string[] => of.split(/\s+/);
    expect(words(text)).toEqual(words(helpAt(command, 1000).split('\nExamples:\n')[0] ?? ''));
    expect(examples).toBe(command.manual.examples.map((line) => `  ${line}\n`).join(''));
  });

  test('ends with exit codes and examples of this command', () => {
    const help = helpAt(command, 80);
    for (const code of ['0 ', '1 ', '2 ', '70'])
      expect(help).toMatch(new RegExp(`\nExit codes:\n(.*\n)*  ${code}  \\S`));
    expect(command.manual.examples.length).toBeGreaterThan(0);
    for (const line of command.manual.examples) expect(line.split(' -- ')[0]).toMatch(/^relocator /);
  });
});

test('what is said of a long item stands below it', () => {
  const build = commands.find(([path]) => path === 'relocator build')?.[1];
  expect(build && helpAt(build, 60)).toContain(`
  --loader-writes <sym,…|family>
        symbols the loader fills in before the jump; no
        fixup is left inside them. A family is all that its
`);
});
