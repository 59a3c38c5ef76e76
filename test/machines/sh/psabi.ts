/** The table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** GNU binutils, bfd/elf32-sh-relocs.h. */
const SH = `
1 DIR32        | S + A       | 31:0 | none          | 1
2 REL32        | S + A - P   | 31:0 | none          | 1
4 IND12W       | S + A - P   | 12:1 | -2^12 .. 2^12 | 2
33 DIR16       | S + A       | 15:0 | -2^15 .. 2^16 | 1
34 DIR8        | S + A       | 7:0  | -2^7 .. 2^8   | 1
160 GOT32      | G + A       | 31:0 | none          | 1
161 PLT32      | L + A - P   | 31:0 | none          | 1
163 GLOB_DAT   | S           | 31:0 | none          | 1
164 JMP_SLOT   | S           | 31:0 | none          | 1
165 RELATIVE   | B + A       | 31:0 | none          | 1
166 GOTOFF     | S + A - GOT | 31:0 | none          | 1
167 GOTPC      | GOT + A - P | 31:0 | none          | 1
168 GOTPLT32   | G + A       | 31:0 | none          | 1
`;

export const psabi: readonly PsabiTable[] = [
  { arch: 'sh', rows: SH },
  { arch: 'sheb', rows: SH },
];
