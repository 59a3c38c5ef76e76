/** `npm run golden`: writes golden/ and the README's table of machines anew; look at the difference before you commit it. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldenFiles } from '../index.ts';
import { buildFixture, fixtureNames, GOLDEN } from '../test/support/golden.ts';
import { README, readmeWithTable } from '../test/support/readme-table.ts';

// Those of test vectors come from linkers: vitest -u writes them.
for (const name of readdirSync(GOLDEN)) {
  if (name !== 'vectors') rmSync(join(GOLDEN, name), { recursive: true });
}
for (const name of fixtureNames()) {
  const folder = join(GOLDEN, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, content] of await goldenFiles(await buildFixture(name))) {
    writeFileSync(join(folder, file), content);
  }
}
writeFileSync(README, await readmeWithTable());
console.log(`golden files of ${fixtureNames().length} purgatories written; see git diff golden`);
