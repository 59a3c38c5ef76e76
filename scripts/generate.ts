/** `npm run generate [-- --check]`: writes all generated files, or fails when one is not as generated. */
import { fileURLToPath } from 'node:url';
import { writeGenerated } from '../codegen/generate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const unknown = process.argv.slice(2).filter((argument) => argument !== '--check');
if (unknown.length > 0) {
  console.error(`unknown argument ${unknown.join(' ')}; usage: npm run generate [-- --check]`);
  process.exitCode = 1;
} else {
  const check = process.argv.includes('--check');
  const states = await writeGenerated({ check, root });
  const changed = states.filter(({ state }) => state !== 'current');
  for (const { path, state } of changed) (check ? console.error : console.log)(`${state}: ${path}`);
  console.log(`${states.length - changed.length} of ${states.length} generated files were up to date`);
  if (check && changed.length > 0) {
    console.error('run `npm run generate` and commit the result');
    process.exitCode = 1;
  }
}
