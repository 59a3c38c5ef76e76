/** Tables so long that what stands behind them is out of the reach of an immediate of 16 bits. */
import { describe, expect, test } from 'vitest';
import { generatePrologue, type Prologue } from '../../codegen/prologue.ts';
import { emptyRequest, FormatError, type PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor } from '../../emulate/index.ts';
import { absoluteWordRule } from '../../relocator-dsl/architecture.ts';
import { contractOf, runIn, runOf } from '../support/machine-run.ts';
import { read } from '../support/memory.ts';
import { withPrologue } from '../support/with-prologue.ts';
import { blobOf, expectedImage, shapesOf, ENTRY as WORDS_FROM } from '../support/word-images.ts';

const BASE = 0x7_7000n;
const LONG = 0xa000;
/** Behind all tables. */
const ENTRY = 0x1_8000;
const IMAGE = 0x2_0000;

/** The blob's memory when its entry is reached, in the first emulator that knows the machine. */
async function runTo(arch: string, blob: Uint8Array): Promise<Uint8Array> {
  const [emulator] = emulatorsFor(arch);
  if (!emulator) throw new Error(`no emulator for ${arch}`);
  const [result] = await runIn(emulator, [runOf(arch, BASE, blob, [ENTRY])]);
  expect(result?.fault).toBeUndefined();
  expect(result?.reached).toBe(true);
  const { entryRegister } = contractOf(arch);
  if (entryRegister !== undefined) expect(result?.registers[entryRegister]).toBe(BASE + BigInt(ENTRY));
  return result?.memory[0] ?? blob;
}

describe.each(withPrologue.map((architecture) => [architecture.machine.arch, architecture] as const))(
  '%s',
  (arch, architecture) => {
    const bytes = architecture.machine.wordBits === 32 ? 4 : 8;

    test('a chain whose first word is far away, with a target that is near, is right or refused', async () => {
      const wanted: PrologueRequest = {
        ...emptyRequest(arch, 'chain', ENTRY),
        groups: [{ bytes, granule: bytes, words: [{ offset: IMAGE, value: 0x700n }] }],
      };
      const prologue = await generatePrologue(wanted).catch((error: unknown) => error);
      if (prologue instanceof FormatError) {
        expect(prologue.message).toContain('too far');
        return;
      }
      if (prologue instanceof Error) throw prologue;
      const blob = blobOf(wanted, prologue as Prologue);
      const image = (await runTo(arch, blob)).subarray(IMAGE);
      expect(Buffer.compare(image, expectedImage(wanted, blob, BASE).subarray(IMAGE - WORDS_FROM))).toBe(0);
    });

    test('records behind thousands of symbols', async () => {
      const rule = absoluteWordRule(architecture)?.name ?? '';
      const symbols = Array.from({ length: LONG / bytes }, (_, index) => ({
        kind: 'absolute' as const,
        value: 0x1000n + BigInt(index),
      }));
      const last = symbols.length - 1;
      const prologue = await generatePrologue({
        ...emptyRequest(arch, 'records', ENTRY),
        symbols,
        records: [{ place: IMAGE, rule, symbol: last, addend: -1n }],
      });
      expect(prologue.table.offset + prologue.table.size).toBeGreaterThan(LONG);
      const blob = new Uint8Array(IMAGE + 0x1000);
      blob.set(prologue.bytes);
      const memory = await runTo(arch, blob);
      expect(read(memory, IMAGE, bytes, architecture.machine.dataOrder)).toBe(0x1000n + BigInt(last) - 1n);
    });

    const [split] = shapesOf(arch).filter(({ groups }) => groups.some(({ fields }) => fields));
    const [halves] = shapesOf(arch).filter(({ groups }) => groups[1]?.bytes === 4);
    const second = split?.groups ?? halves?.groups.slice(1);
    // 32-bit machines without split addresses have one table.
    if (!second) return;
    test('a table of distances behind another', async () => {
      const words = Array.from({ length: LONG }, (_, index) => ({
        offset: IMAGE + bytes * index,
        value: BigInt(index),
      }));
      const behind = IMAGE + bytes * LONG;
      const groups = second.map((group) => ({
        ...group,
        words: group.words.map(({ offset, value }) => ({ offset: behind + offset, value })),
      }));
      const wanted: PrologueRequest = {
        ...emptyRequest(arch, 'delta', ENTRY),
        groups: [{ bytes, granule: bytes, words }, ...groups],
      };
      const prologue = await generatePrologue(wanted);
      expect(prologue.table.size).toBeGreaterThan(LONG);
      const blob = blobOf(wanted, prologue);
      const image = (await runTo(arch, blob)).subarray(IMAGE);
      const expected = expectedImage(wanted, blob, BASE).subarray(IMAGE - WORDS_FROM);
      expect(Buffer.compare(image, expected)).toBe(0);
    });
  },
);
