/** Bundles around Debian's purgatories, whose registers stand where kexec-tools' sources have them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { buildImage, bundleImage } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { bzImage } from '../support/kernel-images.ts';

/** Of entry64_regs and entry32_regs (purgatory/arch/x86_64/entry64.S, purgatory/arch/i386/entry32-16.S): rsi and rip, esi and eip. */
const REGISTERS = [
  ['amd64', 'entry64_regs', 4 * 8, 16 * 8, 8],
  ['i386', 'entry32_regs', 4 * 4, 8 * 4, 4],
] as const;

test.each(REGISTERS)('%s: %s leads to the kernel', async (debian, symbol, argumentAt, entryAt, bytes) => {
  const found = fetchPurgatories().find(({ name }) => name === debian);
  const object = readFileSync(found?.path ?? '');
  const { blob, map } = await buildImage(object, { loaderWrites: 'kexec-tools' });
  const memory = [[0x10_0000n, 0x7ff0_0000n]] as const;
  const { file, entry, segments } = bundleImage(blob, map, { base: 0x2000_0000n, kernel: bzImage(), memory });
  const registers = map.symbols.find(({ name }) => name === symbol)?.offset ?? -1;
  const word = (at: number): bigint =>
    BigInt(
      `0x${Buffer.from(file.subarray(registers + at, registers + at + bytes))
        .reverse()
        .toString('hex')}`,
    );
  expect(word(entryAt)).toBe(entry);
  expect(word(argumentAt)).toBe(segments[2]?.address);
});
