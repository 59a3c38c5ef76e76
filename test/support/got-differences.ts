/** Where a linker does otherwise than a rule that goes through the GOT, and what decides. */
import type { GotResult } from './got-links.ts';
import type { Linker } from './linkers.ts';

const S390 = 's390x psABI, Relocation Types';
const AAELF = 'ELF for the Arm 64-bit Architecture';

export interface GotDifference {
  readonly linker: Linker;
  readonly types: RegExp;
  /** What the linker does. */
  readonly what: string;
  /** What decides, and who is right. */
  readonly decides: string;
  readonly explains: (result: GotResult) => boolean;
}

const ADDEND =
  `${AAELF}, 5.7.3: GDAT(S+A) is an entry for the address S+A; since 2024 the addend has to be 0, because linkers never did ` +
  'that. Assemblers write addends when they put a section in place of a local symbol, and mean S+A: the rule does that.';

export const GOT_DIFFERENCES: readonly GotDifference[] = [
  {
    linker: 'GNU ld',
    types: /^R_386_GOT32X$/,
    what: 'rewrites the instruction when the addend is 0, also one it has no other form for, and makes no slot.',
    decides:
      'i386 psABI, Relocation Types: only the instructions named there have the type. The rule rewrites `call`, ' +
      '`jmp` and `mov`, and makes a slot for others.',
    explains: ({ A, linker }) => A === 0n && linker !== 'refused',
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_ADR_GOT_PAGE$/,
    what: 'takes distances beyond 4 GiB and drops what does not fit.',
    decides: `${AAELF}, 5.7.6: check that -2^32 <= X < 2^32. The rule checks.`,
    explains: ({ X, rule, linker }) =>
      rule === 'refused' && linker !== 'refused' && (X < -(1n << 32n) || X >= 1n << 32n),
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_MOVW_GOTOFF_G1$/,
    what: 'leaves the opcode as it is.',
    decides: `${AAELF}, 5.7.6: the checking forms relocate MOVN or MOVZ. The offset of a slot is not negative, so the rule makes it MOVZ.`,
    explains: ({ X, rule, linker, old }) =>
      rule !== 'refused' &&
      linker !== 'refused' &&
      X >= 0n &&
      (old & (1n << 30n)) === 0n &&
      rule === (linker | (1n << 30n)),
  },
  {
    linker: 'GNU ld',
    types: /^R_AARCH64_/,
    what: 'ignores an addend.',
    decides: ADDEND,
    explains: ({ A, G, linker, besideSymbol }) =>
      A !== 0n && G === undefined && sameMove(linker, besideSymbol(0n)),
  },
  {
    linker: 'GNU ld',
    types: /^R_RISCV_GOT_HI20$/,
    what: 'refuses addends.',
    decides:
      'RISC-V ELF Specification, Relocations: G + GOT + A - P. Assemblers emit no addend; the rule adds what is there.',
    explains: ({ A, linker }) => A !== 0n && linker === 'refused',
  },
  ...([16n, 32n] as const).map(
    (bits): GotDifference => ({
      linker: 'GNU ld',
      types: new RegExp(`^R_390_(GOT|GOTPLT|GOTOFF|PLTOFF)${bits}$`),
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `${S390}: the bits above a half16 must be all ones or all zeros, which leaves the sign open. The rule takes what n bits can mean, -2^(n-1) to 2^n - 1, and so does lld.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && X < -(1n << (bits - 1n)) && X >= -(1n << bits),
    }),
  ),
  {
    linker: 'GNU ld',
    types: /^R_390_GOT12$/,
    what: 'takes -2^12 to 2^12 - 1.',
    decides: `${S390}: the bits above a low12 must be zero. The rule checks, and so does lld.`,
    explains: ({ X, rule, linker }) =>
      rule === 'refused' && linker !== 'refused' && X < 0n && X >= -(1n << 12n),
  },
  {
    linker: 'GNU ld',
    types: /^R_390_GOTPLT12$/,
    what: 'takes any value and drops what does not fit.',
    decides: `${S390}: the bits above a low12 must be zero. The rule checks.`,
    explains: ({ X, rule, linker }) =>
      rule === 'refused' && linker !== 'refused' && (X < 0n || X >= 1n << 12n),
  },
  {
    linker: 'GNU ld',
    types: /^R_390_(GOT|GOTPLT)20$/,
    what: 'takes any value and drops what does not fit.',
    decides: `${S390}: a mid20 is signed. The rule checks, and for GOT20 so does lld.`,
    explains: ({ X, rule, linker }) =>
      rule === 'refused' && linker !== 'refused' && (X < -(1n << 19n) || X >= 1n << 19n),
  },
  {
    linker: 'GNU ld',
    types: /^R_390_(GOTENT|GOTPLTENT|GOTPCDBL)$/,
    what: 'takes distances twice as long either way, and odd ones, and drops what does not fit.',
    decides: `${S390}: the field is a signed number of halfwords. The rule checks, and so does lld.`,
    explains: ({ X, rule, linker }) =>
      rule === 'refused' && linker !== 'refused' && (X < -(1n << 32n) || X >= 1n << 32n || X % 2n !== 0n),
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_LD64_GOTPAGE_LO15$/,
    what: 'takes slots beyond 32 KiB and drops what does not fit.',
    decides: `${AAELF}, 5.7.6: check that 0 <= X < 2^15. The rule checks.`,
    explains: ({ X, rule, linker }) => rule === 'refused' && linker !== 'refused' && X >= 1n << 15n,
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_LD64_GOT(_LO12_NC|PAGE_LO15)$/,
    what: 'ORs the value into the immediate and counts on finding it 0.',
    decides: `${AAELF}, 5.7.6: the immediate field is set to the bits of X, and with RELA nothing that stood there counts. The rule sets it.`,
    explains: ({ rule, linker, old }) => rule !== 'refused' && old !== 0n && linker === (rule | old),
  },
  {
    linker: 'lld',
    types: /^R_AARCH64_/,
    what: 'adds an addend to the address of the slot.',
    decides: ADDEND,
    explains: ({ A, G, linker, besideSymbol }) =>
      A !== 0n && G === undefined && sameMove(linker, besideSymbol(A)),
  },
];

/** True for the same field, but for the opcode bit that GNU ld leaves alone in wide moves. */
function sameMove(linker: bigint | 'refused', field: bigint | 'refused'): boolean {
  return linker === field || (linker !== 'refused' && field === (linker | (1n << 30n)));
}
