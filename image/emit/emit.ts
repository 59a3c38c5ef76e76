/** The blob in the forms a program can carry: C, assembly, an object to link, Rust, Go, JSON. */
import { basename, dirname, relative } from 'node:path';
import type { ImageMap } from '../map/map.ts';
import { InputError } from '../trouble/errors.ts';
import { printable } from '../trouble/printable.ts';
import { asmSource } from './asm.ts';
import { cHeader, cSource } from './c.ts';
import { type BlobContents, contentsOf } from './contents.ts';
import { goSource } from './go.ts';
import { jsonText } from './json.ts';
import { checkPrefix, checkSection } from './names.ts';
import { blobObject } from './object.ts';
import { rustSource } from './rust.ts';

export const EMITS = ['bin', 'c', 'asm', 'elf', 'rust', 'go', 'json'] as const;
export type Emit = (typeof EMITS)[number];

export interface EmitOptions {
  readonly emit: Emit;
  /** The file of the form. */
  readonly path: string;
  /** Begins the names of what the form defines; in Go it names the package. */
  readonly prefix: string;
  /** The header; beside `path` for those that have one if it is undefined, and none if it is false. */
  readonly header?: string | false;
  /** Where a linker finds the blob; `.rodata` unless named. */
  readonly section?: string;
  /** The symbols that are told, and for which there are functions that write them; all, and those that loaders write. */
  readonly exported?: readonly string[];
}

/** Forms whose numbers are in a header. */
const WITH_HEADER: readonly Emit[] = ['c', 'asm', 'elf'];
const WITH_SECTION: readonly Emit[] = ['c', 'asm', 'elf', 'rust'];

/** An #include between quotes has no escapes: neither for these, nor for what nobody sees. */
const QUOTE = '"';

/**
 * The files of one form, by path. None has in it where it stands, so that the same image makes the same files anywhere.
 * @throws InputError when the prefix is no identifier, the section needs quotes, an exported symbol is none, two files
 *   would have one name, or C cannot include the header
 */
export function emitBlob(
  blob: Uint8Array,
  map: ImageMap,
  options: EmitOptions,
): Map<string, Uint8Array | string> {
  const { emit, path, prefix, section } = options;
  checkPrefix(prefix);
  if (section !== undefined) {
    checkSection(section);
    if (!WITH_SECTION.includes(emit)) throw new InputError(`--section: ${emit} has no sections`);
  }
  const header = headerPath(options);
  if (header === path) {
    throw new InputError(`${path} would hold both files of --emit ${emit}; give the output another ending`);
  }
  if (emit === 'c' && header !== undefined && (header.includes(QUOTE) || printable(header) !== header)) {
    throw new InputError(
      `no #include can name ${header}; give the output a name without quotes, line breaks and what cannot be seen`,
    );
  }
  const contents = contentsOf(blob, map, options.exported);
  const files = new Map([[path, mainFile(contents, options, header)]]);
  if (header !== undefined) files.set(header, cHeader(contents, prefix));
  return files;
}

function headerPath({ emit, path, header }: EmitOptions): string | undefined {
  if (header === false) return undefined;
  if (header !== undefined) return header;
  return WITH_HEADER.includes(emit) ? `${path.replace(/\.[^./]*$/, '')}.h` : undefined;
}

function mainFile(
  contents: BlobContents,
  { emit, path, prefix, section }: EmitOptions,
  header: string | undefined,
): Uint8Array | string {
  const place = section ?? '.rodata';
  switch (emit) {
    case 'bin':
      return contents.blob;
    case 'c': {
      const text = header === undefined ? { text: cHeader(contents, prefix) } : undefined;
      return cSource(contents, prefix, place, text ?? { include: includeName(path, header ?? '') });
    }
    case 'asm':
      return asmSource(contents, prefix, place);
    case 'elf':
      return blobObject(contents, prefix, place);
    case 'rust':
      return rustSource(contents, section);
    case 'go':
      return goSource(contents, prefix);
    case 'json':
      return jsonText(contents);
  }
}

/** How a source includes the header: from its own folder. */
function includeName(path: string, header: string): string {
  return dirname(path) === dirname(header) ? basename(header) : relative(dirname(path), header);
}
