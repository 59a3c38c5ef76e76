/** Instructions of x86 that go through the GOT, and what they come to mean after a linker or relocator has been there. */
import { read } from './machine-run.ts';

export type X86 = 'x86_64' | 'i386';

const BINARY = ['adc', 'add', 'and', 'cmp', 'or', 'sbb', 'sub', 'xor'];

/** The instructions that the psABIs list for GOTPCRELX and GOT32X, and one that they do not list. */
export const FORMS: Readonly<Record<X86, readonly string[]>> = {
  x86_64: [
    'call *foo@GOTPCREL(%rip)',
    'jmp *foo@GOTPCREL(%rip)',
    ...['eax', 'r9d', 'rax', 'r9'].map((register) => `mov foo@GOTPCREL(%rip), %${register}`),
    ...['eax', 'r9'].map((register) => `test %${register}, foo@GOTPCREL(%rip)`),
    ...BINARY.flatMap((name) => ['ecx', 'r10'].map((register) => `${name} foo@GOTPCREL(%rip), %${register}`)),
    'push foo@GOTPCREL(%rip)',
  ],
  i386: [
    'call *foo@GOT(%ebx)',
    'jmp *foo@GOT(%ebx)',
    ...['ebx', 'ecx'].map((base) => `mov foo@GOT(%${base}), %edx`),
    'test %eax, foo@GOT(%ebx)',
    ...BINARY.map((name) => `${name} foo@GOT(%ebx), %ecx`),
    'push foo@GOT(%ebx)',
  ],
};

/** How an instruction comes by its operand. */
export type Way = 'direct' | 'immediate' | 'slot';

export interface Meaning {
  readonly way: Way;
  /** The address that it calls, jumps to or computes with. */
  readonly value: bigint;
  /** The instruction's bytes without its field, which shows where a table lies. */
  readonly code: string;
}

/** Memory that holds an instruction and the slots it names. */
export interface Memory {
  readonly bytes: Uint8Array;
  /** The word at an address. */
  readonly wordAt: (address: bigint) => bigint;
}

const DIRECT = new Set([0xe8, 0xe9]);
const LEA = 0x8d;
const IMMEDIATE = new Set([0x81, 0xc7, 0xf7]);
const NO_BASE = 0x05;

/** Reads the instruction at `address`; every form has one 32-bit field after its opcode and mode byte. */
export function meaningOf(arch: X86, { bytes, wordAt }: Memory, address: bigint, got: bigint): Meaning {
  const byte = (index: number): number => bytes[index] ?? 0;
  const rex = arch === 'x86_64' && (byte(0) & 0xf0) === 0x40;
  const start = rex || byte(0) === 0x67 ? 1 : 0;
  const opcode = byte(start);
  const at = DIRECT.has(opcode) ? start + 1 : start + 2;
  const field = BigInt.asIntN(32, read(bytes, at, 4, 'little'));
  const word = (value: bigint): bigint => BigInt.asUintN(arch === 'i386' ? 32 : 64, value);
  const next = address + BigInt(at) + 4n;
  const code = Buffer.from(bytes)
    .fill(0, at, at + 4)
    .toString('hex');
  if (DIRECT.has(opcode)) return { way: 'direct', value: word(next + field), code };
  if (IMMEDIATE.has(opcode)) return { way: 'immediate', value: word(field), code };
  const relative = arch === 'x86_64' ? next : (byte(start + 1) & 0xc7) === NO_BASE ? 0n : got;
  const value = word(relative + field);
  return opcode === LEA ? { way: 'direct', value, code } : { way: 'slot', value: wordAt(value), code };
}

/** Where a linker's way is not relocator's. */
export interface WayDifference {
  readonly linker: 'GNU ld' | 'lld';
  readonly arch: X86;
  /** Only in images that do not move. */
  readonly fixed: boolean;
  readonly forms: RegExp;
  readonly instructions: string;
  readonly way: Way;
  readonly what: string;
  readonly decides: string;
}

const AMD64 = 'AMD64 psABI, appendix Linker Optimization';
const I386 = 'i386 psABI, Linker Optimization';
const MOVES =
  'an immediate would tie the image to the lowest or highest 2 GiB and is one more word to relocate.';

export const WAYS: readonly WayDifference[] = [
  {
    linker: 'GNU ld',
    arch: 'x86_64',
    fixed: true,
    forms: /^(mov|test|adc|add|and|cmp|or|sbb|sub|xor) /,
    instructions: '`mov`, `test`, arithmetic',
    way: 'immediate',
    what: 'puts the address into the instruction as an immediate, where the image does not move and the address fits.',
    decides: `${AMD64}: a linker may. Only \`call\`, \`jmp\` and \`mov\` have a form without the slot that moves with the image; ${MOVES}`,
  },
  {
    linker: 'lld',
    arch: 'x86_64',
    fixed: true,
    forms: /^(test|adc|add|and|cmp|or|sbb|sub|xor) .*%r(\d+|.x)(,|$)/,
    instructions: '`test`, arithmetic, with a REX prefix',
    way: 'immediate',
    what: 'puts the address into instructions with a REX prefix as an immediate, where the image does not move.',
    decides: `${AMD64}: a linker may. The slot stays; ${MOVES}`,
  },
  {
    linker: 'GNU ld',
    arch: 'i386',
    fixed: true,
    forms: /^(mov|test|adc|add|and|cmp|or|sbb|sub|xor) /,
    instructions: '`mov`, `test`, arithmetic',
    way: 'immediate',
    what: 'puts the address into the instruction as an immediate, where the image does not move.',
    decides: `${I386}: a linker may. \`mov\` becomes \`lea foo@GOTOFF\`, which moves with the image, and the others keep their slot; an immediate is one more word to relocate.`,
  },
  {
    linker: 'lld',
    arch: 'i386',
    fixed: false,
    forms: /^(call|jmp|mov) /,
    instructions: '`call`, `jmp`, `mov`',
    way: 'slot',
    what: 'rewrites none of them.',
    decides: `${I386}: a linker may rewrite, it need not.`,
  },
];
