/** What purgatories are made of besides plain code and data, each held against what GNU ld makes of it. */
import { describe, expect, it } from 'vitest';
import { applyAt, applyObject, auditObject, buildImage, type ImageMap } from '../../index.ts';
import { FAMILIES } from '../machines/index.ts';
import { architectureOf } from '../support/architecture.ts';
import { gnuObject } from '../support/gnu-object.ts';
import { sectionDifferences } from '../support/link-image.ts';

const BASES = [0x10_0000n, 0x123_0000n, 0x3fff_0000n];

const CONSTANTS = '.globl console, byte\n.set console, 0x3f8\n.set byte, 0x12\n';

/** Directives that mean the same to every assembler; `word` is .quad or .long, `call` calls a function. */
function common(word: string, call: string, text: string): string {
  return `
    .globl purgatory_start, target, hot
    .section .text,"ax"
    purgatory_start:
      .cfi_startproc
      ${call} hot
      ${text}
      .cfi_endproc
    .section .text.hot,"ax"
    .balign 16
    hot: ${call} purgatory_start
      ${call} comdat_function
    .section .text.comdat_function,"axG",%progbits,comdat_function,comdat
    .weak comdat_function
    comdat_function: ${call} hot
    .weak missing
    .comm shared, 100, 64
    .section .rodata.str1.1,"aMS",%progbits,1
    first: .string "one string"
    second: .string "string"
    .section .data,"aw"
    .balign 8
      ${word} target + 0x1000, target - 0x1000, first, second + 3
      ${word} missing, missing + 5, console, console + 8, shared, shared + 60, zeros + 8, hot
    target: ${word} 0, .
    .section .bss,"aw",%nobits
    .balign 32
    zeros: .skip 40
    .section .empty,"aw"
    .balign 8
    .section .init_array,"aw",%init_array
      ${word} hot
    .section .order,"ao",%progbits,.text
      ${word} purgatory_start
    .section .large,"aw"
    .balign 65536
      ${word} target, .
    .section .note.mine,"a",%note
      ${word} target
    .section .debug_info,"",%progbits
      ${word} target
    .set absolute, 1
  `;
}

const PROGRAMS = FAMILIES.flatMap(({ sections = {} }) => Object.entries(sections));

/** The directive for a word of the machine. */
function wordOf(arch: string): string {
  return architectureOf(arch).machine.wordBits === 32 ? '.long' : '.quad';
}

const ENTRY_ONLY = '.globl purgatory_start\n.text\npurgatory_start: nop\n';

function names(map: ImageMap): string[] {
  return map.sections.map(({ name }) => name);
}

describe.each(PROGRAMS)('%s', (arch, { call, text, data }) => {
  const word = wordOf(arch);
  const size = architectureOf(arch).machine.wordBits / 8;
  const source = `${common(word, call, text)}\n.section .data\n${data}`;
  const object = gnuObject(arch, source, CONSTANTS);

  it('every kind of section and symbol becomes what GNU ld makes of it', async () => {
    const { blob, map } = await buildImage(object);
    for (const base of BASES) {
      const memory = applyAt(blob, map, base);
      expect(sectionDifferences(memory, map, object, base)).toEqual([]);
      expect(Buffer.compare(memory, (await applyObject(object, base)).memory)).toBe(0);
    }
    const wrong = applyAt(blob, map, 0x10_0000n);
    const at = (map.fixups[0]?.offset ?? 0) - map.imageOffset;
    wrong[at] = (wrong[at] ?? 0) ^ 1;
    expect(sectionDifferences(wrong, map, object, 0x10_0000n)).toHaveLength(1);
  });

  it('is laid out with what takes memory and nothing else, aligned as it asks', async () => {
    const { map } = await buildImage(object);
    expect(names(map)).toEqual(
      expect.arrayContaining([
        '.text',
        '.text.hot',
        '.text.comdat_function',
        '.init_array',
        '.order',
        '.large',
      ]),
    );
    for (const name of ['.eh_frame', '.note.mine', '.debug_info', '.group'])
      expect(names(map)).not.toContain(name);
    expect(map.loadAlign).toBe(65536);
    expect((map.sections.find(({ name }) => name === '.large')?.offset ?? 1) % 65536).toBe(0);
    expect(map.entry).toBe(map.symbols.find(({ name }) => name === 'purgatory_start')?.offset);
    expect(map.symbols.find(({ name }) => name === 'shared')).toMatchObject({ size: 100, section: 'COMMON' });
  });

  it('refuses an undefined symbol, and binds it late if asked', async () => {
    const undefinedIn = gnuObject(arch, `${ENTRY_ONLY}.data\n${word} 0, firmware + 8\n`);
    await expect(buildImage(undefinedIn)).rejects.toThrow(
      new RegExp(`against firmware in \\.data at 0x${size}: it is undefined; .*--late firmware`),
    );
    const { blob, map } = await buildImage(undefinedIn, { late: ['firmware'] });
    const memory = applyAt(blob, map, 0x10_0000n, new Map([['firmware', 0x1234_5678n]]));
    const data = map.sections.find(({ name }) => name === '.data')?.offset ?? 0;
    const view = new DataView(memory.buffer, data - map.imageOffset + size);
    expect(view.getUint32(0, true)).toBe(0x1234_5680);
  });

  it('refuses thread-local symbols and references into what is left out, by name', async () => {
    const bad = gnuObject(
      arch,
      `${ENTRY_ONLY}
      .section .note.mine,"a",%note
      inside_note: .long 0
      .section .tdata,"awT",%progbits
      .type per_thread, %object
      per_thread: .long 0
      .data
      ${word} inside_note, per_thread`,
    );
    const attempt = buildImage(bad);
    await expect(attempt).rejects.toThrow(/\.note\.mine is a note/);
    await expect(attempt).rejects.toThrow(/against (\.tdata|per_thread) .*thread-local/);
    const refused = auditObject(bad).entries.filter((entry) => entry.class === 'refused');
    expect(refused).toHaveLength(2);
  });

  it('relocations of what takes no memory do not count, undefined symbols or not', async () => {
    const { map, summary } = await buildImage(
      gnuObject(arch, `${ENTRY_ONLY}.section .debug_info\n.long nowhere\n`),
    );
    expect(map.fixups).toEqual([]);
    expect(summary.tableSize).toBe(0);
  });
});
