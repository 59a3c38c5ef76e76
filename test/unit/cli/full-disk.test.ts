/** Standard output that takes nothing more, as on a full disk: told, and never with the code of a finding. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLAIN } from '../../machines/samples.ts';
import { fixturePath } from '../../support/golden.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The command, from its sources, with standard output on a device that is always full. */
function onFullDisk(args: readonly string[]): Promise<{ code: unknown; err: string }> {
  const words = ['--import', 'tsx', join(ROOT, 'cli/relocator.ts'), ...args];
  return new Promise((resolve) => {
    execFile(
      '/bin/sh',
      ['-c', 'exec "$@" > /dev/full', 'shell', process.execPath, ...words],
      { cwd: ROOT },
      (error, _, err) => resolve({ code: error?.code ?? 0, err }),
    );
  });
}

it.each([
  [['audit', fixturePath(`${PLAIN}-gcc-small-Os.ro`)]],
  [['audit', fixturePath(`${PLAIN}-gcc-small-Os.ro`), '--format', 'sarif', '--loader', 'linux']],
  [['explain', 'R_X86_64_64', '--json']],
  [['--help']],
])('%j', async (args) => {
  expect(await onFullDisk(args)).toEqual({
    code: 74,
    err: 'relocator: cannot write standard output: there is no space left\n',
  });
});
