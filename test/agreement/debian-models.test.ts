import { describe, expect, it } from 'vitest';
import { applyAt, applyObject, buildImage } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { GOT_SYMBOL } from '../../relocator-dsl/machine.ts';
import { debianObjects, undefinedSymbols } from '../support/debian-objects.ts';

/** Symbols that linkers define, by which objects ask for tables. */
const linkerMade = new Set(
  architectures.flatMap(({ machine }) => [
    GOT_SYMBOL,
    machine.pointers?.toc?.symbol,
    ...(machine.pointers?.global?.symbols ?? []),
  ]),
);

describe.each(debianObjects())("Debian's $name purgatory", ({ facts, shipped, object: bytes, completed }) => {
  it('becomes an image whose map agrees with direct evaluation', async () => {
    const { blob, map, summary } = await buildImage(bytes);
    expect(map.format).toBe(facts.delta ? 'delta' : 'chain');
    expect(summary.codeSize + summary.tableSize).toBeLessThanOrEqual(facts.bytes);
    for (const page of [1n, 0x1235n, 0x7_ffffn]) {
      const wanted = page * BigInt(map.loadAlign);
      const base = wanted < map.bases.max ? wanted : map.bases.max;
      const direct = await applyObject(bytes, base);
      expect(Buffer.compare(applyAt(blob, map, base), direct.memory)).toBe(0);
    }
  });

  it('has no fixup left inside what kexec-tools writes', async () => {
    const options = { loaderWrites: 'kexec-tools' } as const;
    const { blob, map } = await buildImage(bytes, options);
    for (const { offset, inside } of map.dropped) {
      const symbol = map.symbols.find((each) => each.name === inside);
      expect(symbol && offset >= symbol.offset && offset < symbol.offset + symbol.size).toBe(true);
    }
    expect(map.dropped.length > 0).toBe(facts.overwritten === true);
    const base = 0x10_0000n;
    const direct = await applyObject(bytes, base, options);
    expect(Buffer.compare(applyAt(blob, map, base), direct.memory)).toBe(0);
  });

  it(completed ? 'is refused as shipped, for what it lacks' : 'lacks nothing', async () => {
    const missing = undefinedSymbols(shipped).filter((name) => !linkerMade.has(name));
    expect(missing.includes('purgatory_start')).toBe(completed);
    if (!completed) {
      expect(missing).toEqual([]);
      return;
    }
    const late = missing.filter((each) => each !== 'purgatory_start');
    await expect(buildImage(shipped, { late })).rejects.toThrow(/purgatory_start/);
    const attempt = buildImage(shipped, { entry: 'purgatory' });
    for (const name of late) {
      await expect(attempt).rejects.toThrow(`against ${name} `);
    }
  });

  it('takes values for its symbols', async () => {
    const digest = new Uint8Array(32).fill(0xa5);
    const { blob, map } = await buildImage(bytes, { set: new Map([['sha256_digest', digest]]) });
    const symbol = map.symbols.find((each) => each.name === 'sha256_digest');
    expect(blob.subarray(symbol?.offset, (symbol?.offset ?? 0) + 32)).toEqual(digest);
    const short = new Map([['sha256_digest', digest.subarray(1)]]);
    await expect(buildImage(bytes, { set: short })).rejects.toThrow(
      /sha256_digest: it has 32 bytes, the value has 31/,
    );
  });
});
