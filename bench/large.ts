/** Inputs with as many relocations as are asked for, and the command as it is in the package. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import { absoluteWordRule } from '../relocator-dsl/architecture.ts';
import { isWholeWord } from '../relocator-dsl/field.ts';
import { bundle } from '../scripts/bundle.ts';
import { PLAIN } from '../test/machines/samples.ts';
import { manyRelocations } from '../test/support/many-relocations.ts';

const ROOT = join(import.meta.dirname, '..');
const WORD = 8;

function architecture() {
  const found = architectureNamed(PLAIN);
  if (!found) throw new RangeError(`no machine is called ${PLAIN}`);
  return found;
}

/** An object whose data are addresses of its start. */
export function addresses(count: number): Uint8Array {
  const rule = absoluteWordRule(architecture());
  if (!rule) throw new RangeError('the machine has no rule for addresses');
  return manyRelocations(architecture().machine, rule.type, count, WORD);
}

/** An object whose data are distances to its start, in words of 32 bits. */
export function distances(count: number): Uint8Array {
  const rule = architecture().rules.find(
    ({ value, field }) => `${value}` === 'S + A - P' && isWholeWord(field) && field.bytes === WORD / 2,
  );
  if (!rule) throw new RangeError('the machine has no rule for distances');
  return manyRelocations(architecture().machine, rule.type, count, WORD);
}

/** Bundles the command into a folder that is removed afterwards, and hands on how it is called and the folder. */
export async function withCommand<Result>(
  work: (command: readonly string[], folder: string) => Result,
): Promise<Result> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache/bench-'));
  try {
    await bundle(folder);
    copyFileSync(join(ROOT, 'package.json'), join(folder, 'package.json'));
    return work([process.execPath, join(folder, 'command/relocator.cjs')], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes a file into the folder. @returns its path */
export function put(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}
