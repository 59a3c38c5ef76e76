/** Images of a few words that move, and what memory must be after a prologue ran over them. */
import {
  emptyRequest,
  type Format,
  type Prologue,
  type PrologueRequest,
  type WordGroup,
} from '../../codegen/prologue/specification.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { read, write } from './machine-run.ts';
import { random } from './random.ts';

export const SIZE = 0x3000;
export const ENTRY = 0x760;
export const WORD_FORMATS: readonly Format[] = ['chain', 'delta', 'relr', 'rela'];

/** Ways for words to lie in an image, and the formats that can hold them. */
export interface Shape {
  readonly name: string;
  readonly formats: readonly Format[];
  readonly groups: readonly WordGroup[];
}

function group(bytes: 4 | 8, granule: 1 | 2 | 4 | 8, offsets: readonly number[]): WordGroup {
  return {
    bytes,
    granule,
    slots: offsets.map((offset, index) => ({ offset, value: BigInt(0x700 + 0x111 * index) })),
  };
}

/** Gaps of one word, of a few, past a RELR bitmap's reach, across a page, and to the image's end. */
const ALIGNED = [0x800, 0x808, 0x810, 0x900, 0xd00, 0x1100, 0x1ff8, 0x2000, SIZE - 8];

export function shapesOf(arch: string): Shape[] {
  const { wordBits, unalignedFaults } = machineOf(arch);
  const word = wordBits === 32 ? 4 : 8;
  const odd = ALIGNED.map((offset, index) => offset + (index % 4));
  const shapes: Shape[] = [
    { name: 'aligned words', formats: WORD_FORMATS, groups: [group(word, word, ALIGNED)] },
    { name: 'one word', formats: WORD_FORMATS, groups: [group(word, word, [0x1000])] },
  ];
  if (unalignedFaults) {
    const slack = (granule: 1 | 2 | 4): number[] => ALIGNED.map((offset) => offset - granule);
    return [
      ...shapes,
      { name: 'words at multiples of 4', formats: ['chain', 'delta'], groups: [group(8, 4, slack(4))] },
      { name: 'words at multiples of 2', formats: ['delta', 'rela'], groups: [group(8, 2, slack(2))] },
      { name: 'words anywhere', formats: ['delta', 'rela'], groups: [group(8, 1, slack(1))] },
    ];
  }
  const anywhere: Shape = {
    name: 'words anywhere',
    formats: ['chain', 'delta', 'rela'],
    groups: [group(word, word, odd)],
  };
  if (wordBits === 32) return [...shapes, anywhere];
  const halves = group(4, 4, [0xa04, 0xa90, 0x1234, 0x2f01]);
  const both: Shape = {
    name: 'words of 8 and of 4 bytes',
    formats: ['chain', 'delta'],
    groups: [group(8, 8, odd), halves],
  };
  return [...shapes, anywhere, both];
}

export function requestFor(arch: string, format: Format, groups: readonly WordGroup[]): PrologueRequest {
  return { ...emptyRequest(arch, format, ENTRY), groups };
}

function machineOf(arch: string): Machine {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no architecture is called ${arch}`);
  return found.machine;
}

function orderIn({ arch }: PrologueRequest): Machine['dataOrder'] {
  return machineOf(arch).dataOrder;
}

/** The blob: the prologue, and words among bytes that must stay as they are. */
export function blobOf(wanted: PrologueRequest, prologue: Prologue): Uint8Array {
  const blob = new Uint8Array(SIZE);
  const next = random(7n);
  for (let index = 0; index < SIZE; index++) blob[index] = Number(next() & 0xffn);
  blob.set(prologue.bytes);
  for (const { bytes, slots } of wanted.groups) {
    for (const { offset, value } of slots) {
      write(blob, offset, bytes, prologue.slots.get(offset)?.value ?? value, orderIn(wanted));
    }
  }
  return blob;
}

/** The image after relocation at `base`, without the prologue and its table: every word plus the base. */
export function expectedImage(wanted: PrologueRequest, blob: Uint8Array, base: bigint): Uint8Array {
  const image = blob.slice();
  for (const { bytes, slots } of wanted.groups) {
    for (const { offset, value } of slots)
      write(image, offset, bytes, BigInt.asUintN(bytes * 8, value + base), orderIn(wanted));
  }
  return image.subarray(ENTRY);
}

/** For messages: the first words that are not as expected. */
export function differingSlots(wanted: PrologueRequest, memory: Uint8Array, base: bigint): string[] {
  return wanted.groups.flatMap(({ bytes, slots }) =>
    slots
      .map(({ offset, value }) => ({
        offset,
        found: read(memory, offset, bytes, orderIn(wanted)),
        wanted: BigInt.asUintN(bytes * 8, value + base),
      }))
      .filter((slot) => slot.found !== slot.wanted)
      .map(({ offset, found }) => `0x${offset.toString(16)}: 0x${found.toString(16)}`),
  );
}
