/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * 64-Bit ELF V2 ABI Specification, 3.5.3, with the types of binutils' ppc64.h that it does not have; half16ds and
 * low14, low24 drop two bits. Of quadwords half16ds drops four: DQ. #hi, #ha, #higher … of the text are the bits of X, and what is added for the a's.
 */
const PPC64 = `
1 ADDR32          | S + A            | 31:0  | -2^31 .. 2^32 | 1
2 ADDR24          | S + A            | 25:2  | -2^25 .. 2^25 | 4
3 ADDR16          | S + A            | 15:0  | -2^15 .. 2^16 | 1
4 ADDR16_LO       | S + A            | 15:0  | none          | 1
5 ADDR16_HI       | S + A            | 31:16 | -2^31 .. 2^31 | 1
6 ADDR16_HA       | S + A            | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
7 ADDR14          | S + A            | 15:2  | -2^15 .. 2^15 | 4
10 REL24          | S + A + E - P    | 25:2  | -2^25 .. 2^25 | 4
11 REL14          | S + A + E - P    | 15:2  | -2^15 .. 2^15 | 4
14 GOT16          | G + GOT - TOC    | 15:0  | -2^15 .. 2^15 | 1
15 GOT16_LO       | G + GOT - TOC    | 15:0  | none          | 1
16 GOT16_HI       | G + GOT - TOC    | 31:16 | -2^31 .. 2^31 | 1
17 GOT16_HA       | G + GOT - TOC    | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
20 GLOB_DAT       | S + A            | 63:0  | none          | 1
21 JMP_SLOT       | S + A            | 63:0  | none          | 1
22 RELATIVE       | B + A            | 63:0  | none          | 1
24 UADDR32        | S + A            | 31:0  | -2^31 .. 2^32 | 1
25 UADDR16        | S + A            | 15:0  | -2^15 .. 2^16 | 1
26 REL32          | S + A - P        | 31:0  | -2^31 .. 2^31 | 1
29 PLT16_LO       | G + GOT - TOC    | 15:0  | none          | 1
30 PLT16_HI       | G + GOT - TOC    | 31:16 | -2^31 .. 2^31 | 1
31 PLT16_HA       | G + GOT - TOC    | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
38 ADDR64         | S + A            | 63:0  | none          | 1
39 ADDR16_HIGHER  | S + A            | 47:32 | none          | 1
40 ADDR16_HIGHERA | S + A + 32768    | 47:32 | none          | 1
41 ADDR16_HIGHEST | S + A            | 63:48 | none          | 1
42 ADDR16_HIGHESTA | S + A + 32768   | 63:48 | none          | 1
43 UADDR64        | S + A            | 63:0  | none          | 1
44 REL64          | S + A - P        | 63:0  | none          | 1
47 TOC16          | S + A - TOC      | 15:0  | -2^15 .. 2^15 | 1
48 TOC16_LO       | S + A - TOC      | 15:0  | none          | 1
49 TOC16_HI       | S + A - TOC      | 31:16 | -2^31 .. 2^31 | 1
50 TOC16_HA       | S + A - TOC      | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
51 TOC            | TOC + A          | 63:0  | none          | 1
56 ADDR16_DS      | S + A            | 15:2  | -2^15 .. 2^15 | 4
56 ADDR16_DQ      | S + A            | 15:4  | -2^15 .. 2^15 | 16
57 ADDR16_LO_DS   | S + A            | 15:2  | none          | 4
57 ADDR16_LO_DQ   | S + A            | 15:4  | none          | 16
58 GOT16_DS       | G + GOT - TOC    | 15:2  | -2^15 .. 2^15 | 4
59 GOT16_LO_DS    | G + GOT - TOC    | 15:2  | none          | 4
60 PLT16_LO_DS    | G + GOT - TOC    | 15:2  | none          | 4
63 TOC16_DS       | S + A - TOC      | 15:2  | -2^15 .. 2^15 | 4
63 TOC16_DQ       | S + A - TOC      | 15:4  | -2^15 .. 2^15 | 16
64 TOC16_LO_DS    | S + A - TOC      | 15:2  | none          | 4
64 TOC16_LO_DQ    | S + A - TOC      | 15:4  | none          | 16
110 ADDR16_HIGH   | S + A            | 31:16 | none          | 1
111 ADDR16_HIGHA  | S + A            | 31:16 | none          | 1
116 REL24_NOTOC   | S + A + E - P    | 25:2  | -2^25 .. 2^25 | 4
117 ADDR64_LOCAL  | S + A + E        | 63:0  | none          | 1
124 REL24_P9NOTOC | S + A + E - P    | 25:2  | -2^25 .. 2^25 | 4
128 D34           | S + A            | 33:0  | -2^33 .. 2^33 | 1
129 D34_LO        | S + A            | 33:0  | none          | 1
130 D34_HI30      | S + A            | 63:34 | none          | 1
131 D34_HA30      | S + A + 8589934592 | 63:34 | none        | 1
132 PCREL34       | S + A - P        | 33:0  | -2^33 .. 2^33 | 1
133 GOT_PCREL34   | G + GOT - P      | 33:0  | -2^33 .. 2^33 | 1
134 PLT_PCREL34   | G + GOT - P      | 33:0  | -2^33 .. 2^33 | 1
135 PLT_PCREL34_NOTOC | G + GOT - P  | 33:0  | -2^33 .. 2^33 | 1
136 ADDR16_HIGHER34 | S + A          | 49:34 | none          | 1
137 ADDR16_HIGHERA34 | S + A + 8589934592 | 49:34 | none     | 1
138 ADDR16_HIGHEST34 | S + A         | 63:50 | none          | 1
139 ADDR16_HIGHESTA34 | S + A + 8589934592 | 63:50 | none    | 1
140 REL16_HIGHER34 | S + A - P       | 49:34 | none          | 1
141 REL16_HIGHERA34 | S + A - P + 8589934592 | 49:34 | none  | 1
142 REL16_HIGHEST34 | S + A - P      | 63:50 | none          | 1
143 REL16_HIGHESTA34 | S + A - P + 8589934592 | 63:50 | none | 1
144 D28           | S + A            | 27:0  | -2^27 .. 2^27 | 1
145 PCREL28       | S + A - P        | 27:0  | -2^27 .. 2^27 | 1
240 REL16_HIGH    | S + A - P        | 31:16 | none          | 1
241 REL16_HIGHA   | S + A - P        | 31:16 | none          | 1
242 REL16_HIGHER  | S + A - P        | 47:32 | none          | 1
243 REL16_HIGHERA | S + A - P + 32768 | 47:32 | none         | 1
244 REL16_HIGHEST | S + A - P        | 63:48 | none          | 1
245 REL16_HIGHESTA | S + A - P + 32768 | 63:48 | none        | 1
246 REL16DX_HA    | S + A - P + 32768 | 31:16 | -2^31 .. 2^31 | 1
249 REL16         | S + A - P        | 15:0  | -2^15 .. 2^15 | 1
250 REL16_LO      | S + A - P        | 15:0  | none          | 1
251 REL16_HI      | S + A - P        | 31:16 | -2^31 .. 2^31 | 1
252 REL16_HA      | S + A - P        | 31:16 | -2^31 - 2^15 .. 2^31 - 2^15 | 1
`;

export const psabi: readonly PsabiTable[] = [
  { arch: 'ppc64le', rows: PPC64 },
  { arch: 'ppc64', rows: PPC64 },
];
