/**
 * Symbols that linkers define in the final link where the input asks for them and does not define them, and what they
 * mean in a flat image. GNU ld has most of them in its default script (`ld --verbose`), lld in its code.
 */

/** A place of the image. */
export type Landmark =
  /** The lowest byte that is loaded. */
  | 'first byte'
  /** Behind the last section of instructions. */
  | 'end of code'
  /** Behind the last byte that the file holds. */
  | 'end of contents'
  /** The first section that starts out as zeros. */
  | 'start of zeros'
  /** Behind the last byte in memory. */
  | 'end'
  | SectionEdge;

/** One edge of the sections of a name; without such sections, the end of contents. */
export interface SectionEdge {
  /** Those called so, or so with a dot and more behind it; the first name that the image has sections of. */
  readonly names: readonly string[];
  readonly edge: 'start' | 'end';
  /** Bytes from there to the symbol. */
  readonly plus?: number;
  /** The sections stand together, in the order of the numbers behind their names, those without a number last. */
  readonly sorted?: true;
  /** Beside them, sections of this name, whose arrays are in the opposite order and whose numbers count down from 65535. */
  readonly older?: string;
}

function array(name: string, older?: string): Record<string, Landmark> {
  const edge = (which: SectionEdge['edge']): SectionEdge => ({
    names: [`.${name}`],
    edge: which,
    sorted: true,
    ...(older === undefined ? {} : { older }),
  });
  return { [`__${name}_start`]: edge('start'), [`__${name}_end`]: edge('end') };
}

/** Those of all machines. */
export const LINKER_SYMBOLS: Readonly<Record<string, Landmark>> = {
  __executable_start: 'first byte',
  // lld's; elsewhere crtbegin.o has it, an address that no other image has.
  __dso_handle: 'first byte',
  __etext: 'end of code',
  _etext: 'end of code',
  etext: 'end of code',
  _edata: 'end of contents',
  edata: 'end of contents',
  __bss_start: 'start of zeros',
  _end: 'end',
  end: 'end',
  ...array('preinit_array'),
  ...array('init_array', '.ctors'),
  ...array('fini_array', '.dtors'),
  // Bounds of relocations for indirect functions, of which an image has none.
  __rel_iplt_start: 'end of contents',
  __rel_iplt_end: 'end of contents',
  __rela_iplt_start: 'end of contents',
  __rela_iplt_end: 'end of contents',
};

/** What linkers define and a flat image has nothing for, and why. */
export const MEANINGLESS_SYMBOLS: Readonly<Record<string, string>> = {
  __ehdr_start: 'it is the ELF header, and a flat image has none',
  _DYNAMIC: 'it is the table for a dynamic loader, and a flat image has none',
  _PROCEDURE_LINKAGE_TABLE_: 'it is the procedure linkage table, and a flat image has none',
  __tdata_start: 'it is where thread-local variables begin, and a purgatory has no threads',
  __GNU_EH_FRAME_HDR: 'it is a table for unwinding, and nothing unwinds in a purgatory',
  __eh_frame_start: 'it is a table for unwinding, and nothing unwinds in a purgatory',
  __eh_frame_end: 'it is a table for unwinding, and nothing unwinds in a purgatory',
  __eh_frame_hdr_start: 'it is a table for unwinding, and nothing unwinds in a purgatory',
  __eh_frame_hdr_end: 'it is a table for unwinding, and nothing unwinds in a purgatory',
};
