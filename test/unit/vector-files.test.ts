/** The files of test vectors, read from their text alone, against the reference models. */
import { describe, expect, it } from 'vitest';
import { readField, writeField } from '../../image/memory/container.ts';
import { models } from '../../reference-model/index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { architectureOf } from '../support/architecture.ts';
import { loopVectors } from '../support/loop-vectors.ts';
import { loopLines, type RuleLine, ruleLines, vectorMachines } from '../support/vector-files.ts';

/** What the model of a line's type makes of its bytes. */
function made({ machine, name, letters, old }: RuleLine): Buffer | 'refused' {
  const rule = models.get(machine)?.rules.get(name);
  if (!rule) throw new Error(`no model of ${name}`);
  const orders = architectureOf(machine).machine;
  const at = rule.bundled === undefined ? 0 : Number((letters.P ?? 0n) & 0xfn);
  const bytes = Buffer.from(old);
  const A = letters.A ?? 0n;
  const held = readField(bytes, at, rule, A, orders);
  const V = BigInt.asIntN(widthOf(rule.extract((1n << BigInt(rule.bytes * 8)) - 1n)), rule.extract(held));
  const X = rule.value({ ...letters, V });
  if (rule.check(X) !== undefined) return 'refused';
  writeField(bytes, at, rule, A, orders, rule.insert(held, X));
  return bytes;
}

function widthOf(ones: bigint): number {
  return ones.toString(2).length;
}

it('every machine has a file', () => {
  expect(vectorMachines()).toEqual(architectures.map(({ machine }) => machine.arch).sort());
});

describe.each(vectorMachines())('%s', (arch) => {
  const lines = ruleLines(arch);

  it('has lines of its own types only, with their numbers', () => {
    expect(lines.length).toBeGreaterThan(20);
    const { byName } = architectureOf(arch);
    const strange = lines.filter(
      ({ machine, name, type, by }) =>
        machine !== arch || byName.get(name)?.type !== type || by.some((each) => !/^(ld|lld)$/.test(each)),
    );
    expect(strange.map(({ text }) => text)).toEqual([]);
  });

  it('says what the models do', () => {
    const others = lines.filter((line) => made(line).toString('hex') !== line.new.toString('hex'));
    expect(others.map(({ text }) => text)).toEqual([]);
  });
});

it('loops are read as they were meant', () => {
  expect(loopLines()).toEqual(loopVectors());
});
