/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * ELF Application Binary Interface s390x Supplement, Relocation Types: its G is GOT here, its O and T are G. The fields of
 * branches, pc12 to pc32, hold X without its lowest bit, which must be 0; they are signed, as mid20 is, and low12 is not.
 * What the supplement leaves open, or all linkers take besides, is what n bits can mean: the sign of half16, which may be
 * one or the other, word32, of which it says nothing, and negative bytes. Distances are signed; PLT32 is one, as glibc's
 * elf.h has it and linkers do, though the supplement's table lacks its P.
 */
const S390X = `
1 8          | S + A           | 7:0  | -2^7 .. 2^8   | 1
2 12         | S + A           | 11:0 | 0 .. 2^12     | 1
3 16         | S + A           | 15:0 | -2^15 .. 2^16 | 1
4 32         | S + A           | 31:0 | -2^31 .. 2^32 | 1
5 PC32       | S + A - P       | 31:0 | -2^31 .. 2^31 | 1
6 GOT12      | G + A           | 11:0 | 0 .. 2^12     | 1
7 GOT32      | G + A           | 31:0 | -2^31 .. 2^32 | 1
8 PLT32      | L + A - P       | 31:0 | -2^31 .. 2^31 | 1
10 GLOB_DAT  | S + A           | 63:0 | none          | 1
11 JMP_SLOT  | S + A           | 63:0 | none          | 1
12 RELATIVE  | B + A           | 63:0 | none          | 1
13 GOTOFF32  | S + A - GOT     | 31:0 | -2^31 .. 2^32 | 1
14 GOTPC     | GOT + A - P     | 63:0 | none          | 1
15 GOT16     | G + A           | 15:0 | -2^15 .. 2^16 | 1
16 PC16      | S + A - P       | 15:0 | -2^15 .. 2^15 | 1
17 PC16DBL   | S + A - P       | 16:1 | -2^16 .. 2^16 | 2
18 PLT16DBL  | L + A - P       | 16:1 | -2^16 .. 2^16 | 2
19 PC32DBL   | S + A - P       | 32:1 | -2^32 .. 2^32 | 2
20 PLT32DBL  | L + A - P       | 32:1 | -2^32 .. 2^32 | 2
21 GOTPCDBL  | GOT + A - P     | 32:1 | -2^32 .. 2^32 | 2
22 64        | S + A           | 63:0 | none          | 1
23 PC64      | S + A - P       | 63:0 | none          | 1
24 GOT64     | G + A           | 63:0 | none          | 1
25 PLT64     | L + A - P       | 63:0 | none          | 1
26 GOTENT    | G + GOT + A - P | 32:1 | -2^32 .. 2^32 | 2
27 GOTOFF16  | S + A - GOT     | 15:0 | -2^15 .. 2^16 | 1
28 GOTOFF64  | S + A - GOT     | 63:0 | none          | 1
29 GOTPLT12  | G + A           | 11:0 | 0 .. 2^12     | 1
30 GOTPLT16  | G + A           | 15:0 | -2^15 .. 2^16 | 1
31 GOTPLT32  | G + A           | 31:0 | -2^31 .. 2^32 | 1
32 GOTPLT64  | G + A           | 63:0 | none          | 1
33 GOTPLTENT | G + GOT + A - P | 32:1 | -2^32 .. 2^32 | 2
34 PLTOFF16  | L + A - GOT     | 15:0 | -2^15 .. 2^16 | 1
35 PLTOFF32  | L + A - GOT     | 31:0 | -2^31 .. 2^32 | 1
36 PLTOFF64  | L + A - GOT     | 63:0 | none          | 1
57 20        | S + A           | 19:0 | -2^19 .. 2^19 | 1
58 GOT20     | G + A           | 19:0 | -2^19 .. 2^19 | 1
59 GOTPLT20  | G + A           | 19:0 | -2^19 .. 2^19 | 1
62 PC12DBL   | S + A - P       | 12:1 | -2^12 .. 2^12 | 2
63 PLT12DBL  | L + A - P       | 12:1 | -2^12 .. 2^12 | 2
64 PC24DBL   | S + A - P       | 24:1 | -2^24 .. 2^24 | 2
65 PLT24DBL  | L + A - P       | 24:1 | -2^24 .. 2^24 | 2
`;

export const psabi: readonly PsabiTable[] = [{ arch: 's390x', rows: S390X }];
