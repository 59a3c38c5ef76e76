/** What purgatory/machines/<psABI>/tools.sh says of machines; README.md there has the names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureNamed } from '../relocator-dsl/arch/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a machine's tools are told, from the root of the repository. */
export function toolsFile(arch: string): string {
  return `purgatory/machines/${architectureNamed(arch)?.machine.psabi}/tools.sh`;
}

/** The words of a name, which may be the machine's own or those of all of its psABI; undefined where there are none. */
export function toolWords(arch: string, name: string): readonly string[] | undefined {
  const values = valuesIn(toolsFile(arch));
  return values.get(`${arch}_${name}`) ?? values.get(name);
}

const read = new Map<string, ReadonlyMap<string, readonly string[]>>();

function valuesIn(file: string): ReadonlyMap<string, readonly string[]> {
  const known = read.get(file);
  if (known) return known;
  const lines = readFileSync(join(root, file), 'utf8').matchAll(/^(\w+)="(.*)"$/gm);
  const values = new Map([...lines].map(([, name = '', words = '']) => [name, words.split(' ')]));
  read.set(file, values);
  return values;
}
