/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * ELF for the Arm Architecture, Relocation codes table; the result masks and checks are those of the tables behind it.
 * Bit 0 of a masked branch distance that is odd or must be a multiple of 4 is T. V4T and V5T: as these processors have
 * it, by the Arm Architecture Reference Manual (BL, BLX (immediate)). Of group relocations Yn is what n leading pieces leave
 * of |X|, and Gn its own leading piece.
 */
const ARM = `
1 PC24              | ((S + A) | T) - P | 25:2  | -2^25 .. 2^25 | 4
2 ABS32             | (S + A) | T       | 31:0  | none          | 1
3 REL32             | ((S + A) | T) - P | 31:0  | none          | 1
4 LDR_PC_G0       | S + A - P | Y0[11:0] | Y0 < 2^12 | 1
5 ABS16             | S + A             | 15:0  | -2^15 .. 2^16 | 1
8 ABS8              | S + A             | 7:0   | -2^7 .. 2^8   | 1
10 THM_CALL         | Word(((S + A) | T) - P) | 24:0 | -2^24 .. 2^24 | 1
10 THM_CALL_V4T     | ((S + A) | T) - P | 24:1 | -2^22 .. 2^22 | 1 odd
10 THM_CALL_V5T     | Word(((S + A) | T) - P) | 24:0 | -2^22 .. 2^22 | 1
21 GLOB_DAT         | (S + A) | T       | 31:0  | none          | 1
22 JUMP_SLOT        | (S + A) | T       | 31:0  | none          | 1
23 RELATIVE         | B + A             | 31:0  | none          | 1
24 GOTOFF32         | ((S + A) | T) - GOT | 31:0 | none         | 1
25 BASE_PREL        | GOT + A - P       | 31:0  | none          | 1
26 GOT_BREL         | G + A             | 31:0  | none          | 1
27 PLT32            | ((S + A) | T) - P | 25:2  | -2^25 .. 2^25 | 4
28 CALL             | ((S + A) | T) - P | 25:0  | -2^25 .. 2^25 | 4 unless odd
28 CALL_V4T         | ((S + A) | T) - P | 25:2  | -2^25 .. 2^25 | 4
29 JUMP24           | ((S + A) | T) - P | 25:2  | -2^25 .. 2^25 | 4
30 THM_JUMP24       | ((S + A) | T) - P | 24:1  | -2^24 .. 2^24 | 1 odd
31 BASE_ABS         | GOT + A           | 31:0  | none          | 1
38 TARGET1          | (S + A) | T       | 31:0  | none          | 1
41 TARGET2          | G + GOT + A - P   | 31:0  | none          | 1
42 PREL31           | ((S + A) | T) - P | 30:0  | -2^30 .. 2^30 | 1
43 MOVW_ABS_NC      | (S + A) | T       | 15:0  | none          | 1
44 MOVT_ABS         | S + A             | 31:16 | none          | 1
45 MOVW_PREL_NC     | ((S + A) | T) - P | 15:0  | none          | 1
46 MOVT_PREL        | S + A - P         | 31:16 | none          | 1
47 THM_MOVW_ABS_NC  | (S + A) | T       | 15:0  | none          | 1
48 THM_MOVT_ABS     | S + A             | 31:16 | none          | 1
49 THM_MOVW_PREL_NC | ((S + A) | T) - P | 15:0  | none          | 1
50 THM_MOVT_PREL    | S + A - P         | 31:16 | none          | 1
51 THM_JUMP19       | ((S + A) | T) - P | 20:1  | -2^20 .. 2^20 | 1 odd
55 ABS32_NOI        | S + A             | 31:0  | none          | 1
56 REL32_NOI        | S + A - P         | 31:0  | none          | 1
57 ALU_PC_G0_NC    | ((S + A) | T) - P | G0 | none | 1
58 ALU_PC_G0       | ((S + A) | T) - P | G0 | Y1 = 0 | 1
59 ALU_PC_G1_NC    | ((S + A) | T) - P | G1 | none | 1
60 ALU_PC_G1       | ((S + A) | T) - P | G1 | Y2 = 0 | 1
61 ALU_PC_G2       | ((S + A) | T) - P | G2 | Y3 = 0 | 1
62 LDR_PC_G1       | S + A - P | Y1[11:0] | Y1 < 2^12 | 1
63 LDR_PC_G2       | S + A - P | Y2[11:0] | Y2 < 2^12 | 1
64 LDRS_PC_G0      | S + A - P | Y0[7:0] | Y0 < 2^8 | 1
65 LDRS_PC_G1      | S + A - P | Y1[7:0] | Y1 < 2^8 | 1
66 LDRS_PC_G2      | S + A - P | Y2[7:0] | Y2 < 2^8 | 1
67 LDC_PC_G0       | S + A - P | Y0[9:2] | Y0 < 2^10 | 4 of Y
68 LDC_PC_G1       | S + A - P | Y1[9:2] | Y1 < 2^10 | 4 of Y
69 LDC_PC_G2       | S + A - P | Y2[9:2] | Y2 < 2^10 | 4 of Y
94 PLT32_ABS        | L + A             | 31:0  | none          | 1
95 GOT_ABS          | G + GOT + A       | 31:0  | none          | 1
96 GOT_PREL         | G + GOT + A - P   | 31:0  | none          | 1
102 THM_JUMP11      | S + A - P         | 11:1  | -2^11 .. 2^11 | 2
103 THM_JUMP8       | S + A - P         | 8:1   | -2^8 .. 2^8   | 2
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'arm', rows: ARM }];
