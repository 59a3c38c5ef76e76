/**
 * Functions that save and restore registers on the stack, which 64-bit PowerPC's compilers call to save space (-Os). The
 * psABI gives their code and leaves it to linkers to make them: 64-Bit ELF V2 ABI Specification, "Register Save and
 * Restore Functions"; the dotted names are of ELF V1.
 *
 * Each stores or loads its register and goes on in the next. Register N of 32 stands 32 - N places below where the stack
 * pointer, r1, was (or below r12). The link register is saved 16 bytes above; where it is loaded, that is done early.
 */
import type { MadeFunctions } from '../machine-facets.ts';

/** An instruction with two registers and a displacement of 16 bits in the low half. */
const displaced = (opcode: number, register: number, displacement: number, base: number): number =>
  ((opcode << 26) | (register << 21) | (base << 16) | (displacement & 0xffff)) >>> 0;

/** … with three registers, and a second opcode. */
const indexed = (second: number, register: number, a: number, b: number): number =>
  ((31 << 26) | (register << 21) | (a << 16) | (b << 11) | (second << 1)) >>> 0;

const std = (register: number, displacement: number, base: number): number =>
  displaced(62, register, displacement, base);
const ld = (register: number, displacement: number, base: number): number =>
  displaced(58, register, displacement, base);
const stfd = (register: number, displacement: number, base: number): number =>
  displaced(54, register, displacement, base);
const lfd = (register: number, displacement: number, base: number): number =>
  displaced(50, register, displacement, base);
const li = (register: number, value: number): number => displaced(14, register, value, 0);
const stvx = (register: number, a: number, b: number): number => indexed(231, register, a, b);
const lvx = (register: number, a: number, b: number): number => indexed(103, register, a, b);
/** mtlr 0 */
const MTLR_R0 = 0x7c08_03a6;
const BLR = 0x4e80_0020;

const [R0, R1, R12] = [0, 1, 12] as const;
/** Bytes above the stack pointer where the link register is saved. */
const LINK = 16;

type Instruction = (register: number, displacement: number, base: number) => number;

/** A register of 8 bytes below what `base` points to. */
const at =
  (instruction: Instruction, base: number) =>
  (register: number): number =>
    instruction(register, -8 * (32 - register), base);

interface Row extends Pick<MadeFunctions, 'stem' | 'first' | 'last'> {
  readonly one: (register: number) => readonly number[];
  readonly end: (last: readonly number[]) => readonly number[];
}

const made = ({ one, end, ...row }: Row): MadeFunctions => ({
  ...row,
  each: one,
  end: (register) => end(one(register)),
});

const returns = (last: readonly number[]): number[] => [...last, BLR];
/** The link register comes from r0. */
const savesLink = (last: readonly number[]): number[] => [...last, std(R0, LINK, R1), BLR];

/** Loads r`first` to r31 and the link register: the highest two stand behind its move, as they have no name of their own there. */
function loading(stem: string, load: (register: number) => number): MadeFunctions[] {
  const upTo29 = {
    stem,
    first: 14,
    last: 29,
    one: (register: number) => [load(register)],
    end: (last: readonly number[]) => [ld(R0, LINK, R1), ...last, MTLR_R0, load(30), load(31), BLR],
  };
  const rest = {
    stem,
    first: 30,
    last: 31,
    one: (register: number) => [load(register)],
    end: (last: readonly number[]) => [ld(R0, LINK, R1), ...last, MTLR_R0, BLR],
  };
  return [made(upTo29), made(rest)];
}

const all = { first: 14, last: 31 };
const vectors = { first: 20, last: 31 };
const single =
  (one: (register: number) => number) =>
  (register: number): number[] => [one(register)];
/** A vector's displacement is in r12. */
const vector =
  (instruction: typeof stvx) =>
  (register: number): number[] => [li(R12, -16 * (32 - register)), instruction(register, R12, R0)];

export const saveRestore: readonly MadeFunctions[] = [
  made({ stem: '_savegpr0_', ...all, one: single(at(std, R1)), end: savesLink }),
  ...loading('_restgpr0_', at(ld, R1)),
  made({ stem: '_savegpr1_', ...all, one: single(at(std, R12)), end: returns }),
  made({ stem: '_restgpr1_', ...all, one: single(at(ld, R12)), end: returns }),
  made({ stem: '_savefpr_', ...all, one: single(at(stfd, R1)), end: savesLink }),
  ...loading('_restfpr_', at(lfd, R1)),
  made({ stem: '._savef', ...all, one: single(at(stfd, R1)), end: returns }),
  made({ stem: '._restf', ...all, one: single(at(lfd, R1)), end: returns }),
  made({ stem: '_savevr_', ...vectors, one: vector(stvx), end: returns }),
  made({ stem: '_restvr_', ...vectors, one: vector(lvx), end: returns }),
];
