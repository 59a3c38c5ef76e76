/** `npm run compare`: whether the generated files and golden images are those of a commit. See HELP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { compareFiles } from './compare/files.ts';
import { compareModels } from './compare/models.ts';
import { type Comparison, comparisonText } from './compare/report.ts';
import { checkOut, named, rootOf, startOfWork } from './compare/tree.ts';

const HELP = `
What is compared with the working tree, as it stands:
  generated-asm/**/*.bin, golden/*/memory.sha256   byte by byte
  generated-asm/**/*.S and .lst, golden/*/*.lst    without their comments
  golden/*/map.json                                as JSON values, whatever their layout
  reference-model/                                 both are run: every rule's name, number, container and place, and what
                                                   its functions make of letters, values and containers at the limits
                                                   and at random
Files and rules that the commit does not have are counted as new. The exit status is 1 if anything that it has is gone or
different.

Examples:
  npm run compare
  npm run compare -- c602087`;

await new Command('compare')
  .description('Say whether the generated files and golden images are those of a commit.')
  .argument(
    '[commit]',
    "any name of one (default: where the work left its branch's upstream, or HEAD without one)",
  )
  .addHelpText('after', HELP)
  .action(async (commit: string | undefined) => {
    const root = rootOf(process.cwd());
    const against = commit ?? startOfWork(root);
    const name = named(root, against);
    if (name === undefined) {
      console.error(`compare: ${against} is no commit`);
      process.exitCode = 1;
      return;
    }
    const before = mkdtempSync(join(tmpdir(), 'relocator-compare-'));
    try {
      checkOut(root, against, before);
      const comparisons: Comparison[] = [...compareFiles(before, root), await compareModels(before, root)];
      console.log(`compared with ${name}`);
      for (const comparison of comparisons) console.log(comparisonText(comparison));
      if (comparisons.some(({ differences }) => differences.length > 0)) process.exitCode = 1;
    } finally {
      rmSync(before, { recursive: true });
    }
  })
  .parseAsync();
