/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** ELF for the LoongArch Architecture, Relocations; what pcalau12i leaves is that of the text on the extreme code model. */
const remainder = (X: string, before: number): string =>
  `${X} - Page(${X} + 2048) + Page32(Page(${X} + 2048) - Page(P - ${before}) + 2147483648)`;

const LOONGARCH64 = `
1 32            | S + A           | 31:0  | -2^31 .. 2^32 | 1
2 64            | S + A           | 63:0  | none          | 1
3 RELATIVE      | B + A           | 63:0  | none          | 1
5 JUMP_SLOT     | S               | 63:0  | none          | 1
47 ADD8         | V + S + A       | 7:0   | none          | 1
48 ADD16        | V + S + A       | 15:0  | none          | 1
50 ADD32        | V + S + A       | 31:0  | none          | 1
51 ADD64        | V + S + A       | 63:0  | none          | 1
52 SUB8         | V - S - A       | 7:0   | none          | 1
53 SUB16        | V - S - A       | 15:0  | none          | 1
55 SUB32        | V - S - A       | 31:0  | none          | 1
56 SUB64        | V - S - A       | 63:0  | none          | 1
64 B16          | S + A - P       | 17:2  | -2^17 .. 2^17 | 4
65 B21          | S + A - P       | 22:2  | -2^22 .. 2^22 | 4
66 B26          | S + A - P       | 27:2  | -2^27 .. 2^27 | 4
67 ABS_HI20     | S + A           | 31:12 | none          | 1
67 ABS_HI20_ALONE | S + A        | 31:12 | -2^31 .. 2^31 | 1
68 ABS_LO12     | S + A           | 11:0  | none          | 1
69 ABS64_LO20   | S + A           | 51:32 | none          | 1
70 ABS64_HI12   | S + A           | 63:52 | none          | 1
71 PCALA_HI20   | Page(S + A + 2048) - Page(P) | 31:12 | none | 1
71 PCALA_HI20_ALONE | Page(S + A + 2048) - Page(P) | 31:12 | -2^31 .. 2^31 | 1
71 PCALA_HI20_ABS | Page(S + A + 2048) | 31:12 | -2^31 .. 2^31 | 1
72 PCALA_LO12   | S + A           | 11:0  | none          | 1
72 PCALA_LO12_JIRL | S + A - Page(S + A + 2048) | 17:2 | none | 4
73 PCALA64_LO20 | ${remainder('S + A', 8)} | 51:32 | none | 1
74 PCALA64_HI12 | ${remainder('S + A', 12)} | 63:52 | none | 1
75 GOT_PC_HI20  | Page(G + GOT + 2048) - Page(P) | 31:12 | none | 1
76 GOT_PC_LO12  | G + GOT     | 11:0  | none          | 1
77 GOT64_PC_LO20 | ${remainder('G + GOT', 8)} | 51:32 | none | 1
78 GOT64_PC_HI12 | ${remainder('G + GOT', 12)} | 63:52 | none | 1
79 GOT_HI20     | G + GOT     | 31:12 | none          | 1
80 GOT_LO12     | G + GOT     | 11:0  | none          | 1
81 GOT64_LO20   | G + GOT     | 51:32 | none          | 1
82 GOT64_HI12   | G + GOT     | 63:52 | none          | 1
99 32_PCREL     | S + A - P       | 31:0  | -2^31 .. 2^31 | 1
103 PCREL20_S2  | S + A - P       | 21:2  | -2^21 .. 2^21 | 4
105 ADD6        | V + S + A       | 5:0   | none          | 1
106 SUB6        | V - S - A       | 5:0   | none          | 1
107 ADD_ULEB128 | V + S + A | 6:0 | 0 .. 2^7 | 1
107 ADD_ULEB128_2 | V + S + A | 13:0 | 0 .. 2^14 | 1
107 ADD_ULEB128_3 | V + S + A | 20:0 | 0 .. 2^21 | 1
107 ADD_ULEB128_4 | V + S + A | 27:0 | 0 .. 2^28 | 1
108 SUB_ULEB128 | V - S - A | 6:0 | 0 .. 2^7 | 1
108 SUB_ULEB128_2 | V - S - A | 13:0 | 0 .. 2^14 | 1
108 SUB_ULEB128_3 | V - S - A | 20:0 | 0 .. 2^21 | 1
108 SUB_ULEB128_4 | V - S - A | 27:0 | 0 .. 2^28 | 1
109 64_PCREL    | S + A - P       | 63:0  | none          | 1
110 CALL36      | S + A - P       | 37:2  | -2^37 - 2^17 .. 2^37 - 2^17 | 4
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'loongarch64', rows: LOONGARCH64 }];
