/** `--set`: contents the builder gives to symbols of the image. */

import type { PlacedWords } from '../input/placed-words.ts';
import type { ImageSource, Layout } from '../input/source.ts';
import { byteRanges } from '../memory/container.ts';
import { type Setting, settingFor, type Writable } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { whyNoGlobal } from '../trouble/missing-symbols.ts';
import { placeText } from '../trouble/troubles.ts';
import { type Fixup, wordFixup } from './resolve.ts';

/**
 * The bytes each value puts into its symbol.
 * @throws InputError when a symbol is missing, has no contents, has another size, or holds a fixup
 */
export function placeSettings(
  { architecture, locals }: ImageSource,
  layout: Layout,
  fixups: readonly Fixup[],
  words: PlacedWords,
  settings: ReadonlyMap<string, Uint8Array | bigint> | undefined,
): Setting[] {
  if (!settings || settings.size === 0) return [];
  const troubles: string[] = [];
  const placed: Setting[] = [];
  const met = layout.symbols
    .filter(({ name }) => settings.has(name))
    .flatMap(({ offset, size }) => {
      const [first, last] = words.within(offset, offset + size);
      return Array.from({ length: last - first }, (_, index) => wordFixup(words, first + index));
    });
  const occupied = [...fixups, ...met].flatMap(({ application: { offset, rule, addend, origin } }) =>
    byteRanges(offset, rule.field, addend).map(({ start, end }) => ({
      offset: start,
      bytes: end - start,
      text: placeText(origin),
    })),
  );
  const names = layout.symbols.map(({ name }) => name);
  const target: Writable = {
    ...layout,
    order: architecture.machine.dataOrder,
    occupied,
    whyMissing: (name) => whyNoGlobal(name, names, locals),
  };
  for (const [name, value] of settings) {
    const setting = settingFor(target, name, value);
    if (typeof setting === 'string') troubles.push(`--set ${name}: ${setting}`);
    else placed.push(setting);
  }
  if (troubles.length > 0) throw new InputError(troubles);
  return placed;
}
