/** `--set`: contents the builder gives to symbols of the image. */

import type { ImageSource, Layout } from '../input/source.ts';
import { byteRanges } from '../memory/container.ts';
import { type Setting, settingFor } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import { placeText } from '../trouble/troubles.ts';
import type { Fixup } from './resolve.ts';

/**
 * The bytes each value puts into its symbol.
 * @throws InputError when a symbol is missing, has no contents, has another size, or holds a fixup
 */
export function placeSettings(
  { architecture, locals }: ImageSource,
  layout: Layout,
  fixups: readonly Fixup[],
  settings: ReadonlyMap<string, Uint8Array | bigint> | undefined,
): Setting[] {
  const troubles: string[] = [];
  const placed: Setting[] = [];
  const occupied = fixups.flatMap(({ application: { offset, rule, addend, origin } }) =>
    byteRanges(offset, rule.field, addend).map(({ start, end }) => ({
      offset: start,
      bytes: end - start,
      text: placeText(origin),
    })),
  );
  for (const [name, value] of settings ?? []) {
    const setting = settingFor({ ...layout, order: architecture.machine.dataOrder, occupied }, name, value);
    if (typeof setting !== 'string') {
      placed.push(setting);
      continue;
    }
    troubles.push(
      `--set ${name}: ${setting}${locals.has(name) ? ' (there is a local symbol of that name)' : ''}`,
    );
  }
  if (troubles.length > 0) throw new InputError(troubles);
  return placed;
}
