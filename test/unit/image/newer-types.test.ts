/** Types that no table has: each command says that they are newer than relocator, and whom to tell. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../../codegen/machines/index.ts';
import { auditObject, buildImage, explain } from '../../../index.ts';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import { CODE, relocatable } from '../../support/relocatable.ts';

/** Numbers that r_info has room for, where it has least. */
const NUMBERS = Array.from({ length: 256 }, (_, number) => number);

describe.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  'a type that the table for %s does not have',
  (arch, { machine, byType }) => {
    const unknown = NUMBERS.filter((number) => !byType.has(number));
    const wide = machine.wordBits === 64 && machine.elf?.secondAddend !== true;
    // The highest of a wide r_info, the highest that fits a narrow one, and the first gap.
    const numbers = [
      ...(wide && !machine.elf?.threeTypes ? [0xffff] : []),
      ...unknown.slice(0, 1),
      ...unknown.slice(-1),
    ];
    const message = new RegExp(
      `^type \\d+ against foo in .text at 0x4: it is newer than relocator, whose table for .* has no such type, .* if there is none, ` +
        "report it to relocator's maintainers: the number, the machine, and what wrote the file$",
    );

    it('is called newer than relocator, by build and audit', async () => {
      for (const type of numbers) {
        const relocations = [{ offset: 4, type, symbol: 'foo', addend: 0n }];
        const code = { name: '.text', flags: CODE, data: new Uint8Array(16), relocations };
        const object = relocatable(machine, [code], [{ name: 'foo', value: 0n, place: '.text' }]);
        const [entry] = auditObject(object).entries;
        expect(entry).toMatchObject({ number: type, name: `type ${type}`, class: 'refused' });
        const { name, first, reason, remedy } = entry ?? {};
        expect(`${name} against ${first?.symbol} in ${first?.section} at 0x4: ${reason}; ${remedy}`).toMatch(
          message,
        );
        if (hasPrologue(arch)) await expect(buildImage(object)).rejects.toThrow(message);
      }
    });

    it('is called that by explain, too', () => {
      for (const type of numbers) {
        expect(() => explain(String(type), arch)).toThrow(`${arch} has no relocation type ${type}`);
        expect(() => explain(String(type), arch)).toThrow(/newer than relocator: report it/);
      }
      expect(() => explain('R_NEWER', arch)).toThrow(
        /no relocation type R_NEWER; .*newer than relocator: report it/,
      );
    });
  },
);
