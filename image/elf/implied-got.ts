/** The slots of a GOT that moves without relocations, on machines whose linked images have one. */
import { hex } from '../memory/bytes.ts';
import { DT } from './constants.ts';
import type { LoadedMemory } from './segments.ts';
import type { ImpliedSlots } from './types.ts';
import type { Source } from './view.ts';

/** What is asked of the dynamic section. */
interface Tags {
  get(tag: bigint): bigint | undefined;
  need(tag: bigint, by: bigint): bigint;
}

/** How many dynamic symbols there are, where a tag tells it. */
export function countByTag({ machineElf: { impliedGot } }: Source, tags: Tags): number | undefined {
  const count = impliedGot && tags.get(impliedGot.symbols.tag);
  return count === undefined ? undefined : Number(count);
}

/** @throws InputError when the table is not in the file, or not for as many symbols as there are */
export function readImpliedSlots(
  source: Source,
  memory: LoadedMemory,
  tags: Tags,
  symbols: number,
): ImpliedSlots | undefined {
  const { impliedGot } = source.machineElf;
  const start = tags.get(DT.PLTGOT);
  if (!impliedGot || start === undefined) return undefined;
  const { own, firstSymbol } = impliedGot;
  const first = tags.need(firstSymbol.tag, DT.PLTGOT);
  if (first > BigInt(symbols)) {
    throw source.error(
      `dynamic section: ${firstSymbol.name} is ${first}, but the file has ${symbols} dynamic symbols`,
    );
  }
  const owned = tags.need(own.tag, DT.PLTGOT);
  const word = BigInt(source.wordBytes);
  const count = owned + BigInt(symbols) - first;
  const view = source.view('DT_PLTGOT', memory.bytes('DT_PLTGOT', start, count * word));
  if (start % word !== 0n) throw source.error(`DT_PLTGOT: ${hex(start)} is not a multiple of ${word}`);
  // The first is for a resolver, and so is the second where its highest bit is set.
  const topBit = 1n << (8n * word - 1n);
  const reserved = owned > 1n && (view.word(source.wordBytes) & topBit) !== 0n ? 2 : 1;
  const addresses = Array.from({ length: Number(count) }, (_, index) => start + BigInt(index) * word);
  const behind = Number(owned);
  return {
    own: addresses.slice(reserved, behind),
    firstSymbol: Number(first),
    ofSymbols: addresses.slice(behind),
  };
}
