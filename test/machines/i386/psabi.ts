/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * Intel386 supplement, relocation types. Words are as wide as addresses, so nothing can overflow them. The offset of a slot
 * is its address where the operand has no base register: NO_BASE.
 */
const I386 = `
1 32       | S + A       | 31:0 | none          | 1
2 PC32     | S + A - P   | 31:0 | none          | 1
3 GOT32    | G + A       | 31:0 | none          | 1
3 GOT32_NO_BASE | G + GOT + A | 31:0 | none     | 1
4 PLT32    | L + A - P   | 31:0 | none          | 1
6 GLOB_DAT | S           | 31:0 | none          | 1
7 JUMP_SLOT | S          | 31:0 | none          | 1
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
43 GOT32X_NO_BASE | G + GOT + A | 31:0 | none   | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'i386', rows: I386 }];
