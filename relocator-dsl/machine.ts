/** What a prologue must know of the machine it runs on, and what the image must know of its ELF files. */
import type { EntryContract } from './entry.ts';
import type { CodeFacet, ElfFacet, FunctionsFacet, LoadingFacet, PointersFacet } from './machine-facets.ts';

/** What is so of every machine, and the facets that hold what else there is to say. */
export interface Machine {
  /** The name used on the command line and for generated files. */
  readonly arch: string;
  /** The psABI's name here: that of its rules in relocator-dsl/arch/, and of its folder `machines/<psabi>/` elsewhere. */
  readonly psabi: string;
  /** Human name. */
  readonly title: string;
  /** What `uname -m`, distributions and compilers call it besides; the command line takes these, too. */
  readonly otherNames?: readonly string[];
  /** e_machine. */
  readonly elfMachine: number;
  /** e_ident[EI_CLASS] as word size in bits. */
  readonly wordBits: 32 | 64;
  readonly dataOrder: 'little' | 'big';
  readonly instructionOrder: 'little' | 'big';
  /** Where ET_REL files keep addends: in SHT_RELA entries or in the place. Both are read; this is the usual one. */
  readonly addends: 'explicit' | 'in place';
  /** True if a data access that is not a multiple of its size faults in the state of the entry contract. */
  readonly unalignedFaults: boolean;
  readonly elf?: ElfFacet;
  readonly code: CodeFacet;
  readonly functions?: FunctionsFacet;
  readonly pointers?: PointersFacet;
  readonly loading: LoadingFacet;
  readonly entry: EntryContract;
}

/** The undefined symbol by which objects ask for the GOT's address, on every machine. */
export const GOT_SYMBOL = '_GLOBAL_OFFSET_TABLE_';

/** Path of the file with the machine's rules, from the root of the repository. */
export function rulesPath({ psabi }: Machine): string {
  return `relocator-dsl/arch/${psabi}.ts`;
}
