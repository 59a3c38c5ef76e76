import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { OWN_SYMBOLS, toldBy } from '../../../relocator-dsl/own-purgatory.ts';
import { bytesOf, FAMILIES, placedMembers, purgatoryFamily } from '../../../relocator-dsl/told.ts';

describe('the family of a purgatory', () => {
  it.each([
    [['sha256_regions', 'sha256_digest'], 'kexec-tools'],
    [['purgatory_sha_regions', 'entry64_regs'], 'linux'],
    [OWN_SYMBOLS.map(({ name }) => name), 'relocator'],
    // Neither loader would take one that is told nothing of its regions.
    [['entry64_regs'], undefined],
    [['purgatory_kernel_entry'], undefined],
    [['sha256_regions', 'purgatory_sha_regions'], undefined],
    [[], undefined],
  ])('of %j is %s', (names, family) => {
    expect(purgatoryFamily(new Set(names))).toBe(family);
  });

  it('is known by symbols that all of it is told, whatever the machine', () => {
    for (const { machine } of architectures) {
      for (const { family, knownBy } of FAMILIES) {
        const told = toldBy(family, machine);
        if (told) expect(told.map(({ name }) => name)).toEqual(expect.arrayContaining([...knownBy]));
      }
    }
  });
});

describe.each(architectures.map(({ machine }) => [machine.arch, machine] as const))(
  '%s',
  (_arch, machine) => {
    const known = FAMILIES.flatMap(
      ({ family }) => toldBy(family, machine)?.map((each) => [family, each] as const) ?? [],
    );

    it('tells no symbol twice', () => {
      const names = known.map(([family, { name }]) => `${family} ${name}`);
      expect(names).toEqual([...new Set(names)]);
    });

    it('has structures that fill their symbols, with members of one name each', () => {
      for (const [, { name, bytes, structure }] of known) {
        if (!structure) continue;
        expect(bytesOf(structure) * (structure.count ?? 1), name).toBe(bytes);
        const names = structure.members.map((member) => member.name);
        expect(names).toEqual([...new Set(names)]);
        // Compilers would leave gaps where a member does not keep to its size.
        for (const { offset, bytes: size } of placedMembers(structure)) expect(offset % size, name).toBe(0);
      }
    });

    it('has one structure by a name of a family', () => {
      const structures = new Map<string, unknown>();
      for (const [family, { structure }] of known) {
        if (!structure) continue;
        const name = `${family} ${structure.name}`;
        expect(structures.get(name) ?? structure.members).toEqual(structure.members);
        structures.set(name, structure.members);
      }
    });
  },
);
