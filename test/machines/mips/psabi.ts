/** The psABI's tables of relocations, written down a second time, in their own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * MIPS psABI supplement, Relocation Types, with the formulas for external symbols; a jump's check is that its target is
 * in the block of the instruction behind it. The types of release 6 are those of its PC-relative instructions.
 */
const O32 = `
2 32       | S + A                   | 31:0  | none          | 1
3 REL32    | B + A                   | 31:0  | none          | 1
4 26       | S + A - Page28(P + 4)   | 27:2  | 0 .. 2^28     | 4
5 HI16     | S + A                   | 31:16 | none          | 1
6 LO16     | S + A                   | 15:0  | none          | 1
7 GPREL16  | S + A - GP              | 15:0  | -2^15 .. 2^15 | 1
9 GOT16    | G + GOT - GP            | 15:0  | -2^15 .. 2^15 | 1
10 PC16    | S + A - P               | 17:2  | -2^17 .. 2^17 | 4
11 CALL16  | G + GOT - GP            | 15:0  | -2^15 .. 2^15 | 1
12 GPREL32 | S + A - GP              | 31:0  | none          | 1
22 GOT_HI16 | G + GOT - GP           | 31:16 | none          | 1
23 GOT_LO16 | G + GOT - GP           | 15:0  | none          | 1
30 CALL_HI16 | G + GOT - GP          | 31:16 | none          | 1
31 CALL_LO16 | G + GOT - GP          | 15:0  | none          | 1
60 PC21_S2 | S + A - P               | 22:2  | -2^22 .. 2^22 | 4
61 PC26_S2 | S + A - P               | 27:2  | -2^27 .. 2^27 | 4
62 PC18_S3 | S + A - Page3(P)        | 20:3  | -2^20 .. 2^20 | 8
63 PC19_S2 | S + A - P               | 20:2  | -2^20 .. 2^20 | 4
64 PCHI16  | S + A - P               | 31:16 | none          | 1
65 PCLO16  | S + A - P               | 15:0  | none          | 1
248 PC32   | S + A - P               | 31:0  | none          | 1
`;

/**
 * 64-bit ELF Object File Specification, draft 2.5, Relocation Types: V fields are verified, and words of 32 bits are here,
 * too, because what lost its upper half is another address. Slots are counted from GP. HIGHER and HIGHEST add 0x80008000
 * and 0x800080008000, for all that is below; the highest bit of these is what the field is rounded by. The last rows are
 * combinations: what the first type gives is the addend of the next, and the last one stores it; their number has the
 * first type in its lowest byte. HI16_ALONE is what MIPS64 Architecture, LUI, makes of HI16 where nothing follows it but LO16.
 */
const N64 = `
2 32       | S + A                   | 31:0  | -2^31 .. 2^32 | 1
3 REL32    | B + A                   | 31:0  | -2^31 .. 2^31 | 1
4 26       | S + A - Page28(P + 4)   | 27:2  | 0 .. 2^28     | 4
5 HI16     | S + A                   | 31:16 | none          | 1
5 HI16_ALONE | S + A + 32768        | 31:16 | -2^31 .. 2^31 | 1
6 LO16     | S + A                   | 15:0  | none          | 1
7 GPREL16  | S + A - GP              | 15:0  | -2^15 .. 2^15 | 1
9 GOT16    | G + GOT - GP            | 15:0  | -2^15 .. 2^15 | 1
10 PC16    | S + A - P               | 17:2  | -2^17 .. 2^17 | 4
11 CALL16  | G + GOT - GP            | 15:0  | -2^15 .. 2^15 | 1
12 GPREL32 | S + A - GP              | 31:0  | -2^31 .. 2^31 | 1
18 64      | S + A                   | 63:0  | none          | 1
19 GOT_DISP | G + GOT - GP           | 15:0  | -2^15 .. 2^15 | 1
20 GOT_PAGE | G + GOT - GP           | 15:0  | -2^15 .. 2^15 | 1
21 GOT_OFST | S + A                  | 15:0  | none          | 1
22 GOT_HI16 | G + GOT - GP           | 31:16 | none          | 1
23 GOT_LO16 | G + GOT - GP           | 15:0  | none          | 1
24 SUB     | S - A                   | 63:0  | none          | 1
28 HIGHER  | S + A + 32768           | 47:32 | none          | 1
29 HIGHEST | S + A + 2147516416      | 63:48 | none          | 1
30 CALL_HI16 | G + GOT - GP          | 31:16 | none          | 1
31 CALL_LO16 | G + GOT - GP          | 15:0  | none          | 1
60 PC21_S2 | S + A - P               | 22:2  | -2^22 .. 2^22 | 4
61 PC26_S2 | S + A - P               | 27:2  | -2^27 .. 2^27 | 4
62 PC18_S3 | S + A - Page3(P)        | 20:3  | -2^20 .. 2^20 | 8
63 PC19_S2 | S + A - P               | 20:2  | -2^20 .. 2^20 | 4
64 PCHI16  | S + A - P               | 31:16 | none          | 1
65 PCLO16  | S + A - P               | 15:0  | none          | 1
248 PC32   | S + A - P               | 31:0  | -2^31 .. 2^31 | 1
4611 REL32_64   | B + A              | 63:0  | none          | 1
4620 GPREL32_64 | S + A - GP         | 63:0  | none          | 1
4856 PC32_64    | S + A - P          | 63:0  | none          | 1
333831 GPREL16_SUB_HI16 | 0 - (S + A - GP) | 31:16 | none    | 1
399367 GPREL16_SUB_LO16 | 0 - (S + A - GP) | 15:0 | none     | 1
`;

export const psabi: readonly PsabiTable[] = [
  ...['mips', 'mipsel'].map((arch) => ({ arch, rows: O32 })),
  ...['mips64', 'mips64el'].map((arch) => ({ arch, rows: N64 })),
];
