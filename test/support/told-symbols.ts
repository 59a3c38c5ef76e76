/** Symbols of a real purgatory against what its family is told, as GNU readelf tells them. */
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { type Family, purgatoryFamily } from '../../relocator-dsl/told.ts';
import { architectureOf } from './architecture.ts';
import { run } from './run.ts';

export interface ToldFindings {
  readonly family: Family | undefined;
  /** Symbols that are told and that the object does not have. */
  readonly missing: readonly string[];
  /** Symbols of another size than is told, with both. */
  readonly otherSize: readonly string[];
}

/** @param path the object, which is of this machine */
export function toldFindings(path: string, arch: string): ToldFindings {
  const sizes = globalSizes(path);
  const family = purgatoryFamily(new Set(sizes.keys()));
  const told = (family && toldBy(family, architectureOf(arch).machine)) ?? [];
  return {
    family,
    missing: told.flatMap(({ name }) => (sizes.has(name) ? [] : [name])),
    otherSize: told.flatMap(({ name, bytes }) => {
      const size = sizes.get(name);
      return size === undefined || size === bytes ? [] : [`${name}: told ${bytes}, has ${size}`];
    }),
  };
}

/** The sizes of the global symbols that the object defines. */
function globalSizes(path: string): Map<string, number> {
  const lines = run(['readelf', '-sW', path]).split('\n');
  return new Map(
    lines.flatMap((line): [string, number][] => {
      // Number, value, size, type, binding, visibility, more of st_other, section, name.
      const found = /^\s*\d+:\s+[0-9a-f]+\s+(\w+)\s+\w+\s+GLOBAL\s+\w+(?:\s+\[[^\]]*\])?\s+\d+\s+(\S+)$/.exec(
        line,
      );
      return found ? [[found[2] ?? '', Number(found[1])]] : [];
    }),
  );
}
