/** The rules against the psABI's tables, written down here a second time, in the tables' own form. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import { type Architecture, commonPrefix } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { FAMILIES } from '../machines/index.ts';
import { missing } from '../support/run.ts';

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
  const checked = range ? `${power(range.min + half)}${down} .. ${power(range.max + half)}${down}` : 'none';
  return `${type} ${name.slice(prefix.length)} | ${value} | ${high}:${low} | ${checked} | ${check.multipleOf ?? 1}${state}`;
}

const tables = FAMILIES.flatMap(({ psabi }) => psabi);
const glibcNames = new Map(FAMILIES.flatMap(({ glibcNames: names = {} }) => Object.entries(names)));

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

/** Names that only glibc has, where assemblers and linkers have others for the same numbers. */
const OTHERWISE_IN_GLIBC = new Set([
  // binutils: 28 is R_ALPHA_BRSGP, 30 is R_ALPHA_TLSLDM.
  'R_ALPHA_TLS_GD_HI',
  'R_ALPHA_TLS_LDM',
  // binutils, which makes and reads the files: 24, 22 and 23; glibc's numbers are those of R_SH_DIR16, R_SH_DIR8 and R_SH_DIR8UL.
  'R_SH_SWITCH8',
  'R_SH_GNU_VTINHERIT',
  'R_SH_GNU_VTENTRY',
  // The psABI gave the number, which nobody used, to R_RISCV_GOT32_PCREL.
  'R_RISCV_GNU_VTINHERIT',
  // What 64-bit PA-RISC calls otherwise than the psABI for 32 bits (DLTREL, DLTIND), and bounds of ranges.
  'R_PARISC_GPREL21L',
  'R_PARISC_GPREL14R',
  'R_PARISC_GPREL14WR',
  'R_PARISC_GPREL14DR',
  'R_PARISC_LTOFF21L',
  'R_PARISC_LTOFF14R',
  'R_PARISC_LTOFF14WR',
  'R_PARISC_LTOFF14DR',
  'R_PARISC_LORESERVE',
  'R_PARISC_HIRESERVE',
]);

const ELF_H = '/usr/include/elf.h';

describe("the numbers of glibc's elf.h (Debian package libc6-dev)", () => {
  if (!existsSync(ELF_H)) throw new Error(missing(ELF_H));
  const header = readFileSync(ELF_H, 'utf8');
  const constants = [
    ...header.matchAll(new RegExp(`^#define\\s+((?:${prefixes.join('|')})\\w+)\\s+(0x[0-9a-f]+|\\d+)`, 'gm')),
  ]
    .flatMap(([, glibc = '', number]) => {
      const known = glibcNames.get(glibc);
      const name = known === undefined ? glibc : known;
      return name === null ? [] : [{ name, type: Number(number) }];
    })
    .filter(({ name }) => !name.endsWith('_NUM') && !OTHERWISE_IN_GLIBC.has(name));

  it('are the same here', () => {
    expect(constants.length).toBeGreaterThan(200);
    const ours = new Map(
      architectures.flatMap(({ byName }) => [...byName]).map(([name, { type }]) => [name, type]),
    );
    const different = constants.filter(({ name, type }) => ours.get(name) !== type);
    expect(different).toEqual([]);
  });
});
