/** Objects of GNU as for every machine: the audit knows what is in them, and `build` refuses machines without a prologue. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/prologue/target.ts';
import { auditObject, buildImage, explainType } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../support/toolchains.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'relocator-rules-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

function assembled(arch: string, source: string): Uint8Array {
  const [program = '', ...args] = toolchainOf(arch).as;
  const [input, output] = [join(directory, 'in.s'), join(directory, 'out.o')];
  writeFileSync(input, source);
  execFileSync(program, [...args, '-o', output, input]);
  return readFileSync(output);
}

/** Words for an entry, a pointer to it, and a distance, on any machine. */
const PROGRAM = `.balign 16
.globl purgatory_start
purgatory_start: .long 0, 0
.data
pointer: .WORD purgatory_start
distance: .long purgatory_start - .
`;

function program(wordBits: 32 | 64): string {
  return PROGRAM.replace('.WORD', wordBits === 64 ? '.quad' : '.long');
}

describe.each(architectures.map(({ machine }) => [machine.arch, machine] as const))(
  '%s',
  (arch, { wordBits, title }) => {
    it('has one pointer that moves and one distance that does not', () => {
      const { entries, arch: found } = auditObject(assembled(arch, program(wordBits)));
      expect(found).toBe(arch);
      const kinds = entries.filter((entry) => entry.class !== 'marker').map((entry) => entry.class);
      // RISC-V takes the distance from two labels: both places move, and it is settled.
      expect(kinds.filter((kind) => kind === 'fixup')).toHaveLength(1);
      expect(kinds).toContain('settled');
      expect(kinds).not.toContain('refused');
      expect(kinds).not.toContain('needs GOT');
      for (const { name } of entries) expect(explainType(name, arch).name).toBe(name);
    });

    it(`is ${hasPrologue(arch) ? 'built' : 'refused by name: it has no prologue'}`, async () => {
      const build = buildImage(assembled(arch, program(wordBits)), { entry: 'purgatory_start' });
      if (hasPrologue(arch)) expect((await build).map.fixups).toHaveLength(1);
      else await expect(build).rejects.toThrow(`no prologue is generated for ${title}`);
    });
  },
);

it('m68k: @GOTPC of the table has no slot, @GOT has one', () => {
  const { entries } = auditObject(
    assembled(
      'm68k',
      'lea (%pc, _GLOBAL_OFFSET_TABLE_@GOTPC), %a5\nmove.l foo@GOT.w(%a5), %d0\n.globl foo\nfoo: rts\n',
    ),
  );
  const classes = new Map(entries.map((entry) => [entry.name, entry.class]));
  expect(classes).toEqual(
    new Map([
      ['R_68K_GOT32', 'settled'],
      ['R_68K_GOT16O', 'needs GOT'],
    ]),
  );
});
