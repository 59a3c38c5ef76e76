/** The assemblers and linkers of each machine, as purgatory/machines/<psABI>/tools.sh names them. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolsFile, toolWords } from '../../scripts/machine-tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Tools {
  /** Programs with the options that choose the machine. */
  readonly as: readonly string[];
  readonly ld: readonly string[];
  /** undefined where lld has no such target. */
  readonly lld: readonly string[] | undefined;
  /** llvm-mc's name of the machine, and options it needs; undefined where LLVM does not know it. */
  readonly llvm: string | undefined;
  readonly llvmOptions: readonly string[];
}

const known = new Map<string, Tools>();

/** @throws Error for a machine of which tools.sh does not tell an assembler and a linker */
export function toolsOf(arch: string): Tools {
  const found = known.get(arch) ?? readTools(arch);
  known.set(arch, found);
  return found;
}

function readTools(arch: string): Tools {
  const [as, ld] = [programNamed(arch, 'AS'), programNamed(arch, 'LD')];
  if (!as || !ld) throw new Error(`${toolsFile(arch)} names no AS and LD for ${arch}`);
  const [llvm, ...llvmOptions] = toolWords(arch, 'LLVM') ?? [];
  return { as, ld, lld: programNamed(arch, 'LLD'), llvm, llvmOptions };
}

/** A program of tools.sh with its options; undefined where the machine has none of that name. */
export function programNamed(arch: string, name: string): readonly string[] | undefined {
  const [path, ...options] = toolWords(arch, name) ?? [];
  if (path === undefined) return undefined;
  return [path.startsWith('.cache/') ? join(root, path) : path, ...options];
}
