/** Links one object with each output section where the test wants it, and reads what came out. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inFolder } from './folder.ts';
import { type LinkedSection, sectionsOf, symbolsOf } from './link-image.ts';
import { type Linker, programOf } from './linkers.ts';
import { attempt } from './run.ts';

/** So that every refusal is named, and the output is written all the same. */
const TELL: Readonly<Record<Linker, readonly string[]>> = {
  'GNU ld': ['--verbose', '--no-warn-rwx-segments', '--no-warn-mismatch'],
  lld: ['--error-limit=0', '--no-check-sections'],
};

export interface OutputSection {
  readonly name: string;
  readonly address: bigint;
  /** Input sections, in the linker script's notation. */
  readonly inputs: string;
}

export interface LinkedFile {
  /** False when the linker gave up without an output; then there are no sections. */
  readonly made: boolean;
  readonly sections: readonly LinkedSection[];
  readonly symbols: ReadonlyMap<string, bigint>;
  /** What the linker says of a place: `.section+0x10` and the message. */
  readonly refusals: ReadonlyMap<string, string>;
  readonly messages: string;
}

/** Links `object` with a linker script of one line for each section of `layout`. */
export function linkObject(
  arch: string,
  linker: Linker,
  object: Uint8Array,
  layout: readonly OutputSection[],
  ...options: readonly string[]
): LinkedFile {
  return inFolder((file) => {
    writeFileSync(file('in.o'), object);
    writeFileSync(file('link.ld'), scriptOf(layout));
    const { stdout, stderr } = attempt(programOf(arch, linker), [
      ...TELL[linker],
      ...['--noinhibit-exec', '-e', '0'],
      ...options,
      ...['-T', file('link.ld'), '-o', file('out'), file('in.o')],
    ]);
    const made = existsSync(file('out'));
    const output = made ? readFileSync(file('out')) : undefined;
    return {
      made,
      sections: output ? sectionsOf(output) : [],
      symbols: output ? symbolsOf(output) : new Map(),
      refusals: refusalsIn(`${stderr}\n${stdout}`),
      messages: stderr,
    };
  });
}

/** A segment for every section: far apart in memory they must not be far apart in the file. */
function scriptOf(layout: readonly OutputSection[]): string {
  const sorted = [...layout].sort((a, b) => (a.address < b.address ? -1 : 1));
  const headers = sorted.map((_, index) => `  h${index} PT_LOAD;`);
  const places = sorted.map(
    ({ name, address, inputs }, index) => `  ${name} 0x${address.toString(16)} : { ${inputs} } :h${index}`,
  );
  return `PHDRS {\n${headers.join('\n')}\n}\nSECTIONS {\n${places.join('\n')}\n}\n`;
}

/** Both linkers name the place as `in.o:(.section+0x10)`. */
function refusalsIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of text.split('\n')) {
    const place = /:\((\.[\w.]+\+0x[0-9a-f]+)\)/.exec(line)?.[1];
    if (place !== undefined && !found.has(place)) found.set(place, line);
  }
  return found;
}
