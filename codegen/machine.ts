/** What the prologue generator must know of a machine beyond its rules, by who asks for it. */
import type { Machine } from '../relocator-dsl/machine.ts';
import type { Rule } from '../relocator-dsl/rule.ts';
import type { Assembler } from './assemble/engines.ts';
import type { PrologueRequest, WordGroup } from './request.ts';
import type { SliceLoad, SplitField } from './selection/split.ts';
import type { Jump } from './selection/tails.ts';

export interface Target {
  readonly assembler: Assembler;
  readonly selection: Selection;
  readonly placement: Placement;
  /** Missing where templates load and store words by themselves. */
  readonly words?: WordAccess;
  /** Missing where no address is split over instruction fields. */
  readonly split?: SplitAccess;
  /** How its chains differ from others. */
  readonly chain?: ChainForm;
  /** Missing where templates ask nothing. */
  readonly questions?: Questions;
  readonly beacon: BeaconAccess;
  /** Missing where templates need no more than their format tells all machines. */
  readonly additions?: Additions;
}

/** The handlers of records. */
export interface Selection extends Jump {
  handler(rule: Rule, got: number, granule: number, toc: number, machine: Machine): string[];
  /** What stands in front of code that uses everything the handlers do. */
  readonly directives?: readonly string[];
}

/** Where tables and the entry may stand. */
export interface Placement {
  /** How far, in bytes from the blob's start, the format's own branch reaches the entry; beyond it needs a jump. */
  readonly reach: number;
  /** How far from the blob's start a table of distances may be, in bytes; undefined where any does. */
  readonly tableReach?: number;
  /** Alignment of a table of words, in bytes. */
  readonly tableAlignment: number;
}

/** Loops over words: instructions that load or store one of `bytes` bytes in accesses of at most `granule` bytes. */
export interface WordAccess {
  load(bytes: 4 | 8, granule: number): string[];
  store(bytes: 4 | 8, granule: number): string[];
}

/** Addresses split over instruction fields, in the loops of chain and delta. */
export interface SplitAccess {
  /** Reads slices, relative to where the word stands, into the register of the value or of the next word's offset. */
  load(slices: readonly SliceLoad[], into: 'value' | 'next'): string[];
  /**
   * Stores the value in all fields, rounded where they are, and maintains the instruction cache but for what the template
   * does once at the end.
   */
  store(fields: readonly SplitField[]): string[];
  /** It stores fields to which something is added. */
  readonly adds?: true;
  /**
   * Loads and stores fields of which the table says where they stand, and this goes on behind so many of its bytes: the last
   * instructions of a loop. Missing where they do not.
   */
  skip?(bytes: number): string[];
  /** How far from the blob's start such a table may be, in bytes; undefined where any may. */
  readonly skipReach?: number;
}

export interface ChainForm {
  /** A word of 4 bytes takes no more instructions than one of 8, so that both go into one chain where they can. */
  readonly narrows?: true;
  /** The target is the upper half of a word, where the machine takes it apart more easily. */
  readonly targetAbove?: true;
  /** Halves of 32 bits are read from words with their sign, so offsets in them end at 2 GiB. */
  readonly signed?: true;
  /** Offsets and targets, the head's too, count from this many bytes behind the load base. */
  readonly origin?: number;
  /** Bytes of a head, which is read like the offsets in the words; 4 where it is not told. */
  readonly headBytes?: 2;
  /** Where in the instruction that the template calls `head` the head stands, in bytes; it is the table then. */
  readonly headOperand?: number;
}

/** What templates may ask, as helpers: instructions that they do not hold themselves. */
export interface Questions {
  /**
   * Instructions that bring the address `offset` bytes from the blob's start into the register that walks the table, as
   * many for every offset that needs more than one.
   */
  locate?(offset: number): string[];
  /** Instructions that bring a constant into the register the base is compared with, or compare it. */
  constant?(value: bigint): string[];
}

/** How a failure is told to something outside: the code that is in the failure register, stored from there. */
export interface BeaconAccess {
  /** Instructions that store the code at an address, as a word of 4 bytes or as a byte. */
  store(address: bigint, bytes: 1 | 4): string[];
  /** Instructions that put it out to a port; missing where the machine has none. */
  port?(port: number): string[];
  /** Why no byte can be stored alone; missing where one can. */
  readonly noBytes?: string;
}

/** Where a group of words stands among those of its prologue. */
export interface GroupPlace {
  /** Offset of its own table, in bytes from the blob's start. */
  readonly table: number;
  readonly last: boolean;
}

/** What templates of one machine are told beside what their format tells all: names that nobody else meets. */
export interface Additions {
  context?(request: PrologueRequest): object;
  /** The same for each group of words. */
  group?(group: WordGroup, place: GroupPlace, request: PrologueRequest): object;
}
