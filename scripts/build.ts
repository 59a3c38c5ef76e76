/** `npm run build`: compiles the library and the command into dist/. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
for (const path of readdirSync(`${root}codegen`, { recursive: true, encoding: 'utf8' })) {
  if (path.endsWith('.hbs')) cpSync(`${root}codegen/${path}`, `${root}dist/codegen/${path}`);
}
for (const file of ['page.css', 'client.js']) {
  // What was compiled to the same name would be lost.
  cpSync(`${root}cli/pages/${file}`, `${root}dist/cli/pages/${file}`, { force: false, errorOnExist: true });
}
chmodSync(`${root}dist/cli/relocator.js`, 0o755);
