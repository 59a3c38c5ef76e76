/** What the prologue generator must know of a machine beyond its rules: one entry per architecture. */
import type { Rule } from '../../relocator-dsl/rule.ts';
import { aarch64Constant, aarch64Handler, aarch64Load, aarch64Store } from './aarch64.ts';
import { s390xConstant, s390xHandler, s390xLoad, s390xStore } from './s390x.ts';
import { x86Handler } from './x86.ts';

export interface Target {
  /** How far, in bytes from the blob's start, the format's own branch reaches the entry; beyond it needs a jump. */
  readonly reach: number;
  /** Alignment of a table of words. */
  readonly tableAlignment: number;
  /** Where in the instruction that the template calls `head` the chain's head stands, in bytes. */
  readonly headOperand?: number;
  /** Start of a comment that runs to the end of the line. */
  readonly comment: string;
  jump(label: string): string;
  handler(rule: Rule, got: number, granule: number): string[];
  /** Instructions that load or store a word of `bytes` bytes at the slot in accesses of at most `granule` bytes. */
  loadWord(bytes: 4 | 8, granule: number): string[];
  storeWord(bytes: 4 | 8, granule: number): string[];
  /** Instructions that bring a constant into the register the base is compared with; unused where templates can. */
  constant(value: bigint): string[];
}

const none = (): string[] => [];

const targets: Readonly<Record<string, Target>> = {
  x86_64: {
    reach: 0x7f,
    tableAlignment: 1,
    comment: '#',
    jump: (label) => `jmp ${label}`,
    handler: (rule, got) => x86Handler(rule, 64, got),
    loadWord: none,
    storeWord: none,
    constant: none,
  },
  i386: {
    reach: 0x7f,
    tableAlignment: 1,
    comment: '#',
    jump: (label) => `jmp ${label}`,
    handler: (rule, got) => x86Handler(rule, 32, got),
    loadWord: none,
    storeWord: none,
    constant: none,
  },
  aarch64: {
    reach: 0xf_ffff,
    tableAlignment: 8,
    comment: '//',
    jump: (label) => `b ${label}`,
    handler: aarch64Handler,
    loadWord: aarch64Load,
    storeWord: aarch64Store,
    constant: aarch64Constant,
  },
  s390x: {
    reach: 0xfffe,
    headOperand: 2,
    tableAlignment: 1,
    comment: '#',
    jump: (label) => `j ${label}`,
    handler: s390xHandler,
    loadWord: s390xLoad,
    storeWord: s390xStore,
    constant: s390xConstant,
  },
};

/** False for an architecture that has rules only. */
export function hasPrologue(arch: string): boolean {
  return targets[arch] !== undefined;
}

/** @throws RangeError for an architecture without prologue code generation */
export function targetFor(arch: string): Target {
  const target = targets[arch];
  if (!target) throw new RangeError(`no prologue can be generated for ${arch}`);
  return target;
}
