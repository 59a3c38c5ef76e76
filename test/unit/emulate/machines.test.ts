/** What emulators call registers, against what the entry contracts name. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../../codegen/machines/index.ts';
import type { EmulatedMachine, QemuMachine } from '../../../emulate/machine.ts';
import { emulatedMachine } from '../../../emulate/machines/index.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { type EntryContract, range, register, registersIn } from '../../../relocator-dsl/entry.ts';
import { PARTED } from '../../machines/samples.ts';

type Names = Pick<QemuMachine, 'pc' | 'registers'>;

function emulators({ qemu, unicorn }: EmulatedMachine): readonly Names[] {
  return unicorn ? [qemu, unicorn] : [qemu];
}

/** Registers that only one of the two names, or the contract twice. */
function differences({ preserved, clobbered }: EntryContract, machine: EmulatedMachine): string[] {
  const named = [...registersIn(preserved), ...registersIn(clobbered)];
  return [
    ...emulators(machine).flatMap(({ registers }) => [
      ...named.filter((name) => !registers.has(name)),
      ...[...registers.keys()].filter((name) => !named.includes(name)),
    ]),
    ...named.filter((name, index) => named.indexOf(name) !== index),
  ];
}

function machineOf(arch: string): EmulatedMachine & { readonly entry: EntryContract } {
  const found = emulatedMachine(arch);
  if (!found) throw new Error(`no emulator knows ${arch}`);
  return { ...found, entry: found.machine.entry };
}

describe.each(architectures.map(({ machine }) => machine.arch).filter(hasPrologue))('of %s', (arch) => {
  it('are those of which the contract says whether they are preserved', () => {
    const { entry, ...machine } = machineOf(arch);
    expect(differences(entry, machine)).toEqual([]);
  });

  it('have a number each', () => {
    for (const { pc, registers } of emulators(machineOf(arch))) {
      const numbers = [pc, ...registers.values()];
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });
});

describe('a contract', () => {
  const { entry, ...machine } = machineOf(PARTED);

  it('with a misspelt register is found', () => {
    const preserved = entry.preserved.map((part) =>
      part.kind === 'registers' && part.names.includes('sp') ? register('sq') : part,
    );
    expect(new Set(differences({ ...entry, preserved }, machine))).toEqual(new Set(['sq', 'sp']));
  });

  it('that says nothing of a register is found', () => {
    const clobbered = [range('x', 4, 11)];
    expect(new Set(differences({ ...entry, clobbered }, machine))).toEqual(new Set(['x12']));
  });

  it('that says a register is preserved and overwritten is found', () => {
    const clobbered = [range('x', 3, 12)];
    expect(differences({ ...entry, clobbered }, machine)).toEqual(['x3']);
  });
});
