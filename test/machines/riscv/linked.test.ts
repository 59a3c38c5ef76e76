/** Linked images as GNU ld makes them: where only symbols are left that nobody looks up, its table of hashes is empty. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buildImage, readElf } from '../../../index.ts';

it('symbols that are in no table of hashes are counted', async () => {
  // Of weak-in-pie.c: gcc -O1 -fPIE -ffreestanding -nostdlib -static-pie -e purgatory_start
  const file = readFileSync(new URL('cases/weak-in-pie.elf', import.meta.url));
  const relocations = readElf(file).relocations.flatMap((table) => table.relocations);
  expect(relocations.some(({ symbol }) => symbol > 0)).toBe(true);
  await expect(buildImage(file)).resolves.toMatchObject({ map: { arch: 'riscv64' } });
});
