/**
 * Where the container of a field is in memory: mostly the bytes at the place, but also two instructions that stand
 * apart, or one of the instructions of a bundle.
 */
import { BUNDLE, containerBits } from '../../relocator-dsl/field.ts';
import { type ByteOrder, hex, readContainer, writeContainer } from './bytes.ts';

/** What fields and the rules of a reference model say of their container. */
export interface ContainerShape {
  readonly bytes: 1 | 2 | 3 | 4 | 8 | 16;
  readonly kind: 'word' | 'instruction';
  readonly apart?: true;
  readonly bundled?: 1 | 2;
}

/** What a machine says of the order of bytes. */
export interface ByteOrders {
  readonly dataOrder: ByteOrder;
  readonly instructionOrder: ByteOrder;
}

const BUNDLE_BYTES = 16;
const BUNDLE_INSTRUCTIONS = 3;

/** The container of the field at `at`; `addend` matters to those that stand apart. */
export function readField(
  memory: Uint8Array,
  at: number,
  shape: ContainerShape,
  addend: bigint,
  orders: ByteOrders,
): bigint {
  const order = orderOf(shape, orders);
  if (shape.apart) {
    const half = shape.bytes / 2;
    const [first, second] = [at, at + Number(addend)].map((place) =>
      readContainer(memory, place, half, order),
    );
    return ((second ?? 0n) << BigInt(half * 8)) | (first ?? 0n);
  }
  if (shape.bundled === undefined) return readContainer(memory, at, shape.bytes, order);
  // Bundles are little-endian, whatever the data are.
  const bundle = readContainer(memory, bundleOf(at), BUNDLE_BYTES, 'little');
  return BigInt.asUintN(containerBits(shape), bundle >> BigInt(instructionStart(at, shape.bundled)));
}

/** Stores `container` where `readField` reads it. */
export function writeField(
  memory: Uint8Array,
  at: number,
  shape: ContainerShape,
  addend: bigint,
  orders: ByteOrders,
  container: bigint,
): void {
  const order = orderOf(shape, orders);
  if (shape.apart) {
    const half = shape.bytes / 2;
    writeContainer(memory, at, half, order, container);
    writeContainer(memory, at + Number(addend), half, order, container >> BigInt(half * 8));
    return;
  }
  if (shape.bundled === undefined) {
    writeContainer(memory, at, shape.bytes, order, container);
    return;
  }
  const start = BigInt(instructionStart(at, shape.bundled));
  const mask = ((1n << BigInt(containerBits(shape))) - 1n) << start;
  const bundle = readContainer(memory, bundleOf(at), BUNDLE_BYTES, 'little');
  writeContainer(memory, bundleOf(at), BUNDLE_BYTES, 'little', (bundle & ~mask) | (container << start));
}

/** A run of bits, counted from bit 0 of the byte at offset 0; `end` is excluded. */
export interface BitRange {
  readonly start: number;
  readonly end: number;
}

/** The bits of memory that a field's container takes. */
export function bitRanges(at: number, shape: ContainerShape, addend: bigint): BitRange[] {
  if (shape.apart) {
    const half = shape.bytes / 2;
    return [at, at + Number(addend)].map((place) => bytesFrom(place, half));
  }
  if (shape.bundled === undefined) return [bytesFrom(at, shape.bytes)];
  const start = bundleOf(at) * 8 + instructionStart(at, shape.bundled);
  return [{ start, end: start + containerBits(shape) }];
}

/** The bytes of memory in which a field's container lies, first and one past the last. */
export function byteRanges(at: number, shape: ContainerShape, addend: bigint): BitRange[] {
  return bitRanges(at, shape, addend).map(({ start, end }) => ({
    start: Math.floor(start / 8),
    end: Math.ceil(end / 8),
  }));
}

/** Why there is no such container in a section of `size` bytes; undefined if there is. */
export function whyNoContainer(
  at: bigint,
  shape: ContainerShape,
  addend: bigint,
  size: number,
): string | undefined {
  const past = (bytes: number): string =>
    `its ${bytes} bytes reach past the end of the section, which has ${hex(size)} bytes`;
  if (shape.apart) {
    const half = BigInt(shape.bytes / 2);
    if (at + half > BigInt(size)) return past(Number(half));
    const second = at + addend;
    if (second < 0n || second + half > BigInt(size))
      return `its second instruction, ${addend} bytes behind the first, is not in the section`;
    return addend > -half && addend < half ? 'its second instruction overlaps the first' : undefined;
  }
  if (shape.bundled === undefined)
    return at + BigInt(shape.bytes) > BigInt(size) ? past(shape.bytes) : undefined;
  if ((at & ~0xfn) + BigInt(BUNDLE_BYTES) > BigInt(size)) return past(BUNDLE_BYTES);
  const number = Number(at & 0xfn);
  if (number >= BUNDLE_INSTRUCTIONS)
    return `its offset names no instruction of a bundle, which are numbered 0 to 2`;
  return shape.bundled === 2 && number === 0
    ? 'it is for the last two instructions of a bundle, and its offset names the first'
    : undefined;
}

function orderOf({ kind }: ContainerShape, orders: ByteOrders): ByteOrder {
  return kind === 'word' ? orders.dataOrder : orders.instructionOrder;
}

function bytesFrom(at: number, bytes: number): BitRange {
  return { start: at * 8, end: (at + bytes) * 8 };
}

function bundleOf(at: number): number {
  return at - (at % BUNDLE_BYTES);
}

/** Where in its bundle the container begins, in bits. */
function instructionStart(at: number, bundled: 1 | 2): number {
  return BUNDLE.templateBits + BUNDLE.instructionBits * (bundled === 2 ? 1 : at % BUNDLE_BYTES);
}
