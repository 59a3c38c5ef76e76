/** `npm run golden`: writes golden/ anew; look at the difference before you commit it. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFixture, fixtureNames, GOLDEN, goldenFiles } from '../test/support/golden.ts';

rmSync(GOLDEN, { recursive: true, force: true });
for (const name of fixtureNames()) {
  const folder = join(GOLDEN, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of await goldenFiles(await buildFixture(name))) {
    writeFileSync(join(folder, file), content);
  }
}
console.log(`golden files of ${fixtureNames().length} purgatories written; see git diff golden`);
