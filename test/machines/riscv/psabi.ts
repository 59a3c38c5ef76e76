/** The psABI's tables of relocations, written down a second time, in their own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * RISC-V ELF Specification, Relocations, at 64 bits; the check is that of the text on instructions below the table, and of 32 what
 * its field holds, read either way.
 */
const RISCV64 = `
1 32           | S + A           | 31:0  | -2^31 .. 2^32 | 1
2 64           | S + A           | 63:0  | none          | 1
3 RELATIVE     | B + A           | 63:0  | none          | 1
5 JUMP_SLOT    | S               | 63:0  | none          | 1
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
41 GOT32_PCREL | G + GOT + A - P | 31:0  | -2^31 .. 2^31 | 1
44 RVC_BRANCH  | S + A - P       | 8:1   | -2^8 .. 2^8   | 2
45 RVC_JUMP    | S + A - P       | 11:1  | -2^11 .. 2^11 | 2
52 SUB6        | V - S - A       | 5:0   | none          | 1
53 SET6        | S + A           | 5:0   | none          | 1
54 SET8        | S + A           | 7:0   | none          | 1
55 SET16       | S + A           | 15:0  | none          | 1
56 SET32       | S + A           | 31:0  | none          | 1
57 32_PCREL    | S + A - P       | 31:0  | -2^31 .. 2^31 | 1
59 PLT32       | S + A - P       | 31:0  | -2^31 .. 2^31 | 1
60 SET_ULEB128 | S + A | 6:0 | 0 .. 2^7 | 1
60 SET_ULEB128_2 | S + A | 13:0 | 0 .. 2^14 | 1
60 SET_ULEB128_3 | S + A | 20:0 | 0 .. 2^21 | 1
60 SET_ULEB128_4 | S + A | 27:0 | 0 .. 2^28 | 1
61 SUB_ULEB128 | V - S - A | 6:0 | 0 .. 2^7 | 1
61 SUB_ULEB128_2 | V - S - A | 13:0 | 0 .. 2^14 | 1
61 SUB_ULEB128_3 | V - S - A | 20:0 | 0 .. 2^21 | 1
61 SUB_ULEB128_4 | V - S - A | 27:0 | 0 .. 2^28 | 1
`;

/** … and at 32 bits, where sums wrap around the word as addresses do. */
const RISCV32 = RISCV64.split('\n')
  .filter((row) => !/^(2|36|40) /.test(row))
  .map((row) => row.replace(/63:0/, '31:0').replace(/-2\^31.*(?= \| 1$)/, 'none'))
  .join('\n');

export const psabi: readonly PsabiTable[] = [
  { arch: 'riscv64', rows: RISCV64 },
  { arch: 'riscv32', rows: RISCV32 },
];
