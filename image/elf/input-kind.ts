/** What a file is, told without reading all of it: whether there can be relocations in it that are looked at. */
import { InputError } from '../trouble/errors.ts';
import { DT, ELF_MAGIC, ET, PT } from './constants.ts';
import { fileType, readHeader } from './header.ts';
import { readKept } from './read.ts';
import { readSegments } from './segments.ts';
import type { Source } from './view.ts';

const ARCHIVE_MAGICS = ['!<arch>\n', '!<thin>\n'].map((magic) => Buffer.from(magic, 'latin1'));

/** Tells by the first 8 bytes. */
export function inputKind(bytes: Uint8Array): 'ELF' | 'archive' | 'other' {
  const starts = (magic: ArrayLike<number>): boolean =>
    Array.from(magic).every((byte, index) => bytes[index] === byte);
  if (starts(ELF_MAGIC)) return 'ELF';
  return ARCHIVE_MAGICS.some(starts) ? 'archive' : 'other';
}

/**
 * Why an ELF file has nothing to audit, as in "they are …": linked files without relocations, but for a dynamic linker.
 * Undefined for all others, the damaged ones among them.
 */
export function whyForeign(bytes: Uint8Array): string | undefined {
  const type = fileType(bytes);
  if (type === ET.CORE) return 'core dumps';
  if (type !== ET.DYN && type !== ET.EXEC) return undefined;
  try {
    if (readKept(bytes)) return undefined;
    if (type === ET.EXEC) return 'programs at fixed addresses';
    const { source, header } = readHeader(bytes, '');
    const segments = readSegments(source, header);
    const needs = segments.some(
      ({ type: kind, data }) => kind === PT.INTERP || (kind === PT.DYNAMIC && needsLibraries(source, data)),
    );
    return needs ? 'programs and libraries for a dynamic linker' : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function needsLibraries(source: Source, dynamic: Uint8Array): boolean {
  const view = source.view('dynamic section', dynamic);
  const entry = 2 * source.wordBytes;
  for (let at = 0; at + entry <= view.length; at += entry) {
    const tag = view.word(at);
    if (tag === DT.NULL) return false;
    if (tag === DT.NEEDED) return true;
  }
  return false;
}
