/** Faults put into prologues on purpose: the comparison that passes the right ones must see each. */
import { describe, expect, test } from 'vitest';
import { assemble } from '../../codegen/assemble/keystone.ts';
import { assemblerOf } from '../../codegen/machines/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { soundImage, works } from '../support/broken-prologues.ts';
import { withPrologue } from '../support/with-prologue.ts';

describe.each(withPrologue.map(({ machine }) => machine.arch))('%s', (arch) => {
  test('the right one works', async () => {
    const { wanted, blob } = await soundImage(arch, 'chain');
    expect(await works(wanted, blob, blob)).toBe(true);
  });

  test('a missing guard against being entered again', async () => {
    const { wanted, prologue, blob } = await soundImage(arch, 'chain');
    const [guard, instead] = toolchainOf(arch).guard ?? [/$^/, ''];
    const source = prologue.source.replace(guard, instead);
    expect(source).not.toBe(prologue.source);
    const { bytes } = await assemble(await assemblerOf(arch), source);
    const broken = blob.slice();
    broken.set(bytes.subarray(0, prologue.codeSize));
    const { offset, size } = prologue.table;
    broken.set(prologue.bytes.subarray(offset, offset + size), offset);
    expect(await works(wanted, broken, blob)).toBe(false);
  });

  test('a table entry that is dropped', async () => {
    const { wanted, prologue, blob } = await soundImage(arch, 'delta');
    const { offset, size } = prologue.table;
    expect(await works(wanted, blob, blob)).toBe(true);
    const broken = blob.slice();
    broken.fill(0, offset + size - 2, offset + size);
    expect(await works(wanted, broken, blob)).toBe(false);
  });
});
