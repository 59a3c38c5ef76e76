/** Calls through a slot (-mlongcall): run, and where GNU ld makes the slots too, held against it at both ends of the range. */

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildImage, verifyImage } from '../../../index.ts';
import { models } from '../../../reference-model/index.ts';
import { caseImage, caseObject, memoryAfter } from '../../support/cases.ts';
import { inFolder } from '../../support/folder.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { sectionsOf } from '../../support/link-image.ts';
import { attempt } from '../../support/run.ts';
import { toolsOf } from '../../support/tools.ts';

const BASES = [0x1_0000n, 0x12_3456_7000n];

describe.each(['ppc64le', 'ppc64'] as const)('%s', (arch) => {
  it('calls functions by their addresses, whether or not they share the TOC pointer', async () => {
    const object = caseObject(arch, 'ppc64/longcall.s');
    const built = await buildImage(object);
    const { at, word, map } = await caseImage(object, 0x1_0000n);
    // Two slots for TOC code, and none for what counts from its place.
    expect(built.summary.slots).toBe(2);
    expect(word(map.got ?? 0, 8)).toBe(0x1_0000n + BigInt(at('f')));
    expect((await verifyImage(built.blob, map)).ok).toBe(true);
    // Unicorn's processor is older than prefixed instructions: up to these.
    const prefixed = map.entry + 0x40;
    expect(word(prefixed) >> 24n).toBe(6n);
    for (const base of BASES) {
      const memory = memoryAfter(built, base, prefixed);
      const view = new DataView(memory.buffer, memory.byteOffset);
      expect(view.getUint32(at('count'), arch === 'ppc64le')).toBe(6);
    }
  });
});

const SOURCE = `
 .abiversion 2
 .globl _start
_start:
 addis 12,2,f@plt@ha
 ld 12,f@plt@l(12)
 lis 12,f@plt@h
 addi 12,12,f@plt@l
 pld 12,f@plt@pcrel
 .reloc .,R_PPC64_PLT_PCREL34_NOTOC,f
 pld 12,0(0),1
 .globl f
 .type f,@function
f: blr
 .section .toc,"aw"
 .quad 0
`;

/** Where the first prefixed instruction stands in it. */
const PREFIXED = 16;
const CODE = 0x20_0000_0000n;

/** The code that GNU ld makes of the source, with the slot where it is told, or what it says against it. */
function linked(arch: string, object: Uint8Array, toc: bigint, slot: bigint): Uint8Array | string {
  return inFolder((file) => {
    writeFileSync(file('in.o'), object);
    const hex = (value: bigint): string => `0x${BigInt.asUintN(64, value).toString(16)}`;
    writeFileSync(
      file('link.ld'),
      `SECTIONS { .text ${hex(CODE)} : { *(.text) } .got ${hex(toc - 0x8000n)} : { *(.got) *(.toc) } .branch_lt ${hex(slot)} : { *(.branch_lt) } }\n`,
    );
    const { status, stderr } = attempt(toolsOf(arch).ld, [
      '--no-inline-optimize',
      '--no-check-sections',
      ...['-T', file('link.ld'), '-e', '_start', '-o', file('out'), file('in.o')],
    ]);
    if (status !== 0) return stderr;
    return (
      sectionsOf(readFileSync(file('out'))).find(({ name }) => name === '.text')?.data ?? new Uint8Array()
    );
  });
}

describe.each(['ppc64le', 'ppc64'] as const)('GNU ld and the rules of %s', (arch) => {
  const object = gnuObject(arch, SOURCE);
  const big = arch === 'ppc64';
  const rules = models.get(arch)?.rules;
  const places = [
    ['R_PPC64_PLT16_HA', 0],
    ['R_PPC64_PLT16_LO_DS', 4],
    ['R_PPC64_PLT16_HI', 8],
    ['R_PPC64_PLT16_LO', 12],
  ] as const;

  it.each([
    0n,
    8n,
    -8n,
    0x7ff8n,
    0x8000n,
    -0x8000n,
    -0x8008n,
    0x7fff_7ff8n,
    0x7fff_8000n,
    0x7fff_fff8n,
    0x8000_0000n,
    -0x8000_0000n,
    -0x8000_0008n,
    -0x8000_8000n,
    -0x8000_8008n,
  ])('agree about a slot %i bytes from the TOC pointer', (distance) => {
    const toc = CODE + 0x4_0000_8000n;
    const text = linked(arch, object, toc, toc + distance);
    const value = BigInt.asUintN(64, distance);
    for (const [name, at] of places) {
      const rule = rules?.get(name);
      const refused = rule?.check(value) !== undefined;
      if (typeof text === 'string') {
        const offset = (at + (big ? 2 : 0)).toString(16);
        expect(new RegExp(`\\+0x${offset}\\): relocation truncated`).test(text), `${name}: ${text}`).toBe(
          refused,
        );
        continue;
      }
      expect(refused).toBe(false);
      const half = new DataView(text.buffer, text.byteOffset).getUint16(at + (big ? 2 : 0), !big);
      expect(BigInt(half), name).toBe(rule?.insert(0n, value));
    }
  });

  it.each([
    0x1000n,
    (1n << 33n) - 0x18n,
    (1n << 33n) - 0x10n,
    0x10n - (1n << 33n),
    8n - (1n << 33n),
    1n << 33n,
  ])('agree about a slot %i bytes from the place', (distance) => {
    const toc = CODE + 0x4000_8000n;
    const text = linked(arch, object, toc, CODE + BigInt(PREFIXED) + distance);
    const value = BigInt.asUintN(64, distance);
    const rule = rules?.get('R_PPC64_PLT_PCREL34');
    const refused = rule?.check(value) !== undefined;
    if (typeof text === 'string') {
      expect(/\+0x10\): relocation truncated/.test(text), text).toBe(refused);
      return;
    }
    expect(refused).toBe(false);
    const view = new DataView(text.buffer, text.byteOffset);
    const high = view.getUint32(PREFIXED, !big) & 0x3_ffff;
    const low = view.getUint32(PREFIXED + 4, !big) & 0xffff;
    expect((BigInt(high) << 16n) | BigInt(low)).toBe(value & ((1n << 34n) - 1n));
  });
});
