/** Loaders that are named twice, and empty names, as the audit hears them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loaderNamed } from '../../../relocator-dsl/loaders.ts';
import { PLAIN } from '../../machines/samples.ts';
import { relocator } from '../../support/command.ts';
import { fixturePath } from '../../support/golden.ts';

/** kexec-tools does not know one of its types. */
const OBJECT = fixturePath(`${PLAIN}-gcc-pic-Os.ro`);
const NAME = 'kexec-tools';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'relocator-choice-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a loader that is named twice', () => {
  const [, last] = loaderNamed(NAME).seen;

  it.each([
    ['as an option', ['--loader', NAME, '--loader', NAME]],
    ['in one option', ['--loader', `${NAME},${NAME}`]],
    ['with and without its last release', ['--loader', NAME, '--loader', `${NAME}@${last}`]],
  ])('%s is asked once', async (_how, options) => {
    const once = await relocator('audit', OBJECT, '--loader', NAME);
    expect(once.code).toBe(1);
    expect(await relocator('audit', OBJECT, ...options)).toEqual(once);
  });

  it('in a policy is asked once; two releases are two loaders', async () => {
    const policy = join(folder, 'policy.json');
    writeFileSync(policy, JSON.stringify({ loaders: [NAME, NAME] }));
    const once = await relocator('audit', OBJECT, '--loader', NAME, '--json');
    expect(await relocator('audit', OBJECT, '--policy', policy, '--json')).toEqual(once);
    const two = await relocator('audit', OBJECT, '--loader', `${NAME},${NAME}@2.0.20`, '--json');
    expect(JSON.parse(two.out)).toMatchObject({
      files: [{ loaders: [{ release: last }, { release: '2.0.20' }] }],
    });
  });
});

describe('an empty name', () => {
  it.each(['--loader', '--deny', '--no-absolute', '--late'])(
    'for %s is called a name of nothing else',
    async (option) => {
      const { code, err } = await relocator('audit', OBJECT, option, '');
      expect(code).toBe(2);
      expect(err).toMatch(/option '.*' argument '' is invalid\. A name in it is empty\./);
    },
  );
});
