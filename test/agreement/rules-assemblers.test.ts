/** The examples of rules: assemblers make a relocation of the rule's type of each. */
import { describe, expect, it } from 'vitest';
import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { assembledTogether } from '../support/together.ts';
import { NOT_IN_GAS } from '../support/toolchain.ts';

/** Directives that change what assemblers make of the lines behind them. */
const CHANGES_STATE = /^\.(thumb|syntax|level|set|option)\b/m;

/** The types of the relocations that each source leaves, in the order of their places. */
function emitted(
  arch: string,
  sources: readonly string[],
  assembler: readonly string[] = toolchainOf(arch).as,
): number[][] {
  const [alone, together] = [true, false].map((changes) =>
    sources.filter((source) => CHANGES_STATE.test(source) === changes),
  );
  const made = [...(alone ?? []).map((source) => [source]), together ?? []]
    .filter((group) => group.length > 0)
    .flatMap((group) =>
      assembledTogether(assembler, group).map((each, index) => [group[index], each] as const),
    );
  const bySource = new Map(made);
  // A second addend may stand above the type.
  const secondAddend = architectureNamed(arch)?.machine.elf?.secondAddend;
  return sources.map((source) =>
    (bySource.get(source)?.relocations ?? []).map(({ type }) => (secondAddend ? type % 256 : type)),
  );
}

describe.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  'examples of %s',
  (arch, { rules, byName }) => {
    const { llvm = '', notEmitted = {} } = toolchainOf(arch);
    const assembled = rules.filter(({ name }) => notEmitted[name] === undefined);

    it('are assembled to relocations of their types by GNU as', () => {
      const types = emitted(
        arch,
        assembled.map(({ example }) => example),
      );
      for (const [index, { name, type }] of assembled.entries()) expect(types[index], name).toEqual([type]);
    });

    // Debian package llvm-16.
    const byLlvm = rules.filter(({ name }) => notEmitted[name] === NOT_IN_GAS);
    const assembler = ['llvm-mc-16', `--arch=${llvm}`, '--filetype=obj'];
    it.each(byLlvm.map((rule) => [rule.name, rule] as const))(
      'are assembled to %s by LLVM, which alone knows it',
      (_name, { example, type }) => {
        // The directive names the place of what follows it.
        expect(emitted(arch, [`${example}\nnop`], assembler)).toEqual([[type]]);
      },
    );

    it('are few that GNU as cannot emit', () => {
      const [known, all] = [assembled, rules].map((list) => new Set(list.map(({ type }) => type)).size);
      expect(known).toBeGreaterThan((all ?? 0) * 0.8);
      for (const name of Object.keys(notEmitted)) expect(byName.get(name)?.kind, name).toBe('rule');
    });
  },
);

it('an example of another type is seen', () => {
  const sources = ['call foo', 'lea foo(%rip), %rax', 'nop'];
  expect(emitted(PLAIN, sources)).toEqual([[4], [2], []]);
});
