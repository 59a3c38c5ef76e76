/** `--set`: contents the builder gives to symbols of the image. */
import { type ByteOrder, writeContainer } from './bytes.ts';
import type { ElfFile } from './elf/types.ts';
import { InputError } from './errors.ts';
import type { Fixup } from './resolve.ts';
import type { Layout } from './source.ts';
import { placeText } from './troubles.ts';

/** Bytes to stand at an offset of the blob. */
export interface Setting {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * The bytes each value puts into its symbol.
 * @throws InputError when a symbol is missing, has no contents, has another size, or holds a fixup
 */
export function placeSettings(
  elf: ElfFile,
  layout: Layout,
  fixups: readonly Fixup[],
  order: ByteOrder,
  settings: ReadonlyMap<string, Uint8Array | bigint> | undefined,
): Setting[] {
  const troubles: string[] = [];
  const placed: Setting[] = [];
  for (const [name, value] of settings ?? []) {
    const setting = placeSetting(layout, fixups, order, name, value);
    if (typeof setting !== 'string') {
      placed.push(setting);
      continue;
    }
    const local = elf.symbols.some((symbol) => symbol.name === name && symbol.binding === 'local');
    troubles.push(`--set ${name}: ${setting}${local ? ' (there is a local symbol of that name)' : ''}`);
  }
  if (troubles.length > 0) throw new InputError(troubles);
  return placed;
}

function placeSetting(
  layout: Layout,
  fixups: readonly Fixup[],
  order: ByteOrder,
  name: string,
  value: Uint8Array | bigint,
): Setting | string {
  const symbol = layout.symbols.find((each) => each.name === name);
  if (!symbol) return 'the image has no such global symbol; name one that is in its map';
  const { offset, size } = symbol;
  const end = offset + size;
  if (size === 0) return 'the symbol has no size; give it one with .size';
  if (end > layout.size) return `it is in ${symbol.section}, which has no contents; move it into .data`;
  if (typeof value === 'bigint') {
    const bits = size * 8;
    if (BigInt.asUintN(bits, value) !== value && BigInt.asIntN(bits, value) !== value) {
      return `0x${value.toString(16)} does not fit its ${size} bytes; pass a smaller value`;
    }
  } else if (value.length !== size) {
    return `it has ${size} bytes, the value has ${value.length}; pass as many bytes as it has`;
  }
  const hit = fixups.find(
    ({ application }) =>
      application.offset < end && application.offset + application.rule.field.bytes > offset,
  );
  if (hit)
    return `${placeText(hit.application.origin)} is inside it; add it to --loader-writes to leave that out`;
  if (typeof value !== 'bigint') return { offset, bytes: value };
  const bytes = new Uint8Array(size);
  writeContainer(bytes, 0, size, order, value);
  return { offset, bytes };
}
