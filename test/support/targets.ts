/** What the prologue generator knows of machines, all of it read beforehand. */
import type { Target } from '../../codegen/machine.ts';
import { targetFor } from '../../codegen/machines/index.ts';
import { withPrologue } from './with-prologue.ts';

const targets = new Map(
  await Promise.all(
    withPrologue.map(async ({ machine: { arch } }) => [arch, await targetFor(arch)] as const),
  ),
);

/** @throws RangeError for an architecture without prologue */
export function targetNamed(arch: string): Target {
  const target = targets.get(arch);
  if (!target) throw new RangeError(`${arch} has no prologue`);
  return target;
}
