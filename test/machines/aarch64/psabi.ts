/** The psABI's tables of relocations, written down a second time, in their own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/**
 * ELF for the Arm 64-bit Architecture, 5.7.5, 5.7.6 and 5.7.12: code, name, operation, bits of X, check, and what X
 * must be a multiple of. G(GDAT(S + A)), the address of a slot, is GOT + G here, and Delta(S) is B.
 */
const AARCH64 = `
257 ABS64             | S + A                 | 63:0  | none          | 1
258 ABS32             | S + A                 | 31:0  | -2^31 .. 2^32 | 1
259 ABS16             | S + A                 | 15:0  | -2^15 .. 2^16 | 1
260 PREL64            | S + A - P             | 63:0  | none          | 1
261 PREL32            | S + A - P             | 31:0  | -2^31 .. 2^32 | 1
262 PREL16            | S + A - P             | 15:0  | -2^15 .. 2^16 | 1
263 MOVW_UABS_G0      | S + A                 | 15:0  | 0 .. 2^16     | 1
264 MOVW_UABS_G0_NC   | S + A                 | 15:0  | none          | 1
265 MOVW_UABS_G1      | S + A                 | 31:16 | 0 .. 2^32     | 1
266 MOVW_UABS_G1_NC   | S + A                 | 31:16 | none          | 1
267 MOVW_UABS_G2      | S + A                 | 47:32 | 0 .. 2^48     | 1
268 MOVW_UABS_G2_NC   | S + A                 | 47:32 | none          | 1
269 MOVW_UABS_G3      | S + A                 | 63:48 | none          | 1
270 MOVW_SABS_G0      | S + A                 | 15:0  | -2^16 .. 2^16 | 1
271 MOVW_SABS_G1      | S + A                 | 31:16 | -2^32 .. 2^32 | 1
272 MOVW_SABS_G2      | S + A                 | 47:32 | -2^48 .. 2^48 | 1
273 LD_PREL_LO19      | S + A - P             | 20:2  | -2^20 .. 2^20 | 4
274 ADR_PREL_LO21     | S + A - P             | 20:0  | -2^20 .. 2^20 | 1
275 ADR_PREL_PG_HI21  | Page(S + A) - Page(P) | 32:12 | -2^32 .. 2^32 | 1
276 ADR_PREL_PG_HI21_NC | Page(S + A) - Page(P) | 32:12 | none        | 1
277 ADD_ABS_LO12_NC   | S + A                 | 11:0  | none          | 1
278 LDST8_ABS_LO12_NC | S + A                 | 11:0  | none          | 1
279 TSTBR14           | S + A - P             | 15:2  | -2^15 .. 2^15 | 4
280 CONDBR19          | S + A - P             | 20:2  | -2^20 .. 2^20 | 4
282 JUMP26            | S + A - P             | 27:2  | -2^27 .. 2^27 | 4
283 CALL26            | S + A - P             | 27:2  | -2^27 .. 2^27 | 4
284 LDST16_ABS_LO12_NC | S + A                | 11:1  | none          | 2
285 LDST32_ABS_LO12_NC | S + A                | 11:2  | none          | 4
286 LDST64_ABS_LO12_NC | S + A                | 11:3  | none          | 8
287 MOVW_PREL_G0      | S + A - P             | 15:0  | -2^16 .. 2^16 | 1
288 MOVW_PREL_G0_NC   | S + A - P             | 15:0  | none          | 1
289 MOVW_PREL_G1      | S + A - P             | 31:16 | -2^32 .. 2^32 | 1
290 MOVW_PREL_G1_NC   | S + A - P             | 31:16 | none          | 1
291 MOVW_PREL_G2      | S + A - P             | 47:32 | -2^48 .. 2^48 | 1
292 MOVW_PREL_G2_NC   | S + A - P             | 47:32 | none          | 1
293 MOVW_PREL_G3      | S + A - P             | 63:48 | none          | 1
299 LDST128_ABS_LO12_NC | S + A               | 11:4  | none          | 16
300 MOVW_GOTOFF_G0    | GOT + G - GOT         | 15:0  | -2^16 .. 2^16 | 1
301 MOVW_GOTOFF_G0_NC | GOT + G - GOT         | 15:0  | none          | 1
302 MOVW_GOTOFF_G1    | GOT + G - GOT         | 31:16 | -2^32 .. 2^32 | 1
303 MOVW_GOTOFF_G1_NC | GOT + G - GOT         | 31:16 | none          | 1
304 MOVW_GOTOFF_G2    | GOT + G - GOT         | 47:32 | -2^48 .. 2^48 | 1
305 MOVW_GOTOFF_G2_NC | GOT + G - GOT         | 47:32 | none          | 1
306 MOVW_GOTOFF_G3    | GOT + G - GOT         | 63:48 | none          | 1
307 GOTREL64          | S + A - GOT           | 63:0  | none          | 1
308 GOTREL32          | S + A - GOT           | 31:0  | -2^31 .. 2^31 | 1
309 GOT_LD_PREL19     | GOT + G - P           | 20:2  | -2^20 .. 2^20 | 4
310 LD64_GOTOFF_LO15  | GOT + G - GOT         | 14:3  | 0 .. 2^15     | 8
311 ADR_GOT_PAGE      | Page(GOT + G) - Page(P) | 32:12 | -2^32 .. 2^32 | 1
312 LD64_GOT_LO12_NC  | GOT + G               | 11:3  | none          | 8
313 LD64_GOTPAGE_LO15 | GOT + G - Page(GOT)   | 14:3  | 0 .. 2^15     | 8
314 PLT32             | S + A - P             | 31:0  | -2^31 .. 2^31 | 1
315 GOTPCREL32        | G + GOT + A - P       | 31:0  | -2^31 .. 2^31 | 1
1025 GLOB_DAT         | S + A                 | 63:0  | none          | 1
1026 JUMP_SLOT        | S + A                 | 63:0  | none          | 1
1027 RELATIVE         | B + A                 | 63:0  | none          | 1
`;

export const psabi: readonly PsabiTable[] = [{ arch: 'aarch64', rows: AARCH64 }];
