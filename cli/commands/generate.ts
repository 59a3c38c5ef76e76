/** `relocator generate`: everything that is generated from the rules. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { InputError } from '../../index.ts';

export function generateCommand(): Command {
  return new Command('generate')
    .summary('write the files that are generated from the rules')
    .description(
      'Write the reference models, the prologues and the documentation from the rules, in a checkout of relocator.',
    )
    .option('--check', 'write nothing; fail if a file is not as generated')
    .action(async ({ check }: { check?: boolean }) => {
      // ts-morph is large; only this command needs it.
      const { writeGenerated } = await import('../../codegen/generate.ts');
      const states = await writeGenerated({ check: check === true, root: checkout() });
      const changed = states.filter(({ state }) => state !== 'current');
      for (const { path, state } of changed) if (!check) console.log(`${state}: ${path}`);
      console.log(`${states.length - changed.length} of ${states.length} generated files were up to date`);
      if (check && changed.length > 0) {
        throw new InputError([
          ...changed.map(({ path, state }) => `${path} is ${state}`),
          'run `npm run generate` and commit the result',
        ]);
      }
    });
}

/** The checkout this command belongs to, whether it runs from its sources or from dist/. */
function checkout(): string {
  const here = fileURLToPath(import.meta.url);
  for (let folder = dirname(here); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'relocator-dsl')) && existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new InputError('generate works in a checkout of relocator, and this is an installed copy');
}
