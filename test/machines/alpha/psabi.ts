/** The Alpha's relocation types, written down a second time, in the form of a psABI's table. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** binutils, include/elf/alpha.h; the checks are those of its linker, or of what the instructions reach. */
const ALPHA = `
1 REFLONG    | S + A            | 31:0  | -2^31 .. 2^32               | 1
2 REFQUAD    | S + A            | 63:0  | none                        | 1
3 GPREL32    | S + A - GP       | 31:0  | -2^31 .. 2^31               | 1
4 LITERAL    | G + GOT - GP     | 15:0  | -2^15 .. 2^15               | 1
6 GPDISP     | GP - P + V       | 31:0  | -2^31 - 2^15 .. 2^31 - 2^15 | 1
7 BRADDR     | S + A - P - 4    | 22:2  | -2^22 .. 2^22               | 4
8 HINT       | S + A - P - 4    | 15:2  | none                        | 1
9 SREL16     | S + A - P        | 15:0  | -2^15 .. 2^15               | 1
10 SREL32    | S + A - P        | 31:0  | -2^31 .. 2^31               | 1
11 SREL64    | S + A - P        | 63:0  | none                        | 1
17 GPRELHIGH | S + A - GP       | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
18 GPRELLOW  | S + A - GP       | 15:0  | none                        | 1
19 GPREL16   | S + A - GP       | 15:0  | -2^15 .. 2^15               | 1
25 GLOB_DAT  | S + A            | 63:0  | none                        | 1
26 JMP_SLOT  | S + A            | 63:0  | none                        | 1
27 RELATIVE  | B + A            | 63:0  | none                        | 1
28 BRSGP     | S + E + A - P - 4 | 22:2 | -2^22 .. 2^22               | 4
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'alpha', rows: ALPHA }];
