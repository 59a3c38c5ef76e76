/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** SPARC Compliance Definition 2.4, Relocation Types, 64 bits: V fields are checked, T fields truncated. */
const SPARC64 = `
1 8            | S + A         | 7:0   | -2^7 .. 2^8   | 1
2 16           | S + A         | 15:0  | -2^15 .. 2^16 | 1
3 32           | S + A         | 31:0  | -2^31 .. 2^32 | 1
4 DISP8        | S + A - P     | 7:0   | -2^7 .. 2^7   | 1
5 DISP16       | S + A - P     | 15:0  | -2^15 .. 2^15 | 1
6 DISP32       | S + A - P     | 31:0  | -2^31 .. 2^31 | 1
7 WDISP30      | S + A - P     | 31:2  | -2^31 .. 2^31 | 4
8 WDISP22      | S + A - P     | 23:2  | -2^23 .. 2^23 | 4
9 HI22         | S + A         | 31:10 | 0 .. 2^32     | 1
10 22          | S + A         | 21:0  | -2^21 .. 2^22 | 1
11 13          | S + A         | 12:0  | -2^12 .. 2^12 | 1
12 LO10        | S + A         | 9:0   | none          | 1
13 GOT10       | G             | 9:0   | none          | 1
14 GOT13       | G             | 12:0  | -2^12 .. 2^12 | 1
15 GOT22       | G             | 31:10 | none          | 1
16 PC10        | S + A - P     | 9:0   | none          | 1
17 PC22        | S + A - P     | 31:10 | -2^31 .. 2^32 | 1
18 WPLT30      | L + A - P     | 31:2  | -2^31 .. 2^31 | 4
20 GLOB_DAT    | S + A         | 63:0  | none          | 1
22 RELATIVE    | B + A         | 63:0  | none          | 1
23 UA32        | S + A         | 31:0  | -2^31 .. 2^32 | 1
24 PLT32       | L + A         | 31:0  | -2^31 .. 2^32 | 1
30 10          | S + A         | 9:0   | -2^9 .. 2^9   | 1
31 11          | S + A         | 10:0  | -2^10 .. 2^10 | 1
32 64          | S + A         | 63:0  | none          | 1
33 OLO10       | S + A - Page10(S + A) + O | 12:0 | -2^12 .. 2^12 | 1
34 HH22        | S + A         | 63:42 | none          | 1
35 HM10        | S + A         | 41:32 | none          | 1
36 LM22        | S + A         | 31:10 | none          | 1
37 PC_HH22     | S + A - P     | 63:42 | none          | 1
38 PC_HM10     | S + A - P     | 41:32 | none          | 1
39 PC_LM22     | S + A - P     | 31:10 | none          | 1
40 WDISP16     | S + A - P     | 17:2  | -2^17 .. 2^17 | 4
41 WDISP19     | S + A - P     | 20:2  | -2^20 .. 2^20 | 4
43 7           | S + A         | 6:0   | 0 .. 2^7      | 1
44 5           | S + A         | 4:0   | 0 .. 2^5      | 1
45 6           | S + A         | 5:0   | 0 .. 2^6      | 1
46 DISP64      | S + A - P     | 63:0  | none          | 1
47 PLT64       | L + A         | 63:0  | none          | 1
48 HIX22       | (-1) - (S + A) | 31:10 | 0 .. 2^32    | 1
49 LOX10       | S + A - Page10(S + A) + 7168 | 12:0 | none | 1
50 H44         | S + A         | 43:22 | 0 .. 2^44     | 1
51 M44         | S + A         | 21:12 | none          | 1
52 L44         | S + A         | 11:0  | none          | 1
54 UA64        | S + A         | 63:0  | none          | 1
55 UA16        | S + A         | 15:0  | -2^15 .. 2^16 | 1
82 GOTDATA_OP_HIX22 | G        | 31:10 | none          | 1
83 GOTDATA_OP_LOX10 | G - Page10(G) | 12:0 | none      | 1
85 H34         | S + A         | 33:12 | 0 .. 2^34     | 1
86 SIZE32      | Z + A         | 31:0  | -2^31 .. 2^32 | 1
87 SIZE64      | Z + A         | 63:0  | none          | 1
88 WDISP10     | S + A - P     | 11:2  | -2^11 .. 2^11 | 4
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'sparc64', rows: SPARC64 }];
