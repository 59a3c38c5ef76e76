/** Real objects, ours and Debian's: readelf tells the same of them as this project's reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { attempt } from '../support/run.ts';

const fixtures = fileURLToPath(new URL('../fixtures/purgatory/', import.meta.url));
const samples = readdirSync(fixtures)
  .filter((name) => /\.(ro|elf)$/.test(name))
  .map((name) => join(fixtures, name));
samples.push(...fetchPurgatories().map(({ path }) => path));

/** What readelf tells of each file, line by line. */
function told(options: readonly string[]): Map<string, string[]> {
  const { stdout } = attempt(['readelf', '-W', ...options], samples);
  const files = stdout.split(/^File: /m).slice(1);
  return new Map(files.map((text) => [text.slice(0, text.indexOf('\n')), text.split('\n')]));
}

describe.each(fetchPurgatories())("Debian's purgatory for $name", ({ arch, path }) => {
  it('is read as one of its machine, with addends where that has them', () => {
    const file = readElf(readFileSync(path));
    const machine = architectureNamed(arch)?.machine;
    expect([file.machine, file.wordBits, file.byteOrder]).toEqual([
      machine?.elfMachine,
      machine?.wordBits,
      machine?.dataOrder,
    ]);
    expect(file.symbols.map(({ name }) => name)).toContain('purgatory_start');
    const all = file.relocations.flatMap(({ relocations }) => relocations);
    const explicit = all.filter(({ addend }) => addend !== undefined);
    expect(explicit).toHaveLength(machine?.addends === 'explicit' ? all.length : 0);
    expect(all.length).toBeGreaterThan(10);
  });
});

/** What the addends 0, 1, … of R_ALPHA_LITUSE say, in place of which readelf shows it. */
const LITERAL_USES = ['(ADDR)', '(BASE)', '(BYTOFF)', '(JSR)'];

describe('readelf tells the same', () => {
  const [sectionHeaders, relocations] = [told(['-S']), told(['-r'])];
  const [allSymbols, dynamicSymbols] = [told(['-s']), told(['--dyn-syms'])];
  const places = { UND: 'undefined', ABS: 'absolute', COM: 'common' } as const;

  it.each(samples.map((path) => [basename(path), path]))('%s: symbols', (_, path) => {
    const file = readElf(readFileSync(path));
    const symbols = (file.type === 'dynamic' ? dynamicSymbols : allSymbols).get(path) ?? [];
    const theirs = symbols.flatMap((line) => {
      const m =
        /^\s*(\d+): ([0-9a-f]+)\s+(\d+|0x[0-9a-f]+) (\S+)\s+(\S+)\s+\S+\s+(?:\[[^\]]*\]\s+)?(\S+)(?: (.*))?$/.exec(
          line,
        );
      if (m === null) return [];
      const [, index, value, size, type, binding, place, name] = m;
      return [
        {
          index: Number(index),
          value: BigInt(`0x${value}`),
          size: BigInt(size ?? ''),
          type,
          binding,
          place,
          // Control characters are shown as ^A.
          name: name?.replace(/\^([A-Z])/g, (_all, letter: string) =>
            String.fromCharCode(letter.charCodeAt(0) - 64),
          ),
        },
      ];
    });
    expect(file.symbols.length).toBe(Math.max(theirs.length, 1));
    for (const one of theirs) {
      const ours = file.symbols[one.index];
      expect(ours?.value).toBe(one.value);
      expect(ours?.size).toBe(one.size);
      expect(ours?.binding.toUpperCase()).toBe(one.binding);
      expect(ours?.name).toBe(one.name ?? '');
      const place = ours?.place;
      if (place?.kind === 'section') expect(String(place.section)).toBe(one.place);
      else expect(place?.kind).toBe(places[one.place as keyof typeof places]);
    }
  });

  /** Names of sections that take memory, those of an object. */
  const loaded = (path: string): Set<string | undefined> => {
    const lines = sectionHeaders.get(path) ?? [];
    const found = lines.map((line) => /^\s*\[\s*\d+\] (\S+)\s+[A-Z_]+\s+(?:[0-9a-f]+ ){4}\s*\w*A/.exec(line));
    return new Set(found.flatMap((match) => (match ? [match[1]] : [])));
  };

  it.each(samples.map((path) => [basename(path), path]))('%s: relocations', (_, path) => {
    const file = readElf(readFileSync(path));
    const memory = loaded(path);
    let counts = true;
    const theirs: string[] = [];
    const relr: bigint[] = [];
    let isRela = false;
    for (const line of relocations.get(path) ?? []) {
      const [, title, of] = /^(?:Relocation section '|')\.(rel[ar]?)(\.[^']*)/.exec(line) ?? [];
      if (title !== undefined) isRela = title === 'rela';
      // Those of sections that take no memory are not read; dynamic ones are of none.
      if (of !== undefined) counts = file.type === 'dynamic' || memory.has(of);
      if (!counts) continue;
      const m = /^([0-9a-f]{8,16})\s+([0-9a-f]{8,16})\s+(?:R_|unrecognized: )\S+\s*(.*)$/.exec(line);
      const word = /^([0-9a-f]{16})(?:\s|$)/.exec(line);
      if (m !== null) {
        // The second addend of SPARC's R_SPARC_OLO10 is told behind the first; it is a part of the type.
        const one = (m[3] ?? '').replace(/([+-] [0-9a-f]+) [+-] [0-9a-f]+$/, '$1');
        const rest = /(?:^|([+-]) )([0-9a-f]+)$/.exec(one);
        const named = LITERAL_USES.indexOf(one);
        const number = named < 0 ? 0n : BigInt(named);
        const addend = rest === null ? number : BigInt(`0x${rest[2]}`) * (rest[1] === '-' ? -1n : 1n);
        theirs.push(
          `${BigInt(`0x${m[1]}`)} ${BigInt(`0x${m[2]}`)}${isRela ? ` ${BigInt.asIntN(file.wordBits, addend)}` : ''}`,
        );
      } else if (word !== null) {
        relr.push(BigInt(`0x${word[1]}`));
      }
    }
    const shift = file.wordBits === 64 ? 32n : 8n;
    const ours = file.relocations.flatMap(({ relocations }) =>
      relocations.map(
        ({ offset, symbol, type, addend }) =>
          `${offset} ${(BigInt(symbol) << shift) | BigInt(type)}${addend === undefined ? '' : ` ${addend}`}`,
      ),
    );
    expect(ours).toEqual(theirs);
    if (relr.length > 0 || file.relr.length > 0) expect(file.relr).toEqual(relr);
  });

  it.each(samples.map((path) => [basename(path), path]))('%s: sections', (_, path) => {
    const theirs = (sectionHeaders.get(path) ?? []).flatMap((line) => {
      const m = /^\s*\[ *(\d+)\] (\S*)\s+(\S+)\s+[0-9a-f]{8,16} [0-9a-f]+ ([0-9a-f]+) /.exec(line);
      return m === null || m[1] === '0' ? [] : [`${m[1]} ${m[2]} ${Number.parseInt(m[4] ?? '', 16)}`];
    });
    const ours = readElf(readFileSync(path)).sections.slice(1);
    expect(ours.map(({ index, name, size }) => `${index} ${name} ${size}`)).toEqual(theirs);
  });
});
