import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue/generate.ts';
import type { Format, Prologue, PrologueRequest } from '../../codegen/prologue/specification.ts';
import { type Run, type RunResult, runInQemu, runInUnicorn } from '../../emulate/index.ts';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { limits } from '../../relocator-dsl/check.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

const SIZE = 0x2000;
const ENTRY = 0x760;
const BASES = {
  32: [0x1000n, 0x7000n, 0x7ffff000n, 0xfff00000n],
  64: [0x1000n, 0x7000n, 0xffff0000n, 0x12_3456_7000n, 0x7f00_0000_0000n],
};
const FORMATS: readonly Format[] = ['chain', 'delta', 'relr', 'rela'];

/** SplitMix64: the same cases on every machine. */
function random(seed: bigint): () => bigint {
  let state = seed;
  return () => {
    state = BigInt.asUintN(64, state + 0x9e3779b97f4a7c15n);
    let z = state;
    z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
}

function read(memory: Uint8Array, offset: number, bytes: number): bigint {
  let value = 0n;
  for (let index = bytes - 1; index >= 0; index--)
    value = (value << 8n) | BigInt(memory[offset + index] ?? 0);
  return value;
}

function write(memory: Uint8Array, offset: number, bytes: number, value: bigint): void {
  for (let index = 0; index < bytes; index++)
    memory[offset + index] = Number((value >> BigInt(8 * index)) & 0xffn);
}

function request(arch: string, format: Format): PrologueRequest {
  const word = arch === 'i386' ? 4 : 8;
  const unaligned = arch === 'aarch64' || format === 'relr' ? 0 : 3;
  const offsets = [0x800, 0x808, 0x810 + unaligned, 0x900, 0x1100 + unaligned, 0x1ff0];
  return {
    arch,
    format,
    entry: ENTRY,
    bases: undefined,
    alignment: undefined,
    groups: [
      {
        bytes: word,
        granule: word,
        slots: offsets.map((offset, index) => ({ offset, value: BigInt(0x700 + 0x111 * index) })),
      },
    ],
    records: [],
    symbols: [],
    got: undefined,
  };
}

function blobOf(wanted: PrologueRequest, prologue: Prologue): Uint8Array {
  const blob = new Uint8Array(SIZE);
  const next = random(7n);
  for (let index = 0; index < SIZE; index++) blob[index] = Number(next() & 0xffn);
  blob.set(prologue.bytes);
  for (const group of wanted.groups) {
    for (const { offset, value } of group.slots)
      write(blob, offset, group.bytes, prologue.slots.get(offset)?.value ?? value);
  }
  return blob;
}

function runOf(arch: string, base: bigint, blob: Uint8Array): Run {
  const stack = arch === 'i386' ? [{ address: 0x600000n, data: new Uint8Array(), size: 0x1000 }] : [];
  const registers: Record<string, bigint> =
    arch === 'i386'
      ? { esp: 0x600800n }
      : arch === 'x86_64'
        ? { rsp: 0x77n, rbp: 0x88n }
        : { x0: 1n, x1: 2n, x2: 3n, x3: 4n, sp: 0x70n };
  return {
    arch,
    regions: [{ address: base, data: blob, size: SIZE }, ...stack],
    start: base,
    stop: [base + BigInt(ENTRY)],
    registers,
    maxInstructions: 2_000_000,
    strictAlignment: arch === 'aarch64',
  };
}

/** The image after relocation at `base`, with prologue and table cut off. */
function expected(wanted: PrologueRequest, blob: Uint8Array, base: bigint): Uint8Array {
  const image = blob.slice();
  for (const group of wanted.groups) {
    for (const { offset, value } of group.slots) {
      write(image, offset, group.bytes, BigInt.asUintN(group.bytes * 8, value + base));
    }
  }
  return image.subarray(ENTRY);
}

describe.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  '%s',
  (arch, architecture) => {
    const bases = BASES[architecture.machine.wordBits];

    test.each(FORMATS)(
      '%s prologues leave the image as the sums say, at every base, entered twice, in both emulators',
      async (format) => {
        const wanted = request(arch, format);
        const prologue = await generatePrologue(wanted);
        const blob = blobOf(wanted, prologue);
        const runs = bases.map((base) => runOf(arch, base, blob));
        const check = (result: RunResult, base: bigint, run: Run): void => {
          expect(result.fault).toBeUndefined();
          expect(result.reached).toBe(true);
          expect(result.registers).toMatchObject(run.registers);
          const memory = result.memory[0]?.subarray(ENTRY) ?? new Uint8Array();
          expect(Buffer.compare(memory, expected(wanted, blob, base))).toBe(0);
        };
        const emulated = await runInQemu(runs);
        for (const [index, run] of runs.entries()) {
          const base = run.start;
          const first = runInUnicorn(run);
          check(first, base, run);
          check(emulated[index] as RunResult, base, run);
          const again = runInUnicorn({
            ...run,
            regions: [{ address: base, data: first.memory[0] ?? blob, size: SIZE }, ...run.regions.slice(1)],
          });
          check(again, base, run);
          expect(Buffer.compare(again.memory[0] ?? blob, first.memory[0] ?? blob)).toBe(0);
        }
      },
    );

    test('a flipped bit in the prologue is seen', async () => {
      const wanted = request(arch, 'chain');
      const prologue = await generatePrologue(wanted);
      const blob = blobOf(wanted, prologue);
      write(blob, prologue.table.offset, 4, BigInt(wanted.groups[0]?.slots[1]?.offset ?? 0));
      const base = 0x7000n;
      const memory = runInUnicorn(runOf(arch, base, blob)).memory[0]?.subarray(ENTRY);
      expect(Buffer.compare(memory ?? blob, expected(wanted, blob, base))).not.toBe(0);
    });

    test('a base outside the range, or misaligned, ends in the failure state with nothing written', async () => {
      const wanted: PrologueRequest = {
        ...request(arch, 'chain'),
        bases: { min: 0x3000n, max: 0x7fff_0000n },
        alignment: 0x1000,
      };
      const prologue = await generatePrologue(wanted);
      const blob = blobOf(wanted, prologue);
      const stop = prologue.labels.get('stop') ?? 0;
      for (const [base, reached] of [
        [0x2000n, false],
        [0x3000n, true],
        [0x7fff_0000n, true],
        [0x7fff_1000n, false],
        [0x4001n, false],
      ] as const) {
        const run = runOf(arch, base, blob);
        const result = runInUnicorn({
          ...run,
          strictAlignment: false,
          stop: [base + BigInt(ENTRY), base + BigInt(stop)],
        });
        expect(result.stoppedAt).toBe(base + BigInt(reached ? ENTRY : stop));
        if (!reached) expect(Buffer.compare(result.memory[0] ?? new Uint8Array(), blob)).toBe(0);
      }
    });

    test.each([...FORMATS, 'records' as const])(
      'GNU as makes the same bytes of the %s prologue',
      async (format) => {
        const wanted =
          format === 'records' ? recordsRequest(arch, architecture.rules, 1) : request(arch, format);
        const prologue = await generatePrologue(wanted);
        const folder = mkdtempSync(join(tmpdir(), 'relocator-as-'));
        try {
          const prefix = arch === 'aarch64' ? 'aarch64-linux-gnu-' : '';
          const mode = { x86_64: ['--64'], i386: ['--32'], aarch64: [] }[arch] ?? [];
          writeFileSync(join(folder, 'p.s'), prologue.source);
          execFileSync(`${prefix}as`, [...mode, '-o', join(folder, 'p.o'), join(folder, 'p.s')]);
          execFileSync(`${prefix}objcopy`, [
            '-O',
            'binary',
            '-j',
            '.text',
            join(folder, 'p.o'),
            join(folder, 'p.bin'),
          ]);
          const gnu = readFileSync(join(folder, 'p.bin')).subarray(0, prologue.codeSize);
          expect(gnu.toString('hex')).toBe(
            Buffer.from(prologue.bytes.subarray(0, prologue.codeSize)).toString('hex'),
          );
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
    );

    const statics = architecture.rules.map((rule) => [rule.name, rule] as const);
    test.each(statics)('the handler of %s agrees with the reference model', async (_name, rule) => {
      const model = models.get(arch)?.rules.get(rule.name);
      if (!model) throw new Error(`no model for ${rule.name}`);
      expect(await disagreements(arch, rule, model, 500)).toEqual([]);
    });

    test('a handler held against a model with another shift is caught', async () => {
      const rule = architecture.rules.find(
        (each) => each.check.range && each.field.kind !== undefined,
      ) as Rule;
      const model = models.get(arch)?.rules.get(rule.name) as ReferenceRule;
      const wrong: ReferenceRule = {
        ...model,
        value: (letters) => model.value(letters),
        check: (value) => model.check(value),
        extract: (container) => model.extract(container),
        insert: (container, value) => model.insert(container, value << 1n),
      };
      expect((await disagreements(arch, rule, wrong, 50)).length).toBeGreaterThan(0);
    });
  },
);

function recordsRequest(arch: string, rules: readonly Rule[], each: number): PrologueRequest {
  const records = rules.flatMap((rule, index) =>
    Array.from({ length: each }, (_, copy) => ({
      place: 0x1000 + 8 * (index * each + copy),
      rule: rule.name,
      symbol: copy,
      addend: 0n,
    })),
  );
  const symbols = Array.from({ length: each }, (_, copy) => ({
    kind: 'absolute' as const,
    value: BigInt(copy),
  }));
  return {
    arch,
    format: 'records',
    entry: ENTRY,
    bases: undefined,
    alignment: undefined,
    groups: [],
    records,
    symbols,
    got: 0x740,
  };
}

/** Runs one record per case through the prologue and lists the cases in which it and the model part. */
async function disagreements(
  arch: string,
  rule: Rule,
  model: ReferenceRule,
  count: number,
): Promise<string[]> {
  const wordBits = arch === 'i386' ? 32 : 64;
  const next = random(BigInt(rule.type) + 1n);
  const troubles: string[] = [];
  const image = 0x10000;
  for (const base of BASES[wordBits]) {
    const cases = Array.from({ length: count / 5 }, (_, index) => {
      const place = image + 8 * index;
      const range = rule.check.range ? limits(rule.check.range) : { min: 0n, max: 1n << 32n };
      const edges = [range.min, range.min - 1n, range.max, range.max - 1n, 0n];
      const letters = lettersOf(rule.value);
      const from = letters.includes('P')
        ? base + BigInt(place)
        : letters.includes('GOT')
          ? base + 0x740n
          : 0n;
      const near = (edges[index % edges.length] ?? 0n) + (next() % 64n) - 32n;
      const wanted =
        index % 3 === 0
          ? next()
          : index % 3 === 1
            ? from + near * 1n
            : from + ((next() % (1n << 20n)) & ~15n);
      const addend = BigInt.asIntN(32, next());
      const symbol = BigInt.asUintN(wordBits, wanted - addend);
      return { place, symbol, addend, old: [0n, (1n << 64n) - 1n, next()][index % 3] ?? 0n };
    });
    const prologue = await generatePrologue(
      {
        arch,
        format: 'records',
        entry: ENTRY + 0x7000,
        bases: undefined,
        alignment: undefined,
        groups: [],
        got: 0x740,
        records: cases.map(({ place, addend }, index) => ({ place, rule: rule.name, symbol: index, addend })),
        symbols: cases.map(({ symbol }) => ({ kind: 'absolute', value: symbol })),
      },
      { onOverflow: 'mark' },
    );
    const blob = new Uint8Array(image + 8 * cases.length + 8);
    blob.set(prologue.bytes);
    for (const { place, old } of cases) write(blob, place, 8, old);
    const run = { ...runOf(arch, base, blob), stop: [base + BigInt(ENTRY + 0x7000)] };
    const result = runInUnicorn({
      ...run,
      regions: [{ address: base, data: blob, size: blob.length }, ...run.regions.slice(1)],
    });
    if (!result.reached)
      return [`${rule.name} at ${base.toString(16)}: ${result.fault ?? 'entry not reached'}`];
    const memory = result.memory[0] ?? blob;
    const table = prologue.table.offset + cases.length * (wordBits / 8);
    for (const [index, { place, symbol, addend, old }] of cases.entries()) {
      const refused = (memory[table + 12 * index + 3] ?? 0) >= 0x80;
      const X = model.value(lettersFor(rule, symbol, addend, base + BigInt(place), base + 0x740n));
      const why = model.check(X);
      const size = BigInt(model.bytes * 8);
      const kept = BigInt.asUintN(Number(size), old);
      const want = why === undefined ? model.insert(kept, X) : kept;
      const got = read(memory, place, model.bytes);
      if (refused !== (why !== undefined) || got !== want || read(memory, place, 8) >> size !== old >> size) {
        troubles.push(
          `base ${base.toString(16)} S ${symbol.toString(16)} A ${addend} X ${X.toString(16)}: ${got.toString(16)}${refused ? ' refused' : ''}, model ${want.toString(16)} ${why ?? ''}`,
        );
      }
    }
  }
  return troubles.slice(0, 5);
}

/** A record's symbol slot stands for whatever the rule adds to A. */
function lettersFor(rule: Rule, target: bigint, A: bigint, P: bigint, GOT: bigint): Record<string, bigint> {
  const letters = lettersOf(rule.value);
  const sum = letters.includes('A') ? target : target + A;
  if (
    `${rule.value}`.includes('Page(GOT + G)') ||
    `${rule.value}`.includes('G + GOT') ||
    `${rule.value}`.includes('GOT + G')
  )
    return { G: sum - GOT, GOT, A, P };
  if (letters.includes('G')) return { G: sum, GOT, A, P };
  if (letters.includes('GOT') && !letters.includes('S') && !letters.includes('L')) return { GOT: sum, A, P };
  return { S: sum, L: sum, B: sum, Z: sum, GOT, A, P };
}
