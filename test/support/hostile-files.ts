/** Files that are called, and have names in them, that would be more than names in a report. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PLAIN } from '../machines/samples.ts';
import { addressType, architectureOf } from './architecture.ts';
import { archiveOf } from './archives.ts';
import { CODE, DATA, relocatable } from './relocatable.ts';

/** What ends texts, comments, cells, commands or lines of some form, or turns what is beside it; all but a slash. */
const ENDINGS = [
  ...[
    '"',
    "'",
    '`',
    '<b>',
    '&amp;',
    '*',
    '**',
    ']]>',
    '-->',
    '<!--',
    '--',
    '|',
    '\\',
    '$' + '{{x}}',
    '#1',
    '@x',
    '[x](y)',
  ],
  ...['::error::pwned', '##[error]pwned', '%0A', '%0D', '%', ',', ';', ':', '=', '~~', '_', '!', '{', '}'],
  ...[
    '\n',
    '\r',
    '\t',
    '\u0001',
    '\u001b[31m',
    '\u007f',
    '\u009b31m',
    '\u2028',
    '\u202e',
    '\u2066',
    '\u200b',
    '\ufeff',
  ],
];

/** In a file's name no slash can be. */
export const HOSTILE_FILE = `::${ENDINGS.join('')}.o`;
export const HOSTILE = `::error file=x::${ENDINGS.join('')}*/</script><img src=x onerror=alert(1)>https://pwned.example`;
/** More than any name that a linker has seen. */
export const LONG = `${HOSTILE}${'x'.repeat(0x1_0000)}`;

/** An object with sections and symbols of such names: one symbol is undefined, and one is as long as names may be. */
export function hostileObject(): Uint8Array {
  const architecture = architectureOf(PLAIN);
  const { machine } = architecture;
  const type = addressType(architecture, 8);
  const relocation = (offset: number, symbol: string) => ({ offset, type, symbol, addend: 0n });
  return relocatable(
    machine,
    [
      { name: '.text', flags: CODE, data: new Uint8Array(16) },
      {
        name: HOSTILE,
        flags: DATA,
        data: new Uint8Array(32),
        relocations: [relocation(0, HOSTILE), relocation(8, LONG), relocation(24, LONG)],
      },
      {
        name: `${LONG}s`,
        flags: DATA,
        data: new Uint8Array(8),
        relocations: [relocation(0, `${HOSTILE}missing`)],
      },
    ],
    [
      { name: 'purgatory_start', value: 0n, size: 16n, place: '.text' },
      { name: HOSTILE, value: 0n, size: 8n, place: HOSTILE },
      { name: LONG, value: 0n, place: 'undefined' },
      { name: `${HOSTILE}missing`, value: 0n, place: 'undefined' },
    ],
  );
}

/**
 * Writes into `folder` and gives what to audit: an object, a folder with another one, an archive and a text, and a text that
 * was named, all called by such names.
 */
export function hostileFiles(folder: string): string[] {
  const write = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const object = hostileObject();
  const inner = `d${HOSTILE_FILE}`;
  mkdirSync(join(folder, inner), { recursive: true });
  write(join(inner, HOSTILE_FILE), object);
  write(join(inner, `t${HOSTILE_FILE}`), 'no object');
  write(join(inner, 'lib.a'), archiveOf([{ name: `m${HOSTILE}.o`, bytes: object }]));
  return [write(HOSTILE_FILE, object), join(folder, inner), write(`n${HOSTILE_FILE}`, 'no object')];
}
