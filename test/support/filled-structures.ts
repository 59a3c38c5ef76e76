/** Structures of an image, each member with a value of its own, and what an image with these in it has. */
import { type BuiltImage, patchImage } from '../../index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { type Family, placedMembers, purgatoryFamily, type ToldSymbol } from '../../relocator-dsl/told.ts';
import { architectureOf } from './architecture.ts';
import { write } from './memory.ts';

export interface FilledMember {
  readonly name: string;
  readonly value: bigint;
}

export interface FilledSymbol {
  readonly name: string;
  readonly family: Family;
  readonly structure: string;
  /** Members of each that stands in the symbol; one, unless `isArray`. */
  readonly all: readonly (readonly FilledMember[])[];
  readonly isArray: boolean;
}

/** The structures of the image that its family is told, with values, and the image's bytes with them. */
export function filled({ blob, map }: BuiltImage): { symbols: FilledSymbol[]; image: Uint8Array } {
  const { machine } = architectureOf(map.arch);
  const family = purgatoryFamily(new Set(map.symbols.map(({ name }) => name)));
  if (family === undefined) throw new Error('the image is of no known family');
  const told = toldBy(family, machine) ?? [];
  const written = told.filter(({ name, structure }) => structure && map.loaderWrites?.includes(name));
  const contents = new Map<string, Uint8Array>();
  const symbols = written.map(({ name, bytes, structure }: ToldSymbol, nth): FilledSymbol => {
    if (!structure) throw new Error(`${name} has no structure`);
    const [memory, members] = [new Uint8Array(bytes), placedMembers(structure)];
    const count = structure.count ?? 1;
    const all = Array.from({ length: count }, (_, index) =>
      members.map((member, at): FilledMember => {
        const value = BigInt.asUintN(
          member.bytes * 8,
          0x0102_0304_0506_0708n * BigInt(1 + at + 20 * index + 7 * nth),
        );
        write(memory, (bytes / count) * index + member.offset, member.bytes, value, machine.dataOrder);
        return { name: member.name, value };
      }),
    );
    contents.set(name, memory);
    return { name, family, structure: structure.name, all, isArray: structure.count !== undefined };
  });
  return { symbols, image: patchImage(blob, map, contents).blob };
}
