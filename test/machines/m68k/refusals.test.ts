import { expect, test } from 'vitest';
import { buildImage } from '../../../index.ts';
import { build } from '../../support/elf-builder.ts';

test('files for ColdFire, another processor with the same number, are refused', async () => {
  const { bytes } = build({ wide: false, little: false, machine: 4, flags: 0x2, sections: [] });
  await expect(buildImage(bytes)).rejects.toThrow(/ColdFire .*-m68020/);
});
