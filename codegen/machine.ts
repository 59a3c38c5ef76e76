/** What the prologue generator must know of a machine beyond its rules. */
import type { Machine } from '../relocator-dsl/machine.ts';
import type { Rule } from '../relocator-dsl/rule.ts';
import type { Assembler } from './assemble/engines.ts';
import type { SliceLoad, SplitField } from './selection/split.ts';
import type { Jump } from './selection/tails.ts';

/** How a machine's chains differ from others. */
export interface ChainForm {
  /** The target is the upper half of a word, where the machine takes it apart more easily. */
  readonly chainTargetAbove?: true;
  /** Halves of 32 bits are read from a chain's words with their sign, so offsets in them end at 2 GiB. */
  readonly signedChains?: true;
  /** Offsets and targets, the head's too, count from this many bytes behind the load base. */
  readonly chainOrigin?: number;
  /** Bytes of a chain's head, which is read like the offsets in the words; 4 where it is not told. */
  readonly headBytes?: 2;
}

export interface Target extends ChainForm, Jump {
  readonly assembler: Assembler;
  /** Folder of the templates, where it is not called as the architecture. */
  readonly templates?: string;
  /** What templates tell machines apart by that share them. */
  readonly facts?: Readonly<Record<string, string | number>>;
  /** How far, in bytes from the blob's start, the format's own branch reaches the entry; beyond it needs a jump. */
  readonly reach: number;
  /** How far from the blob's start a table of distances may be, in bytes; undefined where any does. */
  readonly tableReach?: number;
  /** Alignment of a table of words. */
  readonly tableAlignment: number;
  /** Where in the instruction that the template calls `head` the chain's head stands, in bytes. */
  readonly headOperand?: number;
  /** What stands in front of code that uses everything the handlers do. */
  readonly directives?: readonly string[];
  handler(rule: Rule, got: number, granule: number, toc: number, machine: Machine): string[];
  /** Instructions that load or store a word of `bytes` bytes in accesses of at most `granule` bytes. */
  loadWord(bytes: 4 | 8, granule: number): string[];
  storeWord(bytes: 4 | 8, granule: number): string[];
  /**
   * For addresses split over instruction fields, in the loops of chain and delta; missing where there are none.
   * `load` reads slices, relative to where the word stands, into the register of the value or of the next word's offset, which it
   * overwrites; `store` stores the value in all fields, rounded where they are, and maintains the instruction cache
   * but for what the template does once at the end.
   */
  readonly split?: {
    load(slices: readonly SliceLoad[], into: 'value' | 'next'): string[];
    store(fields: readonly SplitField[]): string[];
  };
  /**
   * Instructions that bring the address `offset` bytes from the blob's start into the register that walks the table,
   * as many for every offset that needs more than one; missing where templates can.
   */
  locate?(offset: number): string[];
  /** Instructions that bring a constant into the register the base is compared with; unused where templates can. */
  constant(value: bigint): string[];
}
