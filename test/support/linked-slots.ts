/** Slots of linked images that GNU ld leaves to a dynamic linker: for weak symbols of nobody, and for the image's own. */
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, readElf, verifyImage } from '../../index.ts';
import { architectureOf } from './architecture.ts';
import { caseImage } from './cases.ts';
import { gnuLinked } from './gnu-object.ts';

/** In assembly, with `foo` for the symbol. */
interface Ways {
  /** What asks for a slot of the GOT. */
  readonly slot: string;
  /** A call that goes through the PLT, where the symbol may be elsewhere; undefined where that has no slots of addresses. */
  readonly call?: string;
  /** Names of the types. */
  readonly types: { readonly slot: string; readonly call?: string };
}

const SHARED = ['-shared', '--hash-style=sysv', '-e', 'purgatory_start', '-z', 'now'] as const;

/** The symbols that have a slot of each kind. */
function namesOf(name: string, kinds: readonly string[]): string[] {
  return [name, `${name}_called`].slice(0, kinds.length);
}

/** The tests of one machine. */
export function describeLinkedSlots(arch: string, { slot, call, types }: Ways): void {
  const { machine, byName } = architectureOf(arch);
  const bytes = machine.wordBits === 64 ? 8 : 4;
  const kinds = types.call === undefined ? [types.slot] : [types.slot, types.call];
  const [owns, hooks] = [namesOf('own', kinds), namesOf('hook', kinds)];
  const source = [
    '.text\n.balign 4\n.globl purgatory_start\n.type purgatory_start, %function\npurgatory_start:',
    // With a slot for its address, a symbol needs none for calls on some machines.
    ...['hook', 'own'].flatMap((name) => [
      slot.replaceAll('foo', name),
      call?.replaceAll('foo', `${name}_called`) ?? '',
    ]),
    '.balign 8\n.weak hook, hook_called\n.globl own, own_called\n.type own, %function\n.type own_called, %function',
    'own: .space 8\nown_called: .space 8\n',
  ].join('\n');

  describe('slots that a linked image leaves to a dynamic linker', () => {
    const file = gnuLinked(arch, source, ...SHARED);
    const slots = readElf(file).relocations.flatMap(({ relocations }) => relocations);
    const wanted = kinds.map((name) => byName.get(name)?.type);

    it('are those that GNU ld makes', () => {
      expect(new Set(slots.map(({ type }) => type))).toEqual(new Set(wanted));
      expect(slots).toHaveLength(2 * kinds.length);
    });

    it('hold 0 for a weak symbol of nobody, and the address of an own one', async () => {
      const { symbols, sections } = readElf(file);
      for (const base of [0x40_0000n, 0x4000_0000n]) {
        const { map, at, word, section } = await caseImage(file, base);
        const text = sections.find(({ name }) => name === '.text')?.address ?? 0n;
        const slide = BigInt(section('.text')) - text;
        const held = slots.map(({ offset, symbol }) => [
          symbols[symbol]?.name,
          word(Number(offset + slide), bytes),
        ]);
        const own = owns.map((name) => `${name} ${base + BigInt(at(name))}`);
        expect(new Set(held.map((each) => each.join(' ')))).toEqual(
          new Set([...own, ...hooks.map((name) => `${name} 0`)]),
        );
        expect(new Set(map.fixups.map(({ symbol }) => symbol))).toEqual(new Set(owns));
      }
    });

    it('are done by the prologue, and told by the audit', async () => {
      for (const format of ['auto', 'records'] as const) {
        const { blob, map } = await buildImage(file, { format });
        expect((await verifyImage(blob, map)).bases.filter(({ trouble }) => trouble !== undefined)).toEqual(
          [],
        );
      }
      const told = auditObject(file).entries.map((entry) => [entry.name, entry.class, entry.count]);
      expect(told).toEqual(
        expect.arrayContaining(
          kinds.flatMap((name) => [
            [name, 'settled', 1],
            [name, 'fixup', 1],
          ]),
        ),
      );
    });
  });
}
