/**
 * GNU-syntax assembly to bytes, in process, through the Keystone engine.
 *
 * Keystone accepts a subset of what GNU as does and reports some errors as "0 statements"; this adapter turns every
 * one of them into an exception. In AT&T syntax it reads decimal immediates of two digits and more as hexadecimal, so
 * those are refused here: write 0x. Label offsets, which Keystone does not report, are read from a trailer of label
 * differences that is assembled behind the code and cut off again.
 */
import keystone, { type AssembleResult, type KeystoneInstance, type KeystoneModule } from 'keystone-engine';

export interface Assembled {
  readonly bytes: Uint8Array;
  /** Offset of each label from the first byte. */
  readonly labels: ReadonlyMap<string, number>;
}

export class AssemblerError extends Error {
  constructor(arch: string, why: string, source: string) {
    super(`${arch}: ${why}\n${source}`);
    this.name = 'AssemblerError';
  }
}

let engine: Promise<KeystoneModule> | undefined;
const instances = new Map<string, KeystoneInstance>();

async function instanceFor(arch: string): Promise<KeystoneInstance> {
  const known = instances.get(arch);
  if (known) return known;
  engine ??= keystone({ printErr: () => {}, print: () => {} });
  const ks = await engine;
  const open: Record<string, () => KeystoneInstance> = {
    x86_64: () => new ks.Keystone(ks.ARCH_X86, ks.MODE_64),
    i386: () => new ks.Keystone(ks.ARCH_X86, ks.MODE_32),
    aarch64: () => new ks.Keystone(ks.ARCH_ARM64, ks.MODE_LITTLE_ENDIAN),
  };
  const create = open[arch];
  if (!create) throw new RangeError(`no assembler for ${arch}`);
  const instance = create();
  if (arch !== 'aarch64') instance.option(ks.OPT_SYNTAX, ks.OPT_SYNTAX_ATT);
  instances.set(arch, instance);
  return instance;
}

const LABEL = /^([A-Za-z_][A-Za-z0-9_]*):/gm;

/**
 * Assembles `source` at address 0. Its first label is taken as the origin of all label offsets.
 * @throws AssemblerError naming what Keystone did not accept
 */
export async function assemble(arch: string, source: string): Promise<Assembled> {
  const instance = await instanceFor(arch);
  const text = stripComments(source);
  const decimal = /\$-?[1-9][0-9]+\b/.exec(text);
  if (decimal) throw new AssemblerError(arch, `Keystone would read ${decimal[0]} as hexadecimal`, source);
  const names = [...text.matchAll(LABEL)].flatMap((match) => match[1] ?? []);
  const origin = names[0];
  const trailer = names.map((name) => `.long ${name}-${origin}\n`).join('');
  const result = run(arch, instance, `${text}\n${trailer}`, source);
  if (result.failed || result.count === 0 || !result.mc) {
    throw new AssemblerError(arch, `Keystone refused the source (error ${instance.errno()})`, source);
  }
  const all = Uint8Array.from(result.mc);
  const size = all.length - 4 * names.length;
  if (size < 0) throw new AssemblerError(arch, 'Keystone dropped statements', source);
  const view = new DataView(all.buffer, size);
  const labels = new Map(names.map((name, index) => [name, view.getInt32(4 * index, true)] as const));
  return { bytes: all.slice(0, size), labels };
}

function run(arch: string, instance: KeystoneInstance, text: string, source: string): AssembleResult {
  try {
    return instance.asm(text, 0);
  } catch {
    // It ended itself, as it does for a branch out of reach; what is left of it cannot be used again.
    instances.clear();
    engine = undefined;
    throw new AssemblerError(arch, 'Keystone gave up, as it does for a branch out of reach', source);
  }
}

/** Keystone fails on some comments that GNU as takes; they carry no code. */
function stripComments(source: string): string {
  return source
    .split('\n')
    .map((line) => line.replace(/\s*(?:\/\/|# |\/\*).*$/, '').trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}
