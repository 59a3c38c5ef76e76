/** `npm run build`: bundles the library and the command into dist/, with the library's types. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const types = `${root}dist/types/`;

rmSync(`${root}dist`, { recursive: true, force: true });
await bundle(`${root}dist`);
chmodSync(`${root}dist/command/relocator.cjs`, 0o755);
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
// tsc leaves the names of sources in declarations, which compilers before 5.0 do not follow.
for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.d.ts')) continue;
  const text = readFileSync(types + name, 'utf8');
  writeFileSync(types + name, text.replace(/((?:from|import) ?\(?'\.{1,2}\/[^']+)\.ts'/g, "$1.js'"));
}
