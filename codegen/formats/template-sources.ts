/**
 * The text of templates, from the folders that they stand in. In a package there are no such folders: scripts/bundle.ts puts
 * the text itself in place of this file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';

const SHARED = new URL('./templates/', import.meta.url);

/** The folder of a machine's own templates. */
export function templateFolder(psabi: string): URL {
  return new URL(`../machines/${psabi}/templates/`, import.meta.url);
}

/** The templates of one machine by name: those of the formats, and what these include, with what all machines share. */
export function templateSources(psabi: string): Map<string, string> {
  const sources = new Map<string, string>();
  for (const folder of [SHARED, templateFolder(psabi)]) {
    for (const file of readdirSync(folder)) {
      const { name } = parse(file);
      if (sources.has(name)) throw new RangeError(`${psabi} has a template ${name}, as all machines have`);
      sources.set(name, readFileSync(new URL(file, folder), 'utf8'));
    }
  }
  return sources;
}
