/** The PA-RISC psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * Processor-Specific ELF for PA-RISC, Relocations. LR(S, A) = S + Page13(A + 4096), and RR(S, A) the rest; L and R
 * show the upper 21 and the lower 11 bits.
 */
const HPPA = `
1 DIR32     | S + A                                         | 31:0  | none          | 1
2 DIR21L    | S + Page13(A + 4096)                          | 31:11 | none          | 1
3 DIR17R    | S - Page11(S) + A - Page13(A + 4096)          | 18:2  | none          | 4
4 DIR17F    | S + A                                         | 18:2  | -2^18 .. 2^18 | 4
6 DIR14R    | S - Page11(S) + A - Page13(A + 4096)          | 13:0  | none          | 1
7 DIR14F    | S + A                                         | 13:0  | -2^13 .. 2^13 | 1
8 PCREL12F  | S + A - P - 8                                 | 13:2  | -2^13 .. 2^13 | 4
9 PCREL32   | S + A - P - 8                                 | 31:0  | none          | 1
10 PCREL21L | S + A - P - 8                                 | 31:11 | none          | 1
11 PCREL17R | S + A - P - 8                                 | 10:2  | none          | 4
12 PCREL17F | S + A - P - 8                                 | 18:2  | -2^18 .. 2^18 | 4
13 PCREL17C | S + A - P - 8                                 | 18:2  | -2^18 .. 2^18 | 4
14 PCREL14R | S + A - P - 8                                 | 10:0  | none          | 1
15 PCREL14F | S + A - P - 8                                 | 13:0  | -2^13 .. 2^13 | 1
18 DPREL21L | S - GP + Page13(A + 4096)                     | 31:11 | none          | 1
22 DPREL14R | S - GP - Page11(S - GP) + A - Page13(A + 4096) | 13:0 | none          | 1
23 DPREL14F | S + A - GP                                    | 13:0  | -2^13 .. 2^13 | 1
34 DLTIND21L | G + GOT - GP                                 | 31:11 | none          | 1
38 DLTIND14R | G + GOT - GP                                 | 10:0  | none          | 1
39 DLTIND14F | G + GOT - GP                                 | 13:0  | -2^13 .. 2^13 | 1
49 SEGREL32 | S + A - B                                     | 31:0  | none          | 1
65 PLABEL32 | S + A                                         | 31:0  | none          | 1
66 PLABEL21L | S + A                                        | 31:11 | none          | 1
70 PLABEL14R | S + A                                        | 10:0  | none          | 1
74 PCREL22F | S + A - P - 8                                 | 23:2  | -2^23 .. 2^23 | 4
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'hppa', rows: HPPA }];
