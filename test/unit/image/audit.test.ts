import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, formatMap, parseMap, readElf } from '../../../index.ts';
import { NARROW, PARTED, PLAIN } from '../../machines/samples.ts';
import { readFixture } from '../../support/golden.ts';

describe('audit', () => {
  it('counts each type by what becomes of it', () => {
    const { arch, entries } = auditObject(readFixture(`${PLAIN}-gcc-small-Os.ro`));
    expect(arch).toBe(PLAIN);
    const moving = entries.find(({ name }) => name === 'R_X86_64_64');
    expect(moving).toMatchObject({ number: 1, count: 13, class: 'fixup', formula: 'S + A' });
    expect(moving?.first.section).not.toBe('');
  });

  it('tells GOT slots apart', () => {
    const classes = auditObject(readFixture(`${PARTED}-gcc-pic-Os.ro`)).entries.map((entry) => entry.class);
    expect(classes).toContain('needs GOT');
  });

  it('does not throw for types that are refused', () => {
    const bytes = readFixture(`${PLAIN}-gcc-small-Os.ro`);
    // Each R_X86_64_32S becomes R_X86_64_TPOFF32, in place: the reader's section data are views.
    for (const { type, data } of readElf(bytes).sections) {
      if (type !== 4) continue;
      for (let entry = 0; entry < data.length; entry += 24) if (data[entry + 8] === 11) data[entry + 8] = 23;
    }
    const refused = auditObject(bytes).entries.filter((entry) => entry.class === 'refused');
    expect(refused[0]).toMatchObject({ name: 'R_X86_64_TPOFF32', class: 'refused' });
    expect(refused[0]?.remedy).toBeTruthy();
  });
});

describe('map', () => {
  it('has a line for each key and each element of a list', async () => {
    const { map } = await buildImage(readFixture(`${NARROW}-gcc-nopic-Os.ro`));
    const lines = formatMap(map).split('\n');
    expect(lines).toContain('  "late": [],');
    expect(lines).toContain('  "version": 1,');
    const elements = lines.filter((line) => line.startsWith('    ')).map((line) => line.replace(/,$/, ''));
    expect(elements).toHaveLength(
      map.sections.length + map.symbols.length + (map.locals?.length ?? 0) + map.fixups.length,
    );
    for (const element of elements) {
      if (!map.locals?.includes(JSON.parse(element))) expect(JSON.parse(element)).toHaveProperty('offset');
    }
  });

  it('is refused when damaged, naming the field', async () => {
    const text = formatMap((await buildImage(readFixture(`${NARROW}-gcc-nopic-Os.ro`))).map);
    expect(() => parseMap(text.replace('"loadAlign": ', '"loadAlign": -'))).toThrow(/loadAlign/);
    expect(() => parseMap(text.replace('"version": 1', '"version": 9'))).toThrow(/version 9/);
    expect(() => parseMap('{')).toThrow(/not the map of an image: it is text/);
  });
});
