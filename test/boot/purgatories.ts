/** Purgatories as they are booted: built, and told what a loader would tell them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuiltImage, buildImage, type ImageMap, patchImage } from '../../index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import type { BootMachine, Kernel, SymbolValues } from './machine.ts';
import { consoleValue, regionValues } from './told.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/purgatory', import.meta.url));

/** `debian`, or the name of one of this project's purgatories. */
export type Source = string;

/** What the purgatory prints when the digest is wrong. */
export function refusalText(source: Source): RegExp {
  return source === 'debian' ? /sha256 digests do not match/ : /check failed: sha256 digest/;
}

export async function buildPurgatory(
  { debian }: BootMachine,
  source: Source,
  options: BuildOptions = {},
): Promise<BuiltImage> {
  const found = fetchPurgatories().find(({ name }) => name === debian);
  const path = source === 'debian' ? found?.path : join(FIXTURES, source);
  if (path === undefined) throw new Error(`Debian has no purgatory for ${debian}`);
  return buildImage(readFileSync(path), { loaderWrites: 'kexec-tools', ...options });
}

/** The blob with everything in it that the purgatory needs to check and enter the kernel. */
export function tell(
  machine: BootMachine,
  built: BuiltImage,
  kernel: Kernel,
  { flipDigest = false } = {},
): Uint8Array {
  const { blob, map } = built;
  const values = new Map<string, Uint8Array | bigint>([
    ...regionValues(map, kernel.segments, flipDigest),
    ...machineValues(machine, map, kernel),
  ]);
  return patchImage(blob, map, values).blob;
}

function machineValues(
  { serial, kexecToolsValues }: BootMachine,
  map: ImageMap,
  kernel: Kernel,
): SymbolValues {
  const has = (name: string): boolean => map.symbols.some((symbol) => symbol.name === name);
  if (!has('purgatory_kernel_entry')) return kexecToolsValues(map, kernel);
  return [
    ['purgatory_kernel_entry', kernel.entry],
    ['purgatory_argument', kernel.argument],
    ['purgatory_console', consoleValue(map, serial)],
  ];
}
