/**
 * The terminals that pages show, page by page: what is typed works, and prints what stands below it. `npm run test:docs` types
 * those that boot a machine, too (their fences are `console boot`); no other stands on what they leave.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Done, doneSteps, type Step, stepsOf, wrongStep } from '../support/console-session.ts';
import { type ExampleFolder, exampleFolder } from '../support/example-folder.ts';
import { pagePaths, readPage } from '../support/markdown.ts';

const BOOTS = process.env.RELOCATOR_HEAVY !== undefined;

const PAGES = pagePaths().flatMap((path): (readonly [string, Step[]])[] => {
  const steps = readPage(path)
    .fences.filter(({ tag, info }) => tag === 'console' && (info !== 'boot' || BOOTS))
    .flatMap(stepsOf);
  return steps.length === 0 ? [] : [[path, steps]];
});

let origin: ExampleFolder;
beforeAll(async () => {
  origin = await exampleFolder();
});
afterAll(() => origin.remove());

/** What a session comes to in a folder of its own. */
function sessionOf(steps: readonly Step[]): Done[] {
  const folder = origin.copy();
  try {
    return doneSteps(folder, steps);
  } finally {
    folder.remove();
  }
}

describe.each(PAGES)('%s', (_, steps) => {
  let done: Done[];
  beforeAll(() => {
    done = sessionOf(steps);
  });

  it.each(steps.map(({ line, command }, index) => [line, command, index] as const))(
    '%i: %s',
    (_line, _command, index) => {
      const wrong = wrongStep(steps, index, done[index] ?? { status: -1, printed: [] });
      if (wrong !== undefined) expect(wrong).toBe(steps[index]?.shown.join('\n'));
    },
  );
});

describe('a terminal on a page', () => {
  /** What is wrong with the first command that is. */
  function firstWrong(...lines: readonly string[]): string | undefined {
    const steps = stepsOf({ line: 1, lines });
    const done = sessionOf(steps);
    return done.map((each, index) => wrongStep(steps, index, each)).find((each) => each !== undefined);
  }

  it('is one shell, whose output and status are seen', () => {
    const here = ['$ mkdir a; cd a', "$ cat >b <<'E'", '> one $x', '>', '> (two)', '> E'];
    const seen = ['$ cat b; cat none', 'one $x', '', '(two)', 'cat: none: No such file or directory'];
    expect(firstWrong(...here, ...seen, '$ echo $?', '1', '$ printf x', 'x')).toBeUndefined();
    expect(firstWrong('$ seq 9', '1', '…', '4', '…')).toBeUndefined();
    expect(
      firstWrong('$ relocator --version | wc -l', '1', '$ npx relocator audit purgatory.ro'),
    ).toBeUndefined();
  });

  it.each([
    [['$ echo one', 'two'], 'one'],
    [['$ seq 3', '1', '2'], '1\n2\n3'],
    [['$ seq 3', '1', '…', '2'], '1\n2\n3'],
    [['$ echo a.c', 'abc'], 'a.c'],
    [['$ true', '…', 'x'], ''],
    [['$ echo x; false', 'x', '$ true'], 'ends with 1, and no echo $? shows it: x'],
    [['$ (exit 3)', '$ echo $?', '1'], '3'],
    [['$ relocator audit none.ro'], expect.stringMatching(/^ends with 1, .*none\.ro/)],
  ])('is told where it is wrong: %j', (lines, told) => {
    expect(firstWrong(...lines)).toEqual(told);
  });

  it('must not end before its last command, nor print before its first', () => {
    expect(() => firstWrong('$ echo a', '$ exit 0', '$ echo b')).toThrow('line 3: exit 0 ended the shell');
    expect(() => firstWrong('output')).toThrow('line 2: output, and no command');
  });
});
