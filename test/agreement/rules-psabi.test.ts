/** The rules against the psABI's tables, written down here a second time, in the tables' own form. */
import { describe, expect, it } from 'vitest';
import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import { type Architecture, commonPrefix } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { FAMILIES } from '../machines/index.ts';

function named(arch: string): Architecture {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no architecture is called ${arch}`);
  return found;
}

function tableRows(table: string): string[] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.replace(/\s+/g, ' '));
}

function power(value: bigint): string {
  const digits = value < 0n ? (-value).toString(2) : value.toString(2);
  if (value === 0n) return '0';
  return `${value < 0n ? '-' : ''}2^${digits.length - 1}`;
}

/** A rule in the form of the psABI's tables. */
function ruleRow({ name, type, value, field, check }: Rule, prefix: string): string {
  const high = Math.max(...field.slices.map(({ to }) => to));
  const low = Math.min(...field.slices.map(({ from }) => from));
  const range = check.range && limits(check.range);
  const half = check.range?.rounded === undefined ? 0n : 1n << BigInt(check.range.rounded - 1);
  const down = half === 0n ? '' : ` - ${power(half)}`;
  const state = check.odd === 'exempt' ? ' unless odd' : check.odd === 'required' ? ' odd' : '';
  const { magnitude } = field;
  const left =
    check.rest && `Y${check.rest.without} ${check.rest.bits === 0 ? '= 0' : `< 2^${check.rest.bits}`}`;
  const shown =
    magnitude && (magnitude.rotated ? `G${magnitude.without}` : `Y${magnitude.without}[${high}:${low}]`);
  const multiple =
    check.rest?.multipleOf === undefined ? (check.multipleOf ?? 1) : `${check.rest.multipleOf} of Y`;
  const checked = range
    ? `${power(range.min + half)}${down} .. ${power(range.max + half)}${down}`
    : (left ?? 'none');
  return `${type} ${name.slice(prefix.length)} | ${value} | ${shown ?? `${high}:${low}`} | ${checked} | ${multiple}${state}`;
}

const tables = FAMILIES.flatMap(({ psabi }) => psabi);

describe.each(tables)('the rules of $arch', ({ arch, rows }) => {
  const { rules, types } = named(arch);
  const common = commonPrefix(types);
  const prefix = common === 'R_' ? 'R_MIPS_' : common;

  it('are those of the psABI, row by row', () => {
    expect(rules.map((rule) => ruleRow(rule, prefix))).toEqual(tableRows(rows));
  });

  it('hold every bit of X between the lowest and the highest', () => {
    for (const { name, field } of rules) {
      const held = field.slices.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      const lowest = Math.min(...held);
      const expected = Array.from({ length: held.length }, (_, index) => lowest + index);
      expect(
        held.sort((a, b) => a - b),
        name,
      ).toEqual(expected);
    }
  });

  it('choose MOVZ or MOVN by sign where the psABI says MOV[NZ], and keep MOVK', () => {
    for (const { name, field } of rules) {
      const chooses = /_MOVW_(SABS|PREL|GOTOFF)_G\d$/.test(name);
      expect(field.signSelect, name).toEqual(chooses ? { opcodeBit: 30 } : undefined);
    }
  });
});

/** What the types of each machine begin with. */
const prefixes = [
  ...new Set(
    architectures.flatMap(({ types }) => {
      const prefix = commonPrefix(types);
      // Where instruction sets have types of their own, they have nothing else in common.
      return prefix === 'R_' ? types.map(({ name }) => /^R_[^_]+_/.exec(name)?.[0] ?? name) : [prefix];
    }),
  ),
];

describe('the text of the rules', () => {
  const rules = architectures.flatMap((architecture) => architecture.rules);
  const markers = architectures.flatMap(({ types }) => types.filter((type) => type.kind === 'marker'));
  const refusals = architectures.flatMap(({ types }) => types.filter((type) => type.kind === 'refusal'));

  it('has notes in sentences', () => {
    for (const { name, notes } of [...rules, ...markers]) {
      expect(notes, name).toMatch(/^[A-Z].*\.$/s);
      expect(notes, name).not.toMatch(/ {2}/);
      expect(notes.length, name).toBeGreaterThan(name.endsWith('_NULL') ? 20 : 60);
    }
  });

  it('has a reason and something to do about it for every refused type', () => {
    expect(refusals.length).toBeGreaterThan(100);
    for (const { name, reason, remedy } of refusals) {
      expect(reason, name).toMatch(/^(it|a|an|the|one) .+[^.]$/);
      expect(remedy, name).toMatch(/-[a-z]|gcc/);
    }
  });

  it('names only types that there are', () => {
    const known = new Set(architectures.flatMap(({ types }) => types.map(({ name }) => name)));
    const texts = [...rules, ...markers].map(({ notes }) => notes);
    const names = new RegExp(`\\b(?:${prefixes.join('|')})\\w+`, 'g');
    const named = texts.flatMap((text) => text.match(names) ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
