/** `npm run build`: compiles the library and the command into dist/. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const templates = 'codegen/prologue/templates';

rmSync(`${root}dist`, { recursive: true, force: true });
execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
cpSync(`${root}${templates}`, `${root}dist/${templates}`, { recursive: true });
chmodSync(`${root}dist/cli/relocator.js`, 0o755);
