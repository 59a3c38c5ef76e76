/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** System V ABI, Motorola 68000 Processor Family Supplement, Relocation Types. */
const M68K = `
1 32           | S + A           | 31:0 | none          | 1
2 16           | S + A           | 15:0 | -2^15 .. 2^16 | 1
3 8            | S + A           | 7:0  | -2^7 .. 2^8   | 1
4 PC32         | S + A - P       | 31:0 | none          | 1
5 PC16         | S + A - P       | 15:0 | -2^15 .. 2^15 | 1
6 PC8          | S + A - P       | 7:0  | -2^7 .. 2^7   | 1
7 GOT32        | G + GOT + A - P | 31:0 | none          | 1
8 GOT16        | G + GOT + A - P | 15:0 | -2^15 .. 2^15 | 1
9 GOT8         | G + GOT + A - P | 7:0  | -2^7 .. 2^7   | 1
10 GOT32O      | G               | 31:0 | none          | 1
11 GOT16O      | G               | 15:0 | -2^15 .. 2^15 | 1
12 GOT8O       | G               | 7:0  | -2^7 .. 2^7   | 1
13 PLT32       | L + A - P       | 31:0 | none          | 1
14 PLT16       | L + A - P       | 15:0 | -2^15 .. 2^15 | 1
15 PLT8        | L + A - P       | 7:0  | -2^7 .. 2^7   | 1
20 GLOB_DAT    | S               | 31:0 | none          | 1
21 JMP_SLOT    | S               | 31:0 | none          | 1
22 RELATIVE    | B + A           | 31:0 | none          | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'm68k', rows: M68K }];
