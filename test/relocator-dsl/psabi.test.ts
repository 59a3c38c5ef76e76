/** The rules against the psABI's tables, written down here a second time, in the tables' own form. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aarch64 } from '../../relocator-dsl/arch/aarch64.ts';
import { i386 } from '../../relocator-dsl/arch/i386.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { riscv32, riscv64 } from '../../relocator-dsl/arch/riscv.ts';
import { x86_64 } from '../../relocator-dsl/arch/x86_64.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';

/**
 * ELF for the Arm 64-bit Architecture, 5.7.5, 5.7.6 and 5.7.12: code, name, operation, bits of X, check, and what X
 * must be a multiple of. G(GDAT(S + A)), the address of a slot, is GOT + G here, and Delta(S) is B.
 */
const AARCH64 = `
257 ABS64             | S + A                 | 63:0  | none          | 1
258 ABS32             | S + A                 | 31:0  | -2^31 .. 2^32 | 1
259 ABS16             | S + A                 | 15:0  | -2^15 .. 2^16 | 1
260 PREL64            | S + A - P             | 63:0  | none          | 1
261 PREL32            | S + A - P             | 31:0  | -2^31 .. 2^32 | 1
262 PREL16            | S + A - P             | 15:0  | -2^15 .. 2^16 | 1
263 MOVW_UABS_G0      | S + A                 | 15:0  | 0 .. 2^16     | 1
264 MOVW_UABS_G0_NC   | S + A                 | 15:0  | none          | 1
265 MOVW_UABS_G1      | S + A                 | 31:16 | 0 .. 2^32     | 1
266 MOVW_UABS_G1_NC   | S + A                 | 31:16 | none          | 1
267 MOVW_UABS_G2      | S + A                 | 47:32 | 0 .. 2^48     | 1
268 MOVW_UABS_G2_NC   | S + A                 | 47:32 | none          | 1
269 MOVW_UABS_G3      | S + A                 | 63:48 | none          | 1
270 MOVW_SABS_G0      | S + A                 | 15:0  | -2^16 .. 2^16 | 1
271 MOVW_SABS_G1      | S + A                 | 31:16 | -2^32 .. 2^32 | 1
272 MOVW_SABS_G2      | S + A                 | 47:32 | -2^48 .. 2^48 | 1
273 LD_PREL_LO19      | S + A - P             | 20:2  | -2^20 .. 2^20 | 4
274 ADR_PREL_LO21     | S + A - P             | 20:0  | -2^20 .. 2^20 | 1
275 ADR_PREL_PG_HI21  | Page(S + A) - Page(P) | 32:12 | -2^32 .. 2^32 | 1
276 ADR_PREL_PG_HI21_NC | Page(S + A) - Page(P) | 32:12 | none        | 1
277 ADD_ABS_LO12_NC   | S + A                 | 11:0  | none          | 1
278 LDST8_ABS_LO12_NC | S + A                 | 11:0  | none          | 1
279 TSTBR14           | S + A - P             | 15:2  | -2^15 .. 2^15 | 4
280 CONDBR19          | S + A - P             | 20:2  | -2^20 .. 2^20 | 4
282 JUMP26            | S + A - P             | 27:2  | -2^27 .. 2^27 | 4
283 CALL26            | S + A - P             | 27:2  | -2^27 .. 2^27 | 4
284 LDST16_ABS_LO12_NC | S + A                | 11:1  | none          | 2
285 LDST32_ABS_LO12_NC | S + A                | 11:2  | none          | 4
286 LDST64_ABS_LO12_NC | S + A                | 11:3  | none          | 8
287 MOVW_PREL_G0      | S + A - P             | 15:0  | -2^16 .. 2^16 | 1
288 MOVW_PREL_G0_NC   | S + A - P             | 15:0  | none          | 1
289 MOVW_PREL_G1      | S + A - P             | 31:16 | -2^32 .. 2^32 | 1
290 MOVW_PREL_G1_NC   | S + A - P             | 31:16 | none          | 1
291 MOVW_PREL_G2      | S + A - P             | 47:32 | -2^48 .. 2^48 | 1
292 MOVW_PREL_G2_NC   | S + A - P             | 47:32 | none          | 1
293 MOVW_PREL_G3      | S + A - P             | 63:48 | none          | 1
299 LDST128_ABS_LO12_NC | S + A               | 11:4  | none          | 16
300 MOVW_GOTOFF_G0    | GOT + G - GOT         | 15:0  | -2^16 .. 2^16 | 1
301 MOVW_GOTOFF_G0_NC | GOT + G - GOT         | 15:0  | none          | 1
302 MOVW_GOTOFF_G1    | GOT + G - GOT         | 31:16 | -2^32 .. 2^32 | 1
303 MOVW_GOTOFF_G1_NC | GOT + G - GOT         | 31:16 | none          | 1
304 MOVW_GOTOFF_G2    | GOT + G - GOT         | 47:32 | -2^48 .. 2^48 | 1
305 MOVW_GOTOFF_G2_NC | GOT + G - GOT         | 47:32 | none          | 1
306 MOVW_GOTOFF_G3    | GOT + G - GOT         | 63:48 | none          | 1
307 GOTREL64          | S + A - GOT           | 63:0  | none          | 1
308 GOTREL32          | S + A - GOT           | 31:0  | -2^31 .. 2^31 | 1
309 GOT_LD_PREL19     | GOT + G - P           | 20:2  | -2^20 .. 2^20 | 4
310 LD64_GOTOFF_LO15  | GOT + G - GOT         | 14:3  | 0 .. 2^15     | 8
311 ADR_GOT_PAGE      | Page(GOT + G) - Page(P) | 32:12 | -2^32 .. 2^32 | 1
312 LD64_GOT_LO12_NC  | GOT + G               | 11:3  | none          | 8
313 LD64_GOTPAGE_LO15 | GOT + G - Page(GOT)   | 14:3  | 0 .. 2^15     | 8
314 PLT32             | S + A - P             | 31:0  | -2^31 .. 2^31 | 1
315 GOTPCREL32        | G + GOT + A - P       | 31:0  | -2^31 .. 2^31 | 1
1027 RELATIVE         | B + A                 | 63:0  | none          | 1
`;

/**
 * AMD64 supplement, tables 4.9 and 4.10: value, name, calculation, field. The psABI states a check for 32 and 32S
 * only; the others of 32 bits are distances or offsets that the processor sign-extends.
 */
const X86_64 = `
1 64             | S + A           | 63:0 | none          | 1
2 PC32           | S + A - P       | 31:0 | -2^31 .. 2^31 | 1
3 GOT32          | G + A           | 31:0 | -2^31 .. 2^31 | 1
4 PLT32          | L + A - P       | 31:0 | -2^31 .. 2^31 | 1
8 RELATIVE       | B + A           | 63:0 | none          | 1
9 GOTPCREL       | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
10 32            | S + A           | 31:0 | 0 .. 2^32     | 1
11 32S           | S + A           | 31:0 | -2^31 .. 2^31 | 1
12 16            | S + A           | 15:0 | -2^15 .. 2^16 | 1
13 PC16          | S + A - P       | 15:0 | -2^15 .. 2^15 | 1
14 8             | S + A           | 7:0  | -2^7 .. 2^8   | 1
15 PC8           | S + A - P       | 7:0  | -2^7 .. 2^7   | 1
24 PC64          | S + A - P       | 63:0 | none          | 1
25 GOTOFF64      | S + A - GOT     | 63:0 | none          | 1
26 GOTPC32       | GOT + A - P     | 31:0 | -2^31 .. 2^31 | 1
27 GOT64         | G + A           | 63:0 | none          | 1
28 GOTPCREL64    | G + GOT + A - P | 63:0 | none          | 1
29 GOTPC64       | GOT + A - P     | 63:0 | none          | 1
30 GOTPLT64      | G + A           | 63:0 | none          | 1
31 PLTOFF64      | L + A - GOT     | 63:0 | none          | 1
32 SIZE32        | Z + A           | 31:0 | 0 .. 2^32     | 1
33 SIZE64        | Z + A           | 63:0 | none          | 1
41 GOTPCRELX     | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
42 REX_GOTPCRELX | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
`;

/** Intel386 supplement, relocation types. Words are as wide as addresses, so nothing can overflow them. */
const I386 = `
1 32       | S + A       | 31:0 | none          | 1
2 PC32     | S + A - P   | 31:0 | none          | 1
3 GOT32    | G + A       | 31:0 | none          | 1
4 PLT32    | L + A - P   | 31:0 | none          | 1
8 RELATIVE | B + A       | 31:0 | none          | 1
9 GOTOFF   | S + A - GOT | 31:0 | none          | 1
10 GOTPC   | GOT + A - P | 31:0 | none          | 1
11 32PLT   | L + A       | 31:0 | none          | 1
20 16      | S + A       | 15:0 | -2^15 .. 2^16 | 1
21 PC16    | S + A - P   | 15:0 | -2^15 .. 2^15 | 1
22 8       | S + A       | 7:0  | -2^7 .. 2^8   | 1
23 PC8     | S + A - P   | 7:0  | -2^7 .. 2^7   | 1
38 SIZE32  | Z + A       | 31:0 | none          | 1
43 GOT32X  | G + A       | 31:0 | none          | 1
`;

/** RISC-V ELF Specification, Relocations, at 64 bits; the check is that of the text on instructions below the table. */
const RISCV64 = `
1 32           | S + A           | 31:0  | -2^31 .. 2^32 | 1
2 64           | S + A           | 63:0  | none          | 1
3 RELATIVE     | B + A           | 63:0  | none          | 1
16 BRANCH      | S + A - P       | 12:1  | -2^12 .. 2^12 | 2
17 JAL         | S + A - P       | 20:1  | -2^20 .. 2^20 | 2
18 CALL        | S + A - P       | 31:0  | -2^31 - 2^11 .. 2^31 - 2^11 | 1
19 CALL_PLT    | S + A - P       | 31:0  | -2^31 - 2^11 .. 2^31 - 2^11 | 1
20 GOT_HI20    | G + GOT + A - P | 31:12 | -2^31 - 2^11 .. 2^31 - 2^11 | 1
23 PCREL_HI20  | S + A - P       | 31:12 | -2^31 - 2^11 .. 2^31 - 2^11 | 1
24 PCREL_LO12_I | H              | 11:0  | none          | 1
25 PCREL_LO12_S | H              | 11:0  | none          | 1
26 HI20        | S + A           | 31:12 | -2^31 - 2^11 .. 2^31 - 2^11 | 1
27 LO12_I      | S + A           | 11:0  | none          | 1
28 LO12_S      | S + A           | 11:0  | none          | 1
33 ADD8        | V + S + A       | 7:0   | none          | 1
34 ADD16       | V + S + A       | 15:0  | none          | 1
35 ADD32       | V + S + A       | 31:0  | none          | 1
36 ADD64       | V + S + A       | 63:0  | none          | 1
37 SUB8        | V - S - A       | 7:0   | none          | 1
38 SUB16       | V - S - A       | 15:0  | none          | 1
39 SUB32       | V - S - A       | 31:0  | none          | 1
40 SUB64       | V - S - A       | 63:0  | none          | 1
44 RVC_BRANCH  | S + A - P       | 8:1   | -2^8 .. 2^8   | 2
45 RVC_JUMP    | S + A - P       | 11:1  | -2^11 .. 2^11 | 2
52 SUB6        | V - S - A       | 5:0   | none          | 1
53 SET6        | S + A           | 5:0   | none          | 1
54 SET8        | S + A           | 7:0   | none          | 1
55 SET16       | S + A           | 15:0  | none          | 1
56 SET32       | S + A           | 31:0  | none          | 1
57 32_PCREL    | S + A - P       | 31:0  | -2^31 .. 2^31 | 1
59 PLT32       | S + A - P       | 31:0  | -2^31 .. 2^31 | 1
`;

/** … and at 32 bits, where sums wrap around the word as addresses do. */
const RISCV32 = RISCV64.split('\n')
  .filter((row) => !/^(2|36|40) /.test(row))
  .map((row) => row.replace(/63:0/, '31:0').replace(/-2\^31.*(?= \| 1$)/, 'none'))
  .join('\n');

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

/** A rule in the form of the tables above. */
function ruleRow({ name, type, value, field, check }: Rule, prefix: string): string {
  const high = Math.max(...field.slices.map(({ to }) => to));
  const low = Math.min(...field.slices.map(({ from }) => from));
  const range = check.range && limits(check.range);
  const half = check.range?.rounded === undefined ? 0n : 1n << BigInt(check.range.rounded - 1);
  const down = half === 0n ? '' : ` - ${power(half)}`;
  const checked = range ? `${power(range.min + half)}${down} .. ${power(range.max + half)}${down}` : 'none';
  return `${type} ${name.slice(prefix.length)} | ${value} | ${high}:${low} | ${checked} | ${check.multipleOf ?? 1}`;
}

describe.each<[string, Architecture, string, string]>([
  ['x86_64', x86_64, 'R_X86_64_', X86_64],
  ['i386', i386, 'R_386_', I386],
  ['aarch64', aarch64, 'R_AARCH64_', AARCH64],
  ['riscv64', riscv64, 'R_RISCV_', RISCV64],
  ['riscv32', riscv32, 'R_RISCV_', RISCV32],
])('the rules of %s', (_arch, { rules }, prefix, table) => {
  it('are those of the psABI, row by row', () => {
    expect(rules.map((rule) => ruleRow(rule, prefix))).toEqual(tableRows(table));
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
    const named = texts.flatMap((text) => text.match(/\bR_(X86_64|386|AARCH64|390|RISCV)_\w+/g) ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

describe("the numbers of glibc's elf.h (Debian package libc6-dev)", () => {
  const header = readFileSync('/usr/include/elf.h', 'utf8');
  const constants = [...header.matchAll(/^#define\s+(R_(?:X86_64|386|AARCH64|390|RISCV)_\w+)\s+(\d+)/gm)]
    .map(([, name = '', number]) => ({ name, type: Number(number) }))
    .filter(({ name }) => !name.endsWith('_NUM'));

  it('are the same here', () => {
    expect(constants.length).toBeGreaterThan(200);
    const ours = new Map(
      architectures.flatMap(({ byName }) => [...byName]).map(([name, { type }]) => [name, type]),
    );
    const different = constants.filter(({ name, type }) => ours.get(name) !== type);
    expect(different).toEqual([]);
  });
});
