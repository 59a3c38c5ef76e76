/**
 * The entry contract as data: what a prologue finds when it is entered, what it leaves alone, and how it tells that it
 * cannot go on. Emulators take registers from it, and every document takes its text from it.
 */

/** One general register, or several with numbers in a row, by the names that emulators have for them. */
export interface Registers {
  readonly kind: 'registers';
  readonly names: readonly string[];
  /** What they hold when the prologue is entered, where it is the loader that puts it there. */
  readonly meaning?: string;
}

/** A word of memory. */
export interface MemoryWord {
  readonly kind: 'word';
  /** The register with its address, but for the offset. */
  readonly base: string;
  /** In bytes. */
  readonly offset: number;
}

/** State of the processor that is no general register, such as flags. */
export interface OtherState {
  readonly kind: 'other';
  readonly text: string;
}

/** A register that holds something when the prologue goes on to an entry of some kind. */
export interface EntryPromise {
  readonly register: string;
  readonly to: keyof typeof PROMISES;
}

/** A register from which code may count, but which neither loaders nor the prologue set. */
export interface OwnRegister {
  readonly register: string;
  /** Which code counts from it, and what it must hold then. */
  readonly purpose: string;
}

/** What an ABI promises to entries of some kind. */
interface Promised {
  readonly what: string;
  /** Which entries. */
  readonly to: string;
  /** What it means for the purgatory where the entry is not of the kind. */
  readonly otherwise: string;
}

const UNFORMED = {
  to: 'if code counts from it and none forms it',
  otherwise: 'no code of the object counts from it without forming it; code of a linked image must form it',
} as const;

/** Entries to which their ABI promises something, and what. */
export const PROMISES = {
  'two entries': {
    what: "the entry's address",
    to: 'if that is a function with a local entry or begins as such do',
    otherwise: 'the entry has no local entry and does not begin as functions do that count from it',
  },
  descriptor: {
    what: "the pointer of the entry's descriptor",
    to: 'if one names it',
    otherwise: 'no descriptor names the entry; code that counts from the TOC must form its pointer',
  },
  'global pointer': { what: 'the global pointer', ...UNFORMED },
  'GOT pointer': { what: 'the address of the GOT', ...UNFORMED },
} as const satisfies Readonly<Record<string, Promised>>;

export interface EntryContract {
  /** What assemblers write in front of every general register. */
  readonly sigil?: '%' | '$';
  /** What arrives with meaning and leaves the prologue untouched. */
  readonly preserved: readonly (Registers | MemoryWord | OtherState)[];
  /** What the prologue may overwrite; with `preserved` this names each general register that can be written once. */
  readonly clobbered: readonly (Registers | OtherState)[];
  readonly stackPointer: string;
  /** How many bytes in front of the stack pointer the prologue writes, and what for; missing where it uses no stack. */
  readonly stack?: { readonly bytes: number; readonly purpose: string };
  /** What the machine is like at entry (mode, MMU, caches), in sentences. */
  readonly state: string;
  /** The register that holds the entry's address when the prologue goes on there; missing where none need. */
  readonly entryRegister?: string;
  /** What else registers hold then, in images whose entry asks for it; what `preserved` says does not hold for them there. */
  readonly promises?: readonly EntryPromise[];
  /** What the purgatory must set itself before it counts from it, beside the stack pointer. */
  readonly own?: readonly OwnRegister[];
  /** What a prologue that cannot go on leaves behind before it jumps to itself. */
  readonly failure: {
    /** Holds the code, one of FAILURES. */
    readonly register: string;
    /** Holds the address of the place whose value did not pass its check, after an overflow. */
    readonly place?: string;
  };
}

/** Why a prologue stopped. */
export const FAILURES = {
  range: { code: 0x52, text: 'the load base is outside the range the image was built for' },
  alignment: { code: 0x41, text: 'the load base is not a multiple of the load alignment' },
  overflow: { code: 0x4f, text: 'a value applied at load time does not pass its relocation check' },
} as const;

export type Failure = keyof typeof FAILURES;

export function register(name: string, meaning?: string): Registers {
  return { kind: 'registers', names: [name], ...(meaning === undefined ? {} : { meaning }) };
}

/** Several registers that have no numbers in a row. */
export function registers(...names: readonly string[]): Registers[] {
  return names.map((name) => register(name));
}

/** The registers `prefix` with the numbers from `first` to `last`. @throws RangeError when there are less than two */
export function range(prefix: string, first: number, last: number, meaning?: string): Registers {
  if (first >= last) throw new RangeError(`${prefix}${first} to ${prefix}${last} is no range of registers`);
  const names = Array.from({ length: last - first + 1 }, (_, index) => `${prefix}${first + index}`);
  return { kind: 'registers', names, ...(meaning === undefined ? {} : { meaning }) };
}

/** The word `offset` bytes behind where a register points. */
export function wordAt(base: string, offset: number): MemoryWord {
  return { kind: 'word', base, offset };
}

export function other(text: string): OtherState {
  return { kind: 'other', text };
}

/** All general registers of a list, in its order. */
export function registersIn(parts: readonly (Registers | MemoryWord | OtherState)[]): string[] {
  return parts.flatMap((part) => (part.kind === 'registers' ? part.names : []));
}

/** The contract in words: phrases without a full stop. */
export interface ContractText {
  readonly preserved: string;
  readonly clobbered: string;
  readonly stack: string;
  readonly state: string;
  /** What holds when the prologue goes on to the entry; undefined where nothing need. */
  readonly leaving: string | undefined;
  readonly failure: string;
  /** The registers with the code and with the place after an overflow. */
  readonly codeRegister: string;
  readonly placeRegister: string | undefined;
}

/** `mark` is put around what is written as in assembly, such as a backtick in Markdown. */
export function contractText(entry: EntryContract, mark = ''): ContractText {
  const {
    preserved,
    clobbered,
    stackPointer,
    stack,
    state,
    entryRegister,
    promises = [],
    own = [],
    failure,
  } = entry;
  const spelt = (name: string): string => `${mark}${entry.sigil ?? ''}${name}${mark}`;
  const list = (parts: readonly (Registers | MemoryWord | OtherState)[]): string[] =>
    parts.map((part) => {
      if (part.kind === 'other') return part.text;
      if (part.kind === 'word')
        return `the word at ${mark}${part.offset}(${entry.sigil ?? ''}${part.base})${mark}`;
      return registersText(part.names.map(spelt)) + (part.meaning === undefined ? '' : ` (${part.meaning})`);
    });
  const leaving = [
    ...(entryRegister === undefined ? [] : [`${spelt(entryRegister)} holds the entry's address`]),
    ...promises.map(
      ({ register, to }) => `${spelt(register)} holds ${PROMISES[to].what}, ${PROMISES[to].to}`,
    ),
    ...own.map(({ register, purpose }) => `${spelt(register)} is the purgatory's own to set: ${purpose}`),
  ];
  const below = stack && `bytes below ${spelt(stackPointer)}`;
  const written = stack ? [`the ${stack.bytes} ${below}`] : [];
  const codeRegister = spelt(failure.register);
  const placeRegister = failure.place && spelt(failure.place);
  const place = placeRegister === undefined ? '' : `; after an overflow ${placeRegister} is the place`;
  return {
    preserved: list(preserved).join(', '),
    clobbered: [...list(clobbered), ...written].join(', '),
    stack: stack ? `${stack.bytes} writable ${below}, ${stack.purpose}` : 'none is used',
    state,
    leaving: leaving.length === 0 ? undefined : leaving.join('; '),
    failure: `code in ${codeRegister}, then a jump to itself${place}`,
    codeRegister,
    placeRegister,
  };
}

function registersText(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]} to ${names.at(-1)}` : names.join(', ');
}
