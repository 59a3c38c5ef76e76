/** The IA-64 psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** Intel Itanium Processor-specific ABI, Relocation; instructions count from their bundle, Page4(P). */
const IA64 = `
33 IMM14       | S + A            | 13:0  | -2^13 .. 2^13 | 1
34 IMM22       | S + A            | 21:0  | -2^21 .. 2^21 | 1
35 IMM64       | S + A            | 63:0  | none          | 1
37 DIR32LSB    | S + A            | 31:0  | -2^31 .. 2^32 | 1
39 DIR64LSB    | S + A            | 63:0  | none          | 1
42 GPREL22     | S + A - GP       | 21:0  | -2^21 .. 2^21 | 1
43 GPREL64I    | S + A - GP       | 63:0  | none          | 1
45 GPREL32LSB  | S + A - GP       | 31:0  | -2^31 .. 2^31 | 1
47 GPREL64LSB  | S + A - GP       | 63:0  | none          | 1
50 LTOFF22     | G + GOT - GP     | 21:0  | -2^21 .. 2^21 | 1
51 LTOFF64I    | G + GOT - GP     | 63:0  | none          | 1
72 PCREL60B    | S + A - Page4(P) | 63:4  | none          | 16
73 PCREL21B    | S + A - Page4(P) | 24:4  | -2^24 .. 2^24 | 16
74 PCREL21M    | S + A - Page4(P) | 24:4  | -2^24 .. 2^24 | 16
75 PCREL21F    | S + A - Page4(P) | 24:4  | -2^24 .. 2^24 | 16
77 PCREL32LSB  | S + A - P        | 31:0  | -2^31 .. 2^31 | 1
79 PCREL64LSB  | S + A - P        | 63:0  | none          | 1
93 SEGREL32LSB | S + A - B        | 31:0  | -2^31 .. 2^32 | 1
95 SEGREL64LSB | S + A - B        | 63:0  | none          | 1
111 REL64LSB   | B + A            | 63:0  | none          | 1
117 LTV32LSB   | S + A            | 31:0  | -2^31 .. 2^32 | 1
119 LTV64LSB   | S + A            | 63:0  | none          | 1
122 PCREL22    | S + A - Page4(P) | 21:0  | -2^21 .. 2^21 | 1
123 PCREL64I   | S + A - Page4(P) | 63:0  | none          | 1
134 LTOFF22X   | G + GOT - GP     | 21:0  | -2^21 .. 2^21 | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'ia64', rows: IA64 }];
