/** Headers that a loader copies for other processors: theirs and the first processor's way, in any order. */
import { describe, expect, test } from 'vitest';
import { runInUnicorn } from '../../../emulate/index.ts';
import { applyAt, buildImage, patchImage } from '../../../index.ts';
import { architectureNamed } from '../../../relocator-dsl/arch/index.ts';
import { gnuObject } from '../../support/gnu-object.ts';
import { runOf } from '../../support/machine-run.ts';
import { read, write } from '../../support/memory.ts';

const HEADER = 0x100;
const RUN_AT_LOAD = 0x5c;
const OTHERS = 0x60;
const BASES = { 32: [0x7000n, 0x3456_7000n], 64: [0x7000n, 0x12_3456_7000n] };

/** Other processors wait for run_at_load, which they find by their own address, and go on behind it. */
const source = (use: string): string => `
    .text
    nop
    .globl purgatory_start
    .balign 256
purgatory_start:
    b   master
    .org purgatory_start + ${RUN_AT_LOAD}
    .globl run_at_load
run_at_load:
    .long 0
    .size run_at_load, 4
    .org purgatory_start + ${OTHERS}
    bcl 20, 31, 1f
1:  mflr 4
2:  lwz 5, run_at_load - 1b(4)
    cmpwi 5, 0
    beq 2b
released:
    b   released
    .org purgatory_start + ${HEADER}
    .size purgatory_start, ${HEADER}
master:
${use}
`;

const USE_64 = `
    lis 6, value@highest
    ori 6, 6, value@higher
    sldi 6, 6, 32
    oris 6, 6, value@high
    ori 6, 6, value@l
    ld 7, 0(6)
    .data
value:
    .quad value
`;

const USE_32 = `
    lis 6, value@ha
    lwz 7, value@l(6)
    .data
value:
    .long value
`;

describe.each(['ppc64le', 'ppc64', 'ppc'] as const)('%s', (arch) => {
  const machine = architectureNamed(arch)?.machine;
  const order = machine?.instructionOrder ?? 'big';
  const wordBits = machine?.wordBits ?? 64;
  const bases = BASES[wordBits];
  const text = source(wordBits === 64 ? USE_64 : USE_32);
  const object = gnuObject(arch, text);
  const built = buildImage(object);
  const headerOf = async (): Promise<number> => (await built).map.header?.offset ?? 0;

  test.each([
    ['its first byte', false],
    ['its header', true],
  ])(
    'an image that is entered at %s relocates itself and goes on behind the header',
    async (_where, atHeader) => {
      const { blob, map } = await built;
      expect(map.header).toEqual({ offset: await headerOf(), size: HEADER });
      expect(map.entry).toBe((await headerOf()) + HEADER);
      for (const base of bases) {
        let memory: Uint8Array = blob;
        for (const _entered of [1, 2]) {
          const run = runOf(arch, base, memory, [map.entry]);
          const result = runInUnicorn({ ...run, start: base + BigInt(atHeader ? await headerOf() : 0) });
          expect(result.reached).toBe(true);
          expect(result.registers).toMatchObject(run.registers);
          memory = result.memory[0] ?? blob;
          expect(Buffer.compare(memory.subarray(map.imageOffset), applyAt(blob, map, base))).toBe(0);
        }
      }
    },
  );

  test('other processors wait and are let go before, while and after the first one runs', async () => {
    const { blob, map } = await built;
    const [base = 0n] = bases;
    const header = await headerOf();
    const whole = runInUnicorn(runOf(arch, base, blob, [map.entry])).instructions;
    for (let done = 0; done <= whole; done++) {
      const first = { ...runOf(arch, base, blob, [map.entry]), maxInstructions: done };
      const memory = done === 0 ? blob : (runInUnicorn(first).memory[0] ?? blob);
      for (const flag of [0n, 1n]) {
        const copy = Uint8Array.from(memory);
        write(copy, header + RUN_AT_LOAD, 4, flag, order);
        const released = header + OTHERS + 0x14;
        const other = { ...runOf(arch, base, copy, [released]), start: base + BigInt(header + OTHERS) };
        const result = runInUnicorn({ ...other, maxInstructions: 100 });
        expect(result.reached).toBe(flag === 1n);
        expect(result.memory[0]).toEqual(copy);
      }
    }
  });

  test('its copy at another address serves them as well', async () => {
    const { blob } = await built;
    const header = await headerOf();
    const copy = Uint8Array.from(blob.subarray(header, header + HEADER));
    write(copy, RUN_AT_LOAD, 4, 1n, order);
    const run = { ...runOf(arch, 0x4000n, copy, [OTHERS + 0x14]), start: 0x4000n + BigInt(OTHERS) };
    expect(runInUnicorn({ ...run, maxInstructions: 100 }).reached).toBe(true);
  });

  test('whatever a loader puts there, its branch stays', async () => {
    const { blob, map } = await built;
    const header = await headerOf();
    const given = new Uint8Array(HEADER).fill(0xa5);
    const values = new Map([['purgatory_start', given]]);
    const set = (await buildImage(object, { set: values })).blob;
    for (const changed of [set, patchImage(blob, map, values).blob]) {
      expect(read(changed, header, 4, order)).toBe(read(blob, header, 4, order));
      expect(changed.subarray(header + 4, header + HEADER)).toEqual(given.subarray(4));
      const result = runInUnicorn({
        ...runOf(arch, 0x7000n, changed, [map.entry]),
        start: 0x7000n + BigInt(header),
      });
      expect(result.reached).toBe(true);
    }
  });

  test.each([
    ['nop', /does not begin with a branch/],
    ['bl master', /does not begin with a branch/],
    ['ba 0x100', /does not begin with a branch/],
    ['b purgatory_start - 0x100000', /does not begin with a branch/],
  ])('a header that begins with "%s" is refused', async (instruction, why) => {
    const wrong = gnuObject(arch, text.replace('b   master', instruction));
    await expect(buildImage(wrong)).rejects.toThrow(why);
  });

  test('an entry of another size is no header', async () => {
    const { map } = await buildImage(gnuObject(arch, text.replace(`.size purgatory_start, ${HEADER}`, '')));
    expect(map.header).toBeUndefined();
    expect(map.entry).toBe(map.symbols.find(({ name }) => name === 'purgatory_start')?.offset);
  });

  test('a header whose branch is not led to the prologue is seen', async () => {
    const { blob, map } = await built;
    const broken = Uint8Array.from(blob);
    const header = await headerOf();
    const original = read(broken, header, 4, order);
    write(broken, header, 4, 0x4800_0000n + BigInt(map.entry - header), order);
    expect(read(broken, header, 4, order)).not.toBe(original);
    const run = { ...runOf(arch, 0x7000n, broken, [map.entry]), start: 0x7000n + BigInt(header) };
    const memory = runInUnicorn(run).memory[0]?.subarray(map.imageOffset) ?? new Uint8Array();
    expect(Buffer.compare(memory, applyAt(broken, map, 0x7000n))).not.toBe(0);
  });
});
