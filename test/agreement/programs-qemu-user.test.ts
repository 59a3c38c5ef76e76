import { beforeAll, describe, expect, it } from 'vitest';
import { runInQemu, runInUnicorn } from '../../emulate/index.ts';
import { need } from '../support/emulators.ts';
import { PROGRAMS, patching, program, run } from '../support/programs.ts';

beforeAll(() => {
  for (const arch of PROGRAMS.keys()) need('qemu-user', arch);
});

describe('qemu-user', () => {
  for (const { run: each, register, value } of patching()) {
    it(`runs patched code: ${each.arch}`, async () => {
      const [result] = await runInQemu([each]);
      expect(result?.reached).toBe(true);
      expect(result?.registers[register]).toBe(value);
    });
  }
});

describe.each([...PROGRAMS.keys()])('qemu-user %s', (arch) => {
  const p = program(arch);
  const data = (first: number, second: number) => [first, second, ...new Array<number>(14).fill(0)];
  const add = (base: bigint) => run(arch, base, p.add, [base + BigInt(p.stop)]);

  it('loads, adds and stores at every base', async () => {
    const results = await runInQemu(p.bases.map(add));
    p.bases.forEach((base, i) => {
      const result = results[i];
      expect(result?.fault).toBeUndefined();
      expect(result).toMatchObject({ reached: true, stoppedAt: base + BigInt(p.stop), instructions: -1 });
      expect([...(result?.memory[1] ?? [])]).toEqual(data(0x00, 0x02));
      expect([...(result?.memory[0] ?? [])]).toEqual([...p.add]);
      expect(result?.registers[p.output]).toBe(0x2an);
    });
  });

  it('agrees with Unicorn', async () => {
    const runs = p.bases.map((base) => run(arch, base, p.add, [base + BigInt(p.stop)]));
    const results = await runInQemu(runs);
    runs.forEach((each, i) => {
      const expected = runInUnicorn(each);
      // Which emulator tells what a run took of what is its own.
      expect(results[i]).toEqual({ ...expected, instructions: -1, processorMs: expect.any(Number) });
    });
  });

  it('performs runs at the same address and a large region', async () => {
    const big = add(0x40_0000n);
    big.regions.push({ address: 0x41_0000n, data: Uint8Array.of(7), size: 0x5003 });
    const results = await runInQemu([add(0x40_0000n), big, add(0x40_0000n)]);
    for (const result of results) expect([...(result.memory[1] ?? [])]).toEqual(data(0x00, 0x02));
    expect(results[1]?.memory[2]).toHaveLength(0x5003);
    expect(results[1]?.memory[2]?.[0]).toBe(7);
  });

  it('ends code that does not terminate, and runs the others', async () => {
    const forever = run(arch, 0x50_0000n, p.forever, [0x50_0100n]);
    const results = await runInQemu([add(0x40_0000n), forever, add(0x60_0000n)], { processorMs: 300 });
    expect(results.map(({ reached }) => reached)).toEqual([true, false, true]);
    expect(results[1]?.fault).toMatch(/no stop within 300 ms/);
    expect(results[1]?.stoppedAt).toBe(0x50_0000n);
  });

  it('tells faults, reaches stops that are not mapped, and goes on', async () => {
    const at = (base: bigint, stop: bigint, pointer: bigint, code = p.jump) =>
      run(arch, base, code, [stop], { pointer });
    const results = await runInQemu([
      at(0x40_0000n, 0x90_0000n, 0x90_0000n),
      at(0x50_0000n, 0x90_0000n, 0xa0_0000n),
      at(0x60_0000n, 0x60_0000n + BigInt(p.loadStop), 0x90_0000n, p.load),
      at(0x70_0000n, 0x70_0000n, 0n),
      add(0x80_0000n),
    ]);
    expect(results.map(({ reached }) => reached)).toEqual([true, false, false, true, true]);
    expect(results[0]?.stoppedAt).toBe(0x90_0000n);
    expect(results[1]?.fault).toMatch(/SIGSEGV/);
    expect(results[2]?.fault).toMatch(/SIGSEGV/);
  });

  it('can give each run a process', async () => {
    const results = await runInQemu([add(0x40_0000n), add(0x60_0000n)], { isolate: true });
    expect(results.every(({ reached }) => reached)).toBe(true);
  });
});
