import { beforeAll, describe, expect, it } from 'vitest';
import { runInUnicorn } from '../../emulate/index.ts';
import { need } from '../support/emulators.ts';
import { PROGRAMS, patching, program, run } from '../support/programs.ts';

describe('Unicorn', () => {
  beforeAll(() => {
    for (const arch of PROGRAMS.keys()) need('unicorn', arch);
  });

  it.each(patching())('runs patched code: $run.arch', ({ run: each, register, value }) => {
    for (let i = 0; i < 2; i++) expect(runInUnicorn(each).registers[register]).toBe(value);
  });

  describe.each([...PROGRAMS.keys()])('%s', (arch) => {
    const p = program(arch);
    const data = (first: number, second: number) => [first, second, ...new Array<number>(14).fill(0)];

    it.each(p.bases)('loads, adds and stores at %i', (base) => {
      const stop = base + BigInt(p.stop);
      const result = runInUnicorn(run(arch, base, p.add, [0x10n, stop], { strict: true }));
      expect(result.fault).toBeUndefined();
      expect(result).toMatchObject({ stoppedAt: stop, reached: true, instructions: p.addInstructions });
      expect([...(result.memory[1] ?? [])]).toEqual(data(0x00, 0x02));
      expect([...(result.memory[0] ?? [])]).toEqual([...p.add]);
      expect(result.registers[p.output]).toBe(0x2an);
    });

    it('runs other code at the same address, from fresh registers', () => {
      const base = 0x40_0000n;
      const add = run(arch, base, p.add, [base + BigInt(p.stop)]);
      for (let i = 0; i < 3; i++) {
        expect(runInUnicorn(add)).toMatchObject({ reached: true, instructions: p.addInstructions });
        const load = runInUnicorn(run(arch, base, p.load, [base + BigInt(p.loadStop)]));
        expect(load).toMatchObject({ reached: true, instructions: 1 });
        expect(load.registers[p.output]).toBe(0n);
      }
    });

    it('joins regions of the same page and of touching pages', () => {
      const base = 0x40_0000n;
      const r = run(arch, base, p.add, [base + BigInt(p.stop)]);
      r.regions.push({ address: base + 0xff0n, data: Uint8Array.of(7), size: 0x1020 });
      const result = runInUnicorn(r);
      expect(result.reached).toBe(true);
      expect(result.memory[2]).toHaveLength(0x1020);
      expect(result.memory[2]?.[0]).toBe(7);
    });

    it('ends code that does not terminate', () => {
      const result = runInUnicorn(run(arch, 0x40_0000n, p.forever, [0x40_0100n]));
      expect(result).toMatchObject({ reached: false, instructions: 1000, stoppedAt: 0x40_0000n });
      expect(result.fault).toMatch(/no stop within 1000/);
    });

    it('tells an unaligned access when asked to', () => {
      const base = 0x40_0000n;
      const stop = [base + BigInt(p.loadStop)];
      const strict = runInUnicorn(run(arch, base, p.load, stop, { skew: 2, strict: true }));
      expect(strict.reached).toBe(false);
      expect(strict.fault).toBe(`unaligned load of ${p.width} bytes at 0x400802`);
      expect(runInUnicorn(run(arch, base, p.load, stop, { skew: 2 })).reached).toBe(true);
      const store = runInUnicorn(run(arch, base, p.store, stop, { skew: 1, strict: true }));
      expect(store.fault).toBe(`unaligned store of ${p.width} bytes at 0x400801`);
    });

    it('tells an access to memory that is not there', () => {
      const base = 0x40_0000n;
      const stop = [base + BigInt(p.loadStop)];
      const result = runInUnicorn(run(arch, base, p.load, stop, { pointer: 0x70_0000n }));
      expect(result.reached).toBe(false);
      expect(result.fault).toMatch(/unmapped/i);
      expect(runInUnicorn(run(arch, base, p.load, stop)).reached).toBe(true);
    });

    it('reaches a stop that is not mapped, and none else', () => {
      const r = run(arch, 0x40_0000n, p.jump, [0x90_0000n, 0x70_0000n], { pointer: 0x70_0000n });
      expect(runInUnicorn(r)).toMatchObject({ reached: true, stoppedAt: 0x70_0000n, instructions: 1 });
      const wild = runInUnicorn({ ...r, stop: [0x90_0000n] });
      expect(wild.reached).toBe(false);
      expect(wild.fault).toMatch(/unmapped/i);
    });

    it('stops at once where start is a stop', () => {
      const r = run(arch, 0x40_0000n, p.add, [0x40_0000n]);
      expect(runInUnicorn(r)).toMatchObject({ reached: true, stoppedAt: 0x40_0000n, instructions: 0 });
    });

    it('refuses an unknown register', () => {
      const r = run(arch, 0x40_0000n, p.add, []);
      expect(() => runInUnicorn({ ...r, registers: { zork: 1n } })).toThrow(/no register zork/);
    });
  });
});
