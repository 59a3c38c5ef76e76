/** `npm run build`: compiles the library and the command into dist/. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const machines = 'codegen/machines';

rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
for (const machine of readdirSync(`${root}${machines}`)) {
  const templates = `${machines}/${machine}/templates`;
  if (existsSync(`${root}${templates}`)) {
    cpSync(`${root}${templates}`, `${root}dist/${templates}`, { recursive: true });
  }
}
chmodSync(`${root}dist/cli/relocator.js`, 0o755);
