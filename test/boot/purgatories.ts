/** Purgatories as they are booted: built, and told what a loader would tell them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, type BuiltImage, buildImage, type ImageMap, patchImage } from '../../index.ts';
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { BootArchitecture } from '../../scripts/debian-packages.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import type { Kernel } from './x86.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/purgatory', import.meta.url));
const REGIONS = 16;
const SERIAL_PORT = 0x3f8n;
const SERIAL_PL011 = 0x900_0000n;

/** `debian`, or the name of one of this project's purgatories. */
export type Source = string;

/** What the purgatory prints when the digest is wrong. */
export function refusalText(source: Source): RegExp {
  return source === 'debian' ? /sha256 digests do not match/ : /check failed: sha256 digest/;
}

export async function buildPurgatory(
  architecture: BootArchitecture,
  source: Source,
  options: BuildOptions = {},
): Promise<BuiltImage> {
  const path = source === 'debian' ? fetchPurgatories().get(architecture) : join(FIXTURES, source);
  if (path === undefined) throw new Error(`Debian has no purgatory for ${architecture}`);
  return buildImage(readFileSync(path), { loaderWrites: 'kexec-tools', ...options });
}

/** The blob with everything in it that the purgatory needs to check and enter the kernel. */
export function tell(built: BuiltImage, kernel: Kernel, { flipDigest = false } = {}): Uint8Array {
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
    ...machineValues(map, kernel),
  ]);
  return patchImage(blob, map, values);
}

function machineValues(map: ImageMap, { entry, argument }: Kernel): [string, Uint8Array | bigint][] {
  const has = (name: string): boolean => map.symbols.some((symbol) => symbol.name === name);
  const arm = map.arch === 'aarch64';
  if (has('purgatory_kernel_entry')) {
    const console = Buffer.alloc(16);
    // None on s390x.
    if (map.arch !== 's390x') console.writeUInt32LE(arm ? 4 : 1, 0);
    console.writeBigUInt64LE(arm ? SERIAL_PL011 : SERIAL_PORT, 8);
    return [
      ['purgatory_kernel_entry', entry],
      ['purgatory_argument', argument],
      ['purgatory_console', Uint8Array.from(console)],
    ];
  }
  if (arm) {
    return [
      ['arm64_sink', SERIAL_PL011],
      ['arm64_kernel_entry', entry],
      ['arm64_dtb_addr', argument],
    ];
  }
  // kexec-tools' order: rax rbx rcx rdx rsi rdi rsp rbp, r8 to r15 on amd64, then the instruction pointer.
  const registers = Buffer.alloc(map.arch === 'x86_64' ? 136 : 36);
  if (map.arch === 'x86_64') {
    registers.writeBigUInt64LE(argument, 4 * 8);
    registers.writeBigUInt64LE(entry, 16 * 8);
  } else {
    registers.writeUInt32LE(Number(argument), 4 * 4);
    registers.writeUInt32LE(Number(entry), 8 * 4);
  }
  return [
    [map.arch === 'x86_64' ? 'entry64_regs' : 'entry32_regs', Uint8Array.from(registers)],
    ['console_serial', 1n],
    ['serial_base', SERIAL_PORT],
    ['serial_baud', 115_200n],
  ];
}
