/** Images of a few words that move, and what memory must be after a prologue ran over them. */
import type { Prologue } from '../../codegen/prologue.ts';
import {
  emptyRequest,
  FORMATS,
  type Format,
  type PlacedField,
  type PrologueRequest,
  type WordGroup,
} from '../../codegen/request.ts';
import { insertPlainly, type SplitField, splitFields } from '../../codegen/selection/split.ts';
import { SIZE_LIMIT } from '../../image/memory/limits.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { insert, shownByAll } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { toolchainOf } from '../machines/index.ts';
import { read, write } from './memory.ts';
import { random } from './random.ts';

export const SIZE = 0x3000;
export const ENTRY = 0x760;
const PAGE = 0x1000;
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
    words: offsets.map((offset, index) => ({ offset, value: BigInt(0x700 + 0x111 * index) })),
  };
}

/** Gaps of one word, of a few, past a RELR bitmap's reach, across a page, and to the image's end. */
const ALIGNED = [0x800, 0x808, 0x810, 0x900, 0xd00, 0x1100, 0x1ff8, 0x2000, SIZE - 8];

const HALVES = { name: 'words at multiples of 4', formats: ['chain', 'delta'] } as const;

export function shapesOf(arch: string): Shape[] {
  return [...wordShapes(arch), ...splitShapes(arch)];
}

/** Addresses split over instructions, alone and beside words. */
function splitShapes(arch: string): Shape[] {
  const word = machineOf(arch).wordBits === 32 ? 4 : 8;
  // Their table of format delta, read from its second byte on, leads into the image: a table behind it must be found by
  // itself at a second entry.
  const words = group(word, word, [0x2008, 0x2808, 0x2c10]);
  return (toolchainOf(arch).splits ?? []).flatMap((fields, index): Shape[] => {
    const groups = [{ ...group(bytesOf(arch, fields), 4, SPLIT_PLACES), fields }];
    const formats = holdsWord(arch, fields) ? (['chain', 'delta'] as const) : (['delta'] as const);
    return [
      { name: `addresses split in way ${index}`, formats, groups },
      { name: `words, and addresses split in way ${index}`, formats, groups: [words, ...groups] },
    ];
  });
}

/** Gaps of one instruction and of many, and across a page. */
const SPLIT_PLACES = [0x800, 0x880, 0xfe0, 0x1404, 0x2a08];

function heldBits(arch: string, fields: readonly PlacedField[]): bigint {
  return shownByAll(splitFields(architectureOf(arch), fields).map(({ field }) => field));
}

function bytesOf(arch: string, fields: readonly PlacedField[]): 4 | 8 {
  return heldBits(arch, fields) >> 32n === 0n ? 4 : 8;
}

/** True when the fields hold a word but for bits so low that they never change. */
function holdsWord(arch: string, fields: readonly PlacedField[]): boolean {
  const held = heldBits(arch, fields);
  const low = (held & -held) - 1n;
  return low < BigInt(PAGE) && (held | low) === (1n << BigInt(8 * bytesOf(arch, fields))) - 1n;
}

function wordShapes(arch: string): Shape[] {
  const { wordBits, unalignedFaults, code } = machineOf(arch);
  const word = wordBits === 32 ? 4 : 8;
  const odd = ALIGNED.map((offset, index) => offset + (index % 4));
  const shapes: Shape[] = [
    { name: 'aligned words', formats: WORD_FORMATS, groups: [group(word, word, ALIGNED)] },
    { name: 'one word', formats: WORD_FORMATS, groups: [group(word, word, [0x1000])] },
  ];
  if (unalignedFaults) {
    const slack = (granule: 1 | 2 | 4): number[] => ALIGNED.map((offset) => offset - granule);
    const unaligned: Shape[] = [
      { name: 'words at multiples of 2', formats: ['delta', 'rela'], groups: [group(word, 2, slack(2))] },
      { name: 'words anywhere', formats: ['delta', 'rela'], groups: [group(word, 1, slack(1))] },
    ];
    if (wordBits === 32) return [...shapes, ...unaligned];
    const halves = group(4, 4, [0xa04, 0xa90, 0x1234, 0x2f04]);
    return [
      ...shapes,
      { ...HALVES, groups: [group(8, 4, slack(4))] },
      ...unaligned,
      {
        name: 'words of 8 and of 4 bytes',
        formats: ['chain', 'delta'],
        groups: [group(8, 8, ALIGNED), halves],
      },
    ];
  }
  const anywhere: Shape = {
    name: 'words anywhere',
    formats: ['chain', 'delta', 'rela'],
    groups: [group(word, word, odd)],
  };
  if (code.wordOperands) {
    const inCode: WordGroup = { ...group(word, word, ALIGNED), inCode: true };
    shapes.push({ name: 'words in instructions', formats: WORD_FORMATS, groups: [inCode] });
  }
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

/** An entry at the far end of the largest image. */
export const FAR = SIZE_LIMIT - 0x100;

/** Nothing to do, and one word, with an entry that is far away. */
export function farRequests(arch: string, format: Format): PrologueRequest[] {
  const [{ groups } = { groups: [] }] = shapesOf(arch).filter(({ name }) => name === 'one word');
  const word = format === 'records' ? [] : groups;
  return [
    { ...requestFor(arch, format, []), entry: FAR },
    { ...requestFor(arch, format, word), entry: FAR },
  ];
}

/** Every shape in every format, and every format with checks of range and alignment, and with a far entry. */
export function allRequests(arch: string): PrologueRequest[] {
  const shapes = shapesOf(arch);
  const [{ groups: first } = { groups: [] }] = shapes;
  const records: PrologueRequest = {
    ...requestFor(arch, 'records', []),
    entry: 0x2000,
    got: 0x740,
    records: architectureOf(arch).applied.map(({ name }, index) => ({
      place: 0x2800 + 16 * index,
      rule: name,
      symbol: 0,
      addend: 0n,
    })),
    symbols: [{ kind: 'base' }],
  };
  const limits = { bases: { min: 0x12_3000n, max: 0x7fff_f000n }, alignment: 0x2_0000 };
  return [
    ...shapes.flatMap(({ formats, groups }) => formats.map((format) => requestFor(arch, format, groups))),
    ...FORMATS.map((format) => ({
      ...(format === 'records' ? records : requestFor(arch, format, first)),
      ...limits,
    })),
    ...FORMATS.flatMap((format) => farRequests(arch, format)),
  ];
}

function architectureOf(arch: string): Architecture {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no architecture is called ${arch}`);
  return found;
}

function machineOf(arch: string): Machine {
  return architectureOf(arch).machine;
}

/** The fields of a split word, each with its place. */
function fieldsAt(
  { arch }: PrologueRequest,
  { fields = [] }: WordGroup,
  offset: number,
): (SplitField & { readonly place: number; readonly order: Machine['dataOrder'] })[] {
  const { dataOrder, instructionOrder } = machineOf(arch);
  return splitFields(architectureOf(arch), fields).map((each) => ({
    ...each,
    place: offset + each.at,
    order: each.field.kind === 'word' ? dataOrder : instructionOrder,
  }));
}

function orderIn({ arch }: PrologueRequest): Machine['dataOrder'] {
  return machineOf(arch).dataOrder;
}

/** The blob: the prologue, and words among bytes that must stay as they are. */
export function blobOf(wanted: PrologueRequest, prologue: Prologue): Uint8Array {
  const last = Math.max(...wanted.groups.flatMap(({ words }) => words.map(({ offset }) => offset)));
  const blob = new Uint8Array(Math.max(SIZE, last + 0x100));
  const next = random(7n);
  for (let index = 0; index < blob.length; index++) blob[index] = Number(next() & 0xffn);
  blob.set(prologue.bytes);
  for (const each of wanted.groups) {
    for (const { offset, value } of each.words) {
      const held = prologue.words.get(offset)?.value ?? value;
      if (!each.fields) write(blob, offset, each.bytes, held, orderIn(wanted));
      for (const { place, field, order } of fieldsAt(wanted, each, offset)) {
        write(
          blob,
          place,
          field.bytes,
          insertPlainly(field, read(blob, place, field.bytes, order), held),
          order,
        );
      }
    }
  }
  return blob;
}

/** The image after relocation at `base`, without the prologue and its table: every word plus the base. */
export function expectedImage(wanted: PrologueRequest, blob: Uint8Array, base: bigint): Uint8Array {
  const image = blob.slice();
  for (const each of wanted.groups) {
    for (const { offset, value } of each.words) {
      const moved = BigInt.asUintN(each.bytes * 8, value + base);
      if (!each.fields) write(image, offset, each.bytes, moved, orderIn(wanted));
      for (const { place, field, order } of fieldsAt(wanted, each, offset)) {
        write(image, place, field.bytes, insert(field, read(image, place, field.bytes, order), moved), order);
      }
    }
  }
  return image.subarray(ENTRY);
}

/** For messages: the first words that are not as expected. */
export function differingWords(wanted: PrologueRequest, memory: Uint8Array, base: bigint): string[] {
  const whole = wanted.groups.filter(({ fields }) => fields === undefined);
  return whole.flatMap(({ bytes, words }) =>
    words
      .map(({ offset, value }) => ({
        offset,
        found: read(memory, offset, bytes, orderIn(wanted)),
        wanted: BigInt.asUintN(bytes * 8, value + base),
      }))
      .filter((each) => each.found !== each.wanted)
      .map(({ offset, found }) => `0x${offset.toString(16)}: 0x${found.toString(16)}`),
  );
}
