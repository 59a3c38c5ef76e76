/** Purgatories as they are booted: built, and told what a loader would tell them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuiltImage, buildImage, type ImageMap, patchImage } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import type { BootMachine, Kernel, SymbolValues } from './machine.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/purgatory', import.meta.url));
const REGIONS = 16;

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
  const regions = new Uint8Array(REGIONS * 16);
  const words = new DataView(regions.buffer);
  const little = architectureNamed(map.arch)?.machine.dataOrder === 'little';
  const hash = createHash('sha256');
  for (const [index, { address, data }] of kernel.segments.entries()) {
    words.setBigUint64(index * 16, address, little);
    words.setBigUint64(index * 16 + 8, BigInt(data.length), little);
    hash.update(data);
  }
  const digest = Uint8Array.from(hash.digest());
  if (flipDigest) digest[0] = (digest[0] ?? 0) ^ 1;
  const values = new Map<string, Uint8Array | bigint>([
    ['sha256_regions', regions],
    ['sha256_digest', digest],
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
  const [kind, address] = serial;
  const console = Buffer.alloc(16);
  console.writeUInt32LE(kind, 0);
  console.writeBigUInt64LE(address, 8);
  return [
    ['purgatory_kernel_entry', kernel.entry],
    ['purgatory_argument', kernel.argument],
    ['purgatory_console', Uint8Array.from(console)],
  ];
}
