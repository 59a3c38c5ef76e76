/**
 * Code between callers and functions of 64-bit PowerPC of which only one has the TOC pointer: code for POWER10 counts
 * from its place and has none, older code must find its own again. 64-Bit ELF V2 ABI Specification, "Function Calls" and
 * "Protocol Linkage Stubs"; instructions are those of GNU ld.
 */
import type { Machine } from '../machine.ts';
import type { Bridge } from '../machine-facets.ts';

/** Bits of st_other that tell of the local entry; functions that do not keep the TOC pointer, and those that must find it. */
export const LOCAL_ENTRY_BITS = 0xe0;
export const CLOBBERS_TOC = [0x20];
export const NEEDS_TOC = [0x40, 0x60, 0x80, 0xa0, 0xc0];

const [NOP, STD_R2, LD_R2, B] = [0x6000_0000, 0xf841_0018, 0xe841_0018, 0x4800_0000] as const;

/** The bridges, by the order of bytes, on which the place of an immediate depends. */
export function bridgesOf(order: Machine['instructionOrder']): readonly Bridge[] {
  const immediate = order === 'big' ? 2 : 0;
  return [
    {
      calls: ['R_PPC64_REL24'],
      mask: LOCAL_ENTRY_BITS,
      values: CLOBBERS_TOC,
      // The caller's frame has a place for the pointer.
      code: [STD_R2, B],
      relocations: [{ at: 4, type: 'R_PPC64_REL24_NOTOC', addend: 0n }],
      behind: { from: NOP, to: LD_R2, linked: { mask: 0xfc00_0003, value: 0x4800_0001 } },
    },
    {
      calls: ['R_PPC64_REL24_NOTOC', 'R_PPC64_REL24_P9NOTOC'],
      mask: LOCAL_ENTRY_BITS,
      values: NEEDS_TOC,
      // The function finds its pointer by its address in r12, which is as far from the third instruction as told below.
      code: [
        0x7d88_02a6, // mflr 12
        0x429f_0005, // bcl 20, 31, the next
        0x7d68_02a6, // mflr 11
        0x7d88_03a6, // mtlr 12
        0x3d8b_0000, // addis 12, 11, foo@ha
        0x398c_0000, // addi 12, 12, foo@l
        0x7d89_03a6, // mtctr 12
        0x4e80_0420, // bctr
      ],
      relocations: [
        { at: 16 + immediate, type: 'R_PPC64_REL16_HA', addend: BigInt(8 + immediate) },
        { at: 20 + immediate, type: 'R_PPC64_REL16_LO', addend: BigInt(12 + immediate) },
      ],
    },
  ];
}
