/** The map's numbers as named constants, for programs that carry the blob. */
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { ImageMap } from '../map/map.ts';
import { InputError } from '../trouble/errors.ts';

export interface Constant {
  readonly name: string;
  readonly value: bigint;
  /** What it counts, for the comment beside it. */
  readonly meaning: string;
}

/** Names that C, assembly and ELF take alike. */
const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The constants of an image: what a loader must know, and where each symbol stands that it may write.
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
  const wordBits = architectureNamed(map.arch)?.machine.wordBits ?? 64;
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
    constant('BASE_MIN', map.bases.min, 'lowest load base'),
    constant('BASE_MAX', BigInt.asUintN(wordBits, map.bases.max), 'highest load base'),
  ];
  const written = [...map.symbols, ...map.late].filter(({ name, size }) => size > 0 && IDENTIFIER.test(name));
  const symbols = written.flatMap(({ name, offset, size }) => [
    constant(`${name}_OFFSET`, offset, `offset of ${name}`),
    constant(`${name}_SIZE`, size, `bytes of ${name}`),
  ]);
  return [...common, ...symbols];
}
