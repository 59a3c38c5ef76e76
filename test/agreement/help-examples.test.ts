/** The examples of every --help, in a shell, in a folder that has the files that they name. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCommands } from '../../cli/commands.ts';
import { everyCommand, pathOf, programOf } from '../../cli/program.ts';
import { type ExampleFolder, exampleFolder } from '../support/example-folder.ts';

const WITH_EXAMPLES = everyCommand(programOf(await allCommands())).map(
  (command) => [pathOf(command), command.manual.examples] as const,
);
/** Examples that end with another code than 0, as their help says. */
const CODES: ReadonlyMap<string, number> = new Map([['relocator diff old.bin new.bin', 1]]);

/** What each command finds, in a folder of its own. */
let origin: ExampleFolder;
beforeAll(async () => {
  origin = await exampleFolder();
  for (const name of ['old.bin', 'old.bin.map.json']) {
    cpSync(join(origin.path, name), join(origin.path, name.replace('old', 'purgatory')));
  }
  const golden = 'relocator golden update golden purgatory.ro --loader-writes kexec-tools';
  expect(origin.bash(golden)).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => origin.remove());

describe.each(WITH_EXAMPLES)('%s', (_, examples) => {
  let folder: ExampleFolder;
  beforeAll(() => {
    folder = origin.copy();
  });
  afterAll(() => folder.remove());

  test.each(examples)('%s', (line) => {
    const { status, stderr, stdout } = folder.bash(line, '-eu');
    // Reports that are not for people have the audit's summary beside them; and not every object has the section that is guarded.
    const told = stderr.replace(
      /^relocator: (no section is called \.head\*, .*|\d+ files: .*; none with findings)\n/gm,
      '',
    );
    expect({ status, told, stdout }).toMatchObject({ status: CODES.get(line) ?? 0, told: '' });
  });
});
