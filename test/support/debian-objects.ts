/**
 * Debian's purgatories as objects that can be built. On some architectures kexec-tools ships a purgatory that lacks
 * functions, its entry among them, because nothing loads it there. GNU ld -r completes these with functions of ours;
 * all other relocations are those of Debian's compiler.
 */
import { readFileSync } from 'node:fs';
import { readElf } from '../../index.ts';
import type { DebianArchitecture } from '../../scripts/debian-packages.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { gnuMerged } from './gnu-object.ts';
import type { ToolArch } from './toolchains.ts';

interface Completion {
  readonly arch: ToolArch;
  /** Assembly that defines what is missing: the entry, which goes on to `purgatory`, and functions that return. */
  readonly source: string;
}

const COMPLETIONS: Partial<Readonly<Record<DebianArchitecture, Completion>>> = {
  loong64: {
    arch: 'loongarch64',
    source: `.globl purgatory_start, post_verification_setup_arch
      .type purgatory_start, @function
      .type post_verification_setup_arch, @function
      .text
      purgatory_start:
        b purgatory
      post_verification_setup_arch:
        jr $ra\n`,
  },
};

export interface DebianObject {
  readonly name: DebianArchitecture;
  readonly shipped: Uint8Array;
  /** As shipped, or completed. */
  readonly object: Uint8Array;
  readonly completed: boolean;
}

let found: DebianObject[] | undefined;

export function debianObjects(): readonly DebianObject[] {
  found ??= [...fetchPurgatories()].map(([name, path]) => {
    const shipped = readFileSync(path);
    const completion = COMPLETIONS[name];
    if (!completion) return { name, shipped, object: shipped, completed: false };
    return {
      name,
      shipped,
      object: gnuMerged(completion.arch, shipped, completion.source),
      completed: true,
    };
  });
  return found;
}

/** Names of the global symbols that a file leaves undefined. */
export function undefinedSymbols(object: Uint8Array): string[] {
  return readElf(object).symbols.flatMap(({ name, place }) =>
    place.kind === 'undefined' && name !== '' ? [name] : [],
  );
}
