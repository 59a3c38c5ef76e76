/** The files an image is made of: objects, and of archives the members that undefined symbols ask for. */
import { type FileKind, unreadKind } from '../elf/file-kinds.ts';
import { readElf, readElfSymbols } from '../elf/read.ts';
import type { ElfFile } from '../elf/types.ts';
import { closeText } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import { printableName } from '../trouble/printable.ts';
import { type Archive, type IndexedSymbol, isArchive, readArchive } from './archive.ts';
import { slimKind } from './lto.ts';

/** A file and the name that messages have for it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One file, or several that make one image: objects and archives, in the order in which `ld -r` would be given them. */
export type Input = Uint8Array | readonly InputFile[];

/** An object, or a linked image. */
export interface NamedElf {
  /** As in `lib.a(member.o)`; undefined for a file that stands alone. */
  readonly name: string | undefined;
  readonly elf: ElfFile;
}

/**
 * The objects that make the image, in order; members of an archive stand in its place, in the archive's order. Archives
 * are asked for every symbol that is undefined and not weak: the first that has it gives the member.
 * @param wanted a symbol to ask for beside those that objects ask for
 * @param late symbols that archives are not asked for
 * @param withDebug read the relocations of debugging sections, too
 * @throws InputError naming the file that cannot be read, or when archives alone have nothing that was asked for
 */
export function gatherFiles(
  input: Input,
  wanted: string,
  late: readonly string[],
  withDebug = false,
): NamedElf[] {
  const files: readonly InputFile[] = input instanceof Uint8Array ? [{ name: '', bytes: input }] : input;
  const [first, ...more] = files;
  if (!first) throw new InputError('there is no input; name an object');
  const alone = more.length === 0;
  if (alone && !isArchive(first.bytes))
    return [{ name: undefined, elf: readElf(first.bytes, undefined, withDebug) }];
  const opened = files.map((file): NamedElf | Library =>
    isArchive(file.bytes)
      ? new Library(file.bytes, alone ? undefined : file.name, withDebug)
      : { name: file.name, elf: readElf(file.bytes, file.name, withDebug) },
  );
  const libraries = opened.filter((each) => each instanceof Library);
  const asked = new Asked(late);
  for (const each of opened) if (!(each instanceof Library)) asked.add(each.elf);
  asked.ask(wanted);
  for (let name = asked.next(); name !== undefined; name = asked.next()) {
    for (const library of libraries) {
      const state = asked.stateOf(name);
      const member = state && library.take(name, state);
      if (member) asked.add(member.elf);
    }
  }
  const [head, ...rest] = opened.flatMap((each) => (each instanceof Library ? each.taken : [each]));
  const unread = asked.isContent ? [] : libraries.flatMap((library) => library.unread);
  if (head) return [unread.length === 0 ? head : { ...head, elf: { ...head.elf, unread } }, ...rest];
  const close = closeText(
    wanted,
    libraries.flatMap((library) => library.names),
  );
  throw new InputError([
    `no member of the archive defines ${wanted}, and there is no object that asks for others${close}; ` +
      'pass the object as well, or name a symbol that a member defines with --entry',
    ...unread.map((each) => `it may be in ${each}`),
  ]);
}

/** What a symbol is that archives are asked for; a common one is content with itself, unless a member has contents for it. */
type State = 'undefined' | 'common';

/** An archive, and the members that have been taken of it. */
class Library {
  readonly #name: string | undefined;
  readonly #withDebug: boolean;
  readonly #archive: Archive;
  readonly #membersWith = new Map<string, Set<number>>();
  readonly #read = new Map<number, NamedElf>();
  readonly #named = new Map<number, ReadonlySet<string>>();
  readonly #taken = new Set<number>();

  /** @param name for messages; undefined where members alone are named */
  constructor(bytes: Uint8Array, name: string | undefined, withDebug: boolean) {
    this.#name = name;
    this.#withDebug = withDebug;
    this.#archive = about(name, () => readArchive(bytes));
    for (const { name: symbol, member } of this.#archive.index ?? this.#index()) {
      const known = this.#membersWith.get(symbol);
      if (known) known.add(member);
      else this.#membersWith.set(symbol, new Set([member]));
    }
  }

  /** The members that have been taken, in the archive's order. */
  get taken(): NamedElf[] {
    return [...this.#taken].sort((a, b) => a - b).map((member) => this.#member(member));
  }

  /** The symbols that can be asked for. */
  get names(): string[] {
    return [...this.#membersWith.keys()];
  }

  /** The members that have not been taken and of which nobody can see what they define: what each is, and what to do. */
  get unread(): string[] {
    return this.#archive.members.flatMap(({ bytes }, member) => {
      const kind = this.#taken.has(member) ? undefined : (unreadKind(bytes) ?? this.#slimKind(member));
      return kind ? [`${this.#nameOf(member)}, which is ${kind.what}: ${kind.remedy}`] : [];
    });
  }

  /** Takes the first member that defines a symbol, if there is one that has not been taken. */
  take(symbol: string, state: State): NamedElf | undefined {
    const member = [...(this.#membersWith.get(symbol) ?? [])].find(
      (each) => !this.#taken.has(each) && (state === 'undefined' || this.#contents(each).has(symbol)),
    );
    if (member === undefined) return undefined;
    this.#taken.add(member);
    return this.#member(member);
  }

  /** What a table of symbols would say; members that are no ELF files have none. */
  #index(): IndexedSymbol[] {
    return this.#archive.members.flatMap(({ bytes }, member) => {
      if (!isElf(bytes)) return [];
      // Not as a member is that was asked for: all of them together have more than an image may.
      const defined = readElfSymbols(bytes, this.#nameOf(member)).filter(
        ({ binding, place }) => binding !== 'local' && place.kind !== 'undefined',
      );
      return defined.map(({ name }) => ({ name, member }));
    });
  }

  /** Names of the symbols for which a member has more than a wish for room. */
  #contents(member: number): ReadonlySet<string> {
    const known = this.#named.get(member);
    if (known) return known;
    const found = this.#member(member).elf.symbols.flatMap(({ name, binding, place }) =>
      binding !== 'local' && (place.kind === 'section' || place.kind === 'absolute') ? [name] : [],
    );
    const names = new Set(found);
    this.#named.set(member, names);
    return names;
  }

  #member(number: number): NamedElf {
    const known = this.#read.get(number);
    if (known) return known;
    const member = this.#archive.members[number];
    if (!member) throw new RangeError(`the archive has no member ${number}`);
    const name = this.#nameOf(number);
    const read = { name, elf: readElf(member.bytes, name, this.#withDebug) };
    this.#read.set(number, read);
    return read;
  }

  /** A damaged member that nobody asked for is no trouble. */
  #slimKind(number: number): FileKind | undefined {
    if (!isElf(this.#archive.members[number]?.bytes ?? new Uint8Array())) return undefined;
    try {
      return slimKind(this.#member(number).elf);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }

  #nameOf(number: number): string {
    const own = printableName(this.#archive.members[number]?.name ?? '');
    return this.#name === undefined ? own : `${this.#name}(${own})`;
  }
}

function isElf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '\x7fELF';
}

/** The symbols that archives are to be asked for, as files are added. */
class Asked {
  readonly #states = new Map<string, State | 'defined'>();
  readonly #queue: string[] = [];
  #done = 0;
  readonly #late: ReadonlySet<string>;

  constructor(late: readonly string[]) {
    this.#late = new Set(late);
  }

  /** The next symbol to ask for; undefined when all have been. */
  next(): string | undefined {
    return this.#queue[this.#done++];
  }

  /** Whether nothing that was asked for is left undefined. */
  get isContent(): boolean {
    return [...this.#states].every(([name, state]) => state !== 'undefined' || this.#late.has(name));
  }

  stateOf(name: string): State | undefined {
    const state = this.#states.get(name);
    return state === 'defined' ? undefined : state;
  }

  ask(name: string): void {
    if (!this.#states.has(name)) this.#set(name, 'undefined');
  }

  add({ symbols }: ElfFile): void {
    for (const { name, binding, place } of symbols) {
      if (binding === 'local' || name === '') continue;
      if (place.kind === 'undefined') {
        if (binding !== 'weak') this.ask(name);
      } else if (place.kind !== 'common') this.#states.set(name, 'defined');
      else if (this.#states.get(name) !== 'defined') this.#set(name, 'common');
    }
  }

  #set(name: string, state: State): void {
    if (this.#states.get(name) === state) return;
    this.#states.set(name, state);
    if (!this.#late.has(name)) this.#queue.push(name);
  }
}

/** Runs `work` so that what it throws begins with the name of the file that it is about. */
export function about<Result>(name: string | undefined, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError) || name === undefined) throw error;
    throw error.about(name);
  }
}
