/** What every page has in itself. In a package there are no such files: scripts/bundle.ts puts their text in place of this one. */
import { readFileSync } from 'node:fs';

export const STYLE = readFileSync(new URL('page.css', import.meta.url), 'utf8');
export const SCRIPT = readFileSync(new URL('client.js', import.meta.url), 'utf8');
