import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readElf } from '../../image/elf/read.ts';
import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { NOT_IN_GAS } from '../support/toolchain.ts';

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
    relocations.map(({ type }) => (architectureNamed(arch)?.machine.elf?.secondAddend ? type % 256 : type)),
  );
}

describe.each(architectures.map((architecture) => [architecture.machine.arch, architecture] as const))(
  'examples of %s',
  (arch, { rules, byName }) => {
    const { llvm = '', notEmitted = {} } = toolchainOf(arch);
    const assembled = rules.filter(({ name }) => notEmitted[name] === undefined);

    it.each(assembled.map((rule) => [rule.name, rule] as const))(
      'GNU as makes %s of its example',
      (_name, { example, type }) => {
        expect(emitted(arch, example)).toEqual([type]);
      },
    );

    // Debian package llvm-16.
    const byLlvm = rules.filter(({ name }) => notEmitted[name] === NOT_IN_GAS);
    const assembler = ['llvm-mc-16', `--arch=${llvm}`, '--filetype=obj'];
    it.each(byLlvm.map((rule) => [rule.name, rule] as const))(
      'LLVM makes %s of its example',
      (_name, { example, type }) => {
        // The directive names the place of what follows it.
        expect(emitted(arch, `${example}\nnop`, assembler)).toEqual([type]);
      },
    );

    it('are few that GNU as cannot emit', () => {
      expect(assembled.length).toBeGreaterThan(rules.length * 0.8);
      for (const name of Object.keys(notEmitted)) expect(byName.get(name)?.kind, name).toBe('rule');
    });
  },
);

it('an example of another type is seen', () => {
  expect(emitted('x86_64', 'call foo')).toEqual([4]);
  expect(emitted('x86_64', 'lea foo(%rip), %rax')).toEqual([2]);
  expect(emitted('x86_64', 'nop')).toEqual([]);
});
