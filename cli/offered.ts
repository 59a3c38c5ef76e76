/** What shells offer for values that have names of their own; whether a value is one of them, the command itself looks at. */
import { CLASSES } from '../image/audit-places.ts';
import { listOfTypes, loadForList, releasesOf } from '../image/explain.ts';
import { MACHINES } from '../relocator-dsl/arch/table.ts';
import { LOADERS } from '../relocator-dsl/loader-list.ts';
import { FAMILIES } from '../relocator-dsl/told.ts';
import type { NameKind } from './command.ts';

export type OfferedNames = Readonly<Record<NameKind, readonly string[]>>;

/** All names of every kind, as they are listed elsewhere; those of types by the alphabet. */
export async function offeredNames(): Promise<OfferedNames> {
  await loadForList();
  return {
    machines: MACHINES.map(({ arch }) => arch),
    loaders: LOADERS.map(({ name }) => name),
    releases: LOADERS.flatMap((loader) => releasesOf(loader).map((release) => `${loader.name}@${release}`)),
    types: [...new Set(listOfTypes().map(({ name }) => name))].sort(),
    classes: CLASSES,
    families: FAMILIES.map(({ family }) => family),
  };
}
