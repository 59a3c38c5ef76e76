/** The psABI's tables of relocations, written down a second time, in their own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * AMD64 supplement, tables 4.9 and 4.10: value, name, calculation, field. The psABI states a check for 32 and 32S
 * only; the others of 32 bits are distances or offsets that the processor sign-extends.
 */
const X86_64 = `
1 64             | S + A           | 63:0 | none          | 1
2 PC32           | S + A - P       | 31:0 | -2^31 .. 2^31 | 1
3 GOT32          | G + A           | 31:0 | -2^31 .. 2^31 | 1
4 PLT32          | L + A - P       | 31:0 | -2^31 .. 2^31 | 1
6 GLOB_DAT       | S               | 63:0 | none          | 1
7 JUMP_SLOT      | S               | 63:0 | none          | 1
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
43 CODE_4_GOTPCRELX | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
46 CODE_5_GOTPCRELX | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
49 CODE_6_GOTPCRELX | G + GOT + A - P | 31:0 | -2^31 .. 2^31 | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'x86_64', rows: X86_64 }];
