/** The map's numbers as named constants, for programs that carry the blob. */
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { ImageMap } from '../map/map.ts';
import { InputError } from '../trouble/errors.ts';
import { escapedCharacter, printable } from '../trouble/printable.ts';

export interface Constant {
  readonly name: string;
  readonly value: bigint;
  /** What it counts, fit for the comment beside it. */
  readonly meaning: string;
}

/** Names that C, assembly and ELF take alike. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What may stand in the middle of such a name. */
const PART = /^[A-Za-z0-9_]+$/;

/**
 * The constants of an image: what a loader must know, and where each symbol stands that it may write. No two have the
 * same name: a symbol's is its own where C can spell it and nothing else is called so, else a similar one; the comment
 * beside it has the symbol's.
 * @throws InputError when a prefix is no identifier
 */
export function constantsOf(map: ImageMap, prefix: string): Constant[] {
  if (!IDENTIFIER.test(prefix)) throw new InputError(`--prefix ${prefix} is no C identifier`);
  const upper = prefix.toUpperCase();
  const constant = (name: string, value: number | bigint, meaning: string): Constant => ({
    name: `${upper}_${name}`,
    value: BigInt(value),
    meaning,
  });
  const { wordBits = 64, dataOrder } = architectureNamed(map.arch)?.machine ?? {};
  const common = [
    constant('ENTRY', map.entry, 'offset the prologue goes on at; jump to the first byte, not here'),
    ...(map.header
      ? [
          constant(
            'HEADER',
            map.header.offset,
            'offset to enter at, for loaders that copy what is there for other processors',
          ),
        ]
      : []),
    constant('IMAGE_OFFSET', map.imageOffset, 'offset of the image behind the prologue'),
    constant('SIZE', map.size, 'bytes of the blob'),
    constant('MEMSZ', map.memsz, 'bytes of memory; those behind the blob must be zero'),
    constant('LOAD_ALIGN', map.loadAlign, 'load bases are multiples of this'),
    constant(
      'BIG_ENDIAN',
      dataOrder === 'big' ? 1 : 0,
      '1 where words of the image have their first byte on top',
    ),
    constant('BASE_MIN', map.bases.min, 'lowest load base'),
    constant('BASE_MAX', BigInt.asUintN(wordBits, map.bases.max), 'highest load base'),
  ];
  const taken = new Set(common.map(({ name }) => name));
  const written = [...map.symbols, ...map.late].filter(({ name, size }) => size > 0 && name !== '');
  // Of symbols with one name the first counts, as it does for who writes to them.
  const byName = new Map([...written].reverse().map((symbol) => [symbol.name, symbol]));
  const parts = partsOf([...byName.keys()].reverse(), (part) =>
    [`${upper}_${part}_OFFSET`, `${upper}_${part}_SIZE`].every((name) => !taken.has(name)),
  );
  const symbols = [...parts].flatMap(([name, part]) => {
    const { offset, size } = byName.get(name) ?? { offset: 0, size: 0 };
    return [
      constant(`${part}_OFFSET`, offset, `offset of ${commentText(name)}`),
      constant(`${part}_SIZE`, size, `bytes of ${commentText(name)}`),
    ];
  });
  return [...common, ...symbols];
}

/** What stands for each symbol in the names of its constants, all of them different and `free`. */
function partsOf(symbols: readonly string[], free: (part: string) => boolean): Map<string, string> {
  const own = new Set(symbols.filter((name) => PART.test(name) && free(name)));
  const taken = new Set(own);
  /** The last number tried behind each name, so that many similar names take no time that grows with their square. */
  const numbers = new Map<string, number>();
  return new Map(
    symbols.map((name) => {
      if (own.has(name)) return [name, name];
      const similar = name.replace(/[^A-Za-z0-9_]/gu, '_');
      let part = similar;
      let number = numbers.get(similar) ?? 1;
      while (taken.has(part) || !free(part)) part = `${similar}_${++number}`;
      numbers.set(similar, number);
      taken.add(part);
      return [name, part];
    }),
  );
}

/** A name in a comment of C, which it must not end, nor seem to begin another in. */
function commentText(name: string): string {
  return printable(name).replace(/[*/]/g, escapedCharacter);
}
