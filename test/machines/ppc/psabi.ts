/** The psABI's tables of relocations, written down a second time, in their own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * Power Architecture 32-bit ABI Supplement, Relocation Types; the check is what a starred field must hold. The bits of
 * the hinted branches go up to 16, because the y bit shows the sign.
 */
const PPC = `
1 ADDR32         | S + A     | 31:0  | none          | 1
2 ADDR24         | S + A     | 25:2  | -2^25 .. 2^25 | 4
3 ADDR16         | S + A     | 15:0  | -2^15 .. 2^15 | 1
4 ADDR16_LO      | S + A     | 15:0  | none          | 1
5 ADDR16_HI      | S + A     | 31:16 | none          | 1
6 ADDR16_HA      | S + A     | 31:16 | none          | 1
7 ADDR14         | S + A     | 15:2  | -2^15 .. 2^15 | 4
8 ADDR14_BRTAKEN | S + A     | 16:2  | -2^15 .. 2^15 | 4
9 ADDR14_BRNTAKEN | S + A    | 16:2  | -2^15 .. 2^15 | 4
10 REL24         | S + A - P | 25:2  | -2^25 .. 2^25 | 4
11 REL14         | S + A - P | 15:2  | -2^15 .. 2^15 | 4
12 REL14_BRTAKEN | S + A - P | 16:2  | -2^15 .. 2^15 | 4
13 REL14_BRNTAKEN | S + A - P | 16:2 | -2^15 .. 2^15 | 4
14 GOT16         | G + A     | 15:0  | -2^15 .. 2^15 | 1
15 GOT16_LO      | G + A     | 15:0  | none          | 1
16 GOT16_HI      | G + A     | 31:16 | none          | 1
17 GOT16_HA      | G + A     | 31:16 | none          | 1
18 PLTREL24      | L - P     | 25:2  | -2^25 .. 2^25 | 4
20 GLOB_DAT      | S + A     | 31:0  | none          | 1
21 JMP_SLOT      | S + A     | 31:0  | none          | 1
22 RELATIVE      | B + A     | 31:0  | none          | 1
23 LOCAL24PC     | S + A - P | 25:2  | -2^25 .. 2^25 | 4
24 UADDR32       | S + A     | 31:0  | none          | 1
25 UADDR16       | S + A     | 15:0  | -2^15 .. 2^15 | 1
26 REL32         | S + A - P | 31:0  | none          | 1
27 PLT32         | L + A     | 31:0  | none          | 1
28 PLTREL32      | L + A - P | 31:0  | none          | 1
29 PLT16_LO      | L         | 15:0  | none          | 1
31 PLT16_HA      | L         | 31:16 | none          | 1
32 SDAREL16      | S + A - GP | 15:0 | -2^15 .. 2^15 | 1
108 EMB_SDA2REL  | S + A - GP | 15:0 | -2^15 .. 2^15 | 1
109 EMB_SDA21    | S + A - GP | 15:0 | -2^15 .. 2^15 | 1
249 REL16        | S + A - P | 15:0  | -2^15 .. 2^15 | 1
250 REL16_LO     | S + A - P | 15:0  | none          | 1
251 REL16_HI     | S + A - P | 31:16 | none          | 1
252 REL16_HA     | S + A - P | 31:16 | none          | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'ppc', rows: PPC }];
