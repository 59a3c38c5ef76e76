/** Group relocations: chains of instructions that build up a distance eight bits at a time. */
import { describe, expect, it } from 'vitest';
import { EMULATORS, runInQemu, runInUnicorn } from '../../../emulate/index.ts';
import { buildImage, readElf, verifyImage } from '../../../index.ts';
import { bits, extract, insert, insn32, withMagnitude } from '../../../relocator-dsl/field.ts';
import { caseObject, differencesFromLd } from '../../support/cases.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { runOf } from '../../support/machine-run.ts';

const BASES = [0x1_0000n, 0x7654_3000n];
const object = caseObject('arm', 'arm/groups.s');

describe('distances in chains of instructions', () => {
  it('are those of GNU ld', async () => {
    for (const base of BASES) expect(await differencesFromLd(object, base)).toEqual([]);
  });

  it.each(EMULATORS)('reach what they lead to, in %s', async (emulator) => {
    const { blob, map } = await buildImage(object);
    const done = map.symbols.find(({ name }) => name === 'done')?.offset ?? 0;
    const runs = BASES.map((base) => runOf('arm', base, blob, [done]));
    const results = emulator === 'unicorn' ? runs.map((run) => runInUnicorn(run)) : await runInQemu(runs);
    for (const result of results) {
      expect(result.fault).toBeUndefined();
      expect(result.registers.r0).toBe(0x1234n);
    }
    expect(map.fixups).toEqual([]);
    expect((await verifyImage(blob, map)).ok).toBe(true);
  });

  it.each([
    ['ldr r0, [pc, #:pc_g0:(far - 8)]', /R_ARM_LDR_PC_G0 against .*\|X\| is below 2\^12/],
    ['ldrh r0, [pc, #:pc_g0:(far - 8)]', /R_ARM_LDRS_PC_G0 against .*\|X\| is below 2\^8/],
    ['add r0, pc, #:pc_g0:(far - 8)', /R_ARM_ALU_PC_G0 against .*\|X\| without 1 leading piece is 0/],
    ['add r0, pc, #:pc_g1:(far - 8)', /R_ARM_ALU_PC_G1 against .*\|X\| without 2 leading pieces is 0/],
  ])('that leave more than the last can hold are refused: %s', async (code, message) => {
    const source = `.globl purgatory_start\npurgatory_start: ${code}\n.data\n.space 0x12345\n.globl far\nfar: .byte 0\n`;
    await expect(buildImage(gnuObject('arm', source))).rejects.toThrow(message);
  });

  it('to what does not move with the image are refused', async () => {
    const source = '.globl purgatory_start\npurgatory_start: ldr r0, [pc, #:pc_g0:(device)]\n';
    const device = '.globl device\n.set device, 0x1000\n';
    await expect(buildImage(gnuObject('arm', source, device))).rejects.toThrow(
      /R_ARM_LDR_PC_G0 against device .*changes with the load base.*literal pool/,
    );
  });
});

/** A rotated immediate of ADD or SUB. */
const immediate = withMagnitude(insn32(bits(0, 11).at(0)), {
  opcode: { mask: 0xc0_0000n, add: 0x80_0000n, subtract: 0x40_0000n },
  without: 0,
  rotated: true,
});

it('immediates are rotated as GNU as does it', () => {
  const values = Array.from({ length: 13 }, (_, index) =>
    [0xffn, 0x81n, 0xabn, 0x55n].map((value) => value << BigInt(2 * index)),
  )
    .flat()
    .flatMap((value) => [value, -value]);
  const lines = values.map(
    (value) => `${value < 0n ? 'sub' : 'add'} r0, r1, #0x${(value < 0n ? -value : value).toString(16)}`,
  );
  const text = readElf(gnuObject('arm', lines.join('\n'))).sections.find(
    ({ name }) => name === '.text',
  )?.data;
  const words = new DataView(Uint8Array.from(text ?? []).buffer);
  for (const [index, value] of values.entries()) {
    const word = BigInt(words.getUint32(4 * index, true));
    expect(insert(immediate, word, BigInt.asUintN(64, value)), lines[index]).toBe(word);
    expect(BigInt.asIntN(64, extract(immediate, word)), lines[index]).toBe(value);
  }
});
