/** An object or an image as one side of a difference. */
import { auditObject } from '../audit.ts';
import { type BuildOptions, buildImage } from '../build.ts';
import { SHF } from '../elf/constants.ts';
import type { ElfFile } from '../elf/types.ts';
import type { Input } from '../input/files.ts';
import { readWithRules } from '../input/open.ts';
import type { ImageMap } from '../map/map.ts';
import { InputError } from '../trouble/errors.ts';
import type { DiffSide, Unbuilt } from './diff-side.ts';
import { viewImage } from './view.ts';

/** @throws InputError when the bytes are not those of the map, or the map is of no known machine */
export async function imageSide(map: ImageMap, blob?: Uint8Array): Promise<DiffSide> {
  return { view: await viewImage(map, blob), ...(blob ? { blob } : {}) };
}

/**
 * What there is to say of an object: its relocations, and what it is built to, or, where it cannot be, its sections.
 * @throws InputError when it cannot be read
 */
export async function objectSide(input: Input, options: BuildOptions): Promise<DiffSide> {
  const audit = auditObject(input, options);
  try {
    const { map, blob } = await buildImage(input, options);
    return { audit, ...(await imageSide(map, blob)) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { audit, unbuilt: unbuiltOf(readWithRules(input, options).elf, error.lines.join('; ')) };
  }
}

function unbuiltOf({ sections, symbols, relocations }: ElfFile, why: string): Unbuilt {
  const kept = sections.filter(({ flags }) => flags & SHF.ALLOC);
  const places = relocations.flatMap(({ target, relocations: list }) => {
    const section = sections[target];
    if (!section || !kept.includes(section)) return [];
    return list.map(({ offset, type, symbol, addend = 0n }, nth): [string, string] => {
      const at = `${section.name}+0x${offset.toString(16)} (${section.index}, ${nth})`;
      return [at, `type ${type} against ${symbols[symbol]?.name ?? ''}, addend ${addend}`];
    });
  });
  return { why, contents: kept.map(({ name, data }) => ({ name, data })), relocations: new Map(places) };
}
