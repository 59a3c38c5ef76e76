/** The command as it is in the package, in the checkout, where its packages are found. */
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../scripts/bundle.ts';

const ROOT = join(import.meta.dirname, '../..');

export interface BundledCommand {
  /** In which it is, and tests may leave what they write. */
  readonly folder: string;
  /** The program. */
  readonly path: string;
  /** What is in each of the bundle's files. */
  readonly outputs: Awaited<ReturnType<typeof bundle>>;
  remove(): void;
}

export async function bundledCommand(): Promise<BundledCommand> {
  const folder = mkdtempSync(join(ROOT, '.cache/bundle-'));
  const outputs = await bundle(folder);
  copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
  const path = join(folder, 'command/relocator.cjs');
  chmodSync(path, 0o755);
  return { folder, path, outputs, remove: () => rmSync(folder, { recursive: true }) };
}
