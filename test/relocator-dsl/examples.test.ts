import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../support/toolchains.ts';

const LINKER_MAKES_IT = 'only linkers make it, from absolute words';
const NOT_IN_GAS = 'GNU as does not know it; LLVM does';

/** Types that GNU as cannot be made to emit, and why. */
const NOT_EMITTED: Readonly<Record<string, string>> = {
  R_X86_64_RELATIVE: LINKER_MAKES_IT,
  R_386_RELATIVE: LINKER_MAKES_IT,
  R_386_32PLT: 'no assembler knows it',
  R_AARCH64_RELATIVE: LINKER_MAKES_IT,
  R_390_RELATIVE: LINKER_MAKES_IT,
  R_ARM_RELATIVE: LINKER_MAKES_IT,
  R_RISCV_RELATIVE: LINKER_MAKES_IT,
  R_ALPHA_RELATIVE: LINKER_MAKES_IT,
  R_IA64_REL64LSB: LINKER_MAKES_IT,
  R_LARCH_RELATIVE: LINKER_MAKES_IT,
  R_SH_RELATIVE: LINKER_MAKES_IT,
  R_SPARC_RELATIVE: LINKER_MAKES_IT,
  R_68K_RELATIVE: LINKER_MAKES_IT,
  R_PPC64_RELATIVE: LINKER_MAKES_IT,
  R_PPC_RELATIVE: LINKER_MAKES_IT,
  R_MIPS_REL32: LINKER_MAKES_IT,
  R_MIPS_REL32_64: LINKER_MAKES_IT,
  R_RISCV_PLT32: 'GNU as does not know it; LLVM does since version 18',
  R_AARCH64_GOTPCREL32: 'GNU as does not know it; LLVM does since version 18',
  R_AARCH64_PLT32: NOT_IN_GAS,
  R_AARCH64_GOTREL64: NOT_IN_GAS,
  R_AARCH64_GOTREL32: NOT_IN_GAS,
  R_AARCH64_MOVW_GOTOFF_G0: NOT_IN_GAS,
  R_AARCH64_MOVW_GOTOFF_G1_NC: NOT_IN_GAS,
  R_AARCH64_MOVW_GOTOFF_G2: NOT_IN_GAS,
  R_AARCH64_MOVW_GOTOFF_G2_NC: NOT_IN_GAS,
  R_AARCH64_MOVW_GOTOFF_G3: NOT_IN_GAS,
};

/** LLVM's assembler, Debian package llvm-16, for what GNU as does not know. */
const LLVM = ['llvm-mc-16', '--triple=aarch64', '--filetype=obj'] as const;

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'relocator-examples-'));
});
afterAll(() => {
  rmSync(directory, { recursive: true });
});

/** The types of the relocations that `source` leaves, in the order of their places. */
function emitted(
  arch: string,
  source: string,
  assembler: readonly string[] = toolchainOf(arch).as,
): number[] {
  const [program = '', ...args] = assembler;
  const [input, output] = [join(directory, 'example.s'), join(directory, 'example.o')];
  writeFileSync(input, `${source}\n`);
  execFileSync(program, [...args, '-o', output, input], { stdio: ['ignore', 'pipe', 'pipe'] });
  return readElf(readFileSync(output)).relocations.flatMap(({ relocations }) =>
    // A second addend may stand above the type.
    relocations.map(({ type }) => (architectureNamed(arch)?.machine.secondAddend ? type % 256 : type)),
  );
}

describe.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  'examples of %s',
  (arch, { rules, byName }) => {
    const assembled = rules.filter(({ name }) => NOT_EMITTED[name] === undefined);

    it.each(assembled.map((rule) => [rule.name, rule] as const))(
      'GNU as makes %s of its example',
      (_name, { example, type }) => {
        expect(emitted(arch, example)).toEqual([type]);
      },
    );

    const byLlvm = rules.filter(({ name }) => NOT_EMITTED[name] === NOT_IN_GAS);
    it.each(byLlvm.map((rule) => [rule.name, rule] as const))(
      'LLVM makes %s of its example',
      (_name, { example, type }) => {
        // The directive names the place of what follows it.
        expect(emitted(arch, `${example}\nnop`, LLVM)).toEqual([type]);
      },
    );

    it('are few that GNU as cannot emit', () => {
      expect(assembled.length).toBeGreaterThan(rules.length * 0.8);
      const own = Object.keys(NOT_EMITTED).filter((name) => byName.has(name));
      for (const name of own) expect(byName.get(name)?.kind, name).toBe('rule');
    });
  },
);

it('an example of another type is seen', () => {
  expect(emitted('x86_64', 'call foo')).toEqual([4]);
  expect(emitted('x86_64', 'lea foo(%rip), %rax')).toEqual([2]);
  expect(emitted('x86_64', 'nop')).toEqual([]);
});

it('every exception is a type of some architecture', () => {
  const known = architectures.flatMap(({ rules }) => rules.map(({ name }) => name));
  expect(Object.keys(NOT_EMITTED).filter((name) => !known.includes(name))).toEqual([]);
});
