/** The purgatories in the package are the bytes that Debian's compilers make of their sources. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../support/files.ts';
import { inFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

const OBJECTS = join(ROOT, 'purgatory/objects');

test('purgatory/build.sh --packaged makes each of them anew', () => {
  inFolder((file) => {
    run([join(ROOT, 'purgatory/build.sh'), '--packaged', file('objects')]);
    const names = readdirSync(file('objects'));
    expect(names).toEqual(readdirSync(OBJECTS));
    for (const name of names)
      expect(readFileSync(file(`objects/${name}`)).equals(readFileSync(join(OBJECTS, name))), name).toBe(
        true,
      );
  });
});
