/** Compares a reference model with the rules it was generated from, value by value. */
import type { ReferenceModel, ReferenceRule } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import { apply, evaluate, violation } from '../../relocator-dsl/evaluate.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { containerBits, extract, insert, valueBits } from '../../relocator-dsl/field.ts';
import type { Letters } from '../../relocator-dsl/letters.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { restEdges } from './formulas.ts';
import { random } from './random.ts';

/** The first difference of each rule, in words; empty when the model does what the rules say. */
export function modelDifferences(
  architecture: Architecture,
  model: ReferenceModel,
  randomValues: number,
): string[] {
  const differences: string[] = [];
  const { arch } = architecture.machine;
  if (model.arch !== arch) differences.push(`model is for ${model.arch}, rules are for ${arch}`);
  const names = architecture.rules.map((rule) => rule.name);
  if ([...model.rules.keys()].join() !== names.join()) differences.push('the model has other rules');
  for (const rule of architecture.rules) {
    const generated = model.rules.get(rule.name);
    const difference =
      generated && ruleDifference(rule, generated, architecture.machine.wordBits, randomValues);
    if (difference !== undefined) differences.push(`${rule.name}: ${difference}`);
  }
  return differences;
}

function ruleDifference(
  rule: Rule,
  model: ReferenceRule,
  wordBits: 32 | 64,
  randomValues: number,
): string | undefined {
  const { field } = rule;
  if (model.name !== rule.name || model.type !== rule.type) return 'other name or number';
  if (model.bytes !== field.bytes || model.kind !== field.kind) return 'other container';
  if (model.apart !== field.apart || model.bundled !== field.bundled) return 'another place';
  const next = random(BigInt(rule.type) + 1n);
  // Numbers of all sizes and both signs: mostly small enough to pass, and around powers of two.
  const number = (): bigint => BigInt.asIntN(64, next()) >> (next() % 64n);
  const size = containerBits(field);
  const letterNames = lettersOf(rule.value);

  const missing = errorOf(() => model.value({}));
  const expectedMissing = errorOf(() => evaluate(rule.value, {}, wordBits));
  if (missing !== expectedMissing) return `no letters: ${missing} instead of ${expectedMissing}`;

  const differs = (value: bigint, old: bigint): string | undefined => {
    const at = `X = 0x${value.toString(16)}, container 0x${old.toString(16)}`;
    const why = violation(rule.check, value, wordBits);
    if (model.check(value) !== why) return `${at}: check says ${model.check(value)} instead of ${why}`;
    const wide = BigInt.asUintN(64, BigInt.asIntN(wordBits, value));
    const container = insert(field, old, wide);
    const patched = model.insert(old, value);
    if (patched !== container)
      return `${at}: inserts 0x${patched.toString(16)} instead of 0x${container.toString(16)}`;
    if (model.extract(old) !== extract(field, old)) return `${at}: extracts another value`;
    return undefined;
  };

  for (const value of boundaryValues(rule)) {
    for (const old of [0n, BigInt.asUintN(size, -1n), BigInt.asUintN(size, wide(next))]) {
      const difference = differs(BigInt.asUintN(wordBits, value), old);
      if (difference !== undefined) return difference;
    }
  }
  for (let index = 0; index < randomValues; index++) {
    const letters: Letters = Object.fromEntries(letterNames.map((letter) => [letter, number()]));
    const value = evaluate(rule.value, letters, wordBits);
    if (model.value(letters) !== value) return `another value for ${JSON.stringify(letters, bigintText)}`;
    const old = BigInt.asUintN(size, wide(next));
    const difference = differs(value, old) ?? differs(BigInt.asUintN(wordBits, number()), old);
    if (difference !== undefined) return difference;
    const applied = apply(rule, letters, old, wordBits);
    const why = model.check(model.value(letters));
    if (applied.ok !== (why === undefined)) return `applies where it should not, or the reverse: ${why}`;
    if (applied.ok && applied.container !== model.insert(old, model.value(letters)))
      return 'applies differently';
  }
  return undefined;
}

/** The limits of the rule's check and of its field, each with its neighbours. */
function boundaryValues(rule: Rule): bigint[] {
  const edges = [0n, ...restEdges(rule)];
  if (rule.check.range) {
    const { min, max } = limits(rule.check.range);
    edges.push(min, max);
  }
  const width = BigInt(valueBits(rule.field));
  edges.push(1n << width, 1n << (width - 1n), -(1n << (width - 1n)));
  if (rule.check.multipleOf) edges.push(BigInt(rule.check.multipleOf), -BigInt(rule.check.multipleOf));
  return edges.flatMap((edge) => [edge - 1n, edge, edge + 1n]);
}

/** A random container; bundles are wider than a word. */
function wide(next: () => bigint): bigint {
  return (next() << 64n) | next();
}

function errorOf(act: () => unknown): string {
  try {
    act();
    return 'no error';
  } catch (error) {
    return `${error}`;
  }
}

function bigintText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}
