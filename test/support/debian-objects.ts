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

interface Completion {
  readonly arch: string;
  /** Assembly that defines what is missing: the entry, which goes on to `purgatory`, and functions that return. */
  readonly source: string;
}

/** Functions that kexec-tools has for other machines; none of them does anything here. */
const ARM = `.syntax unified
    .macro nothing name
    .globl \\name
    .type \\name, %function
\\name: bx lr
    .endm
    .globl purgatory_start
    .type purgatory_start, %function
purgatory_start: b purgatory
    nothing setup_arch
    nothing post_verification_setup_arch
    nothing putchar
    nothing __aeabi_idivmod
    nothing __aeabi_uidivmod
`;

const COMPLETIONS: Partial<Readonly<Record<DebianArchitecture, Completion>>> = {
  armel: { arch: 'arm', source: ARM },
  armhf: { arch: 'arm', source: `.thumb\n${ARM}` },
  mipsel: {
    arch: 'mipsel',
    source: `
      .globl purgatory_start, post_verification_setup_arch, __lshrdi3
      .abicalls
      .set noreorder
      purgatory_start:
        lui $sp, %hi(stack_end)
        addiu $sp, $sp, %lo(stack_end)
        lui $25, %hi(purgatory)
        addiu $25, $25, %lo(purgatory)
        jalr $25
        nop
        b .
        nop
      post_verification_setup_arch:
      __lshrdi3:
        jr $31
        nop
      .bss
      .balign 16
      .zero 4096
      stack_end:
        .zero 16
    `,
  },
  mips64el: {
    arch: 'mips64el',
    source: `
      .globl purgatory_start, post_verification_setup_arch
      .abicalls
      .option pic2
      purgatory_start:
        .cpsetup $25, $16, purgatory_start
        dla $sp, stack_end
        dla $25, purgatory
        jalr $25
        b .
      post_verification_setup_arch:
        jr $31
      .bss
      .balign 16
      .zero 4096
      stack_end:
        .zero 16
    `,
  },
  riscv64: {
    arch: 'riscv64',
    source: `
      .globl purgatory_start, setup_arch, post_verification_setup_arch, putchar
      purgatory_start:
        lla sp, stack_end
        call purgatory
        j .
      setup_arch:
      post_verification_setup_arch:
      putchar:
        ret
      .bss
      .balign 16
      .zero 4096
      stack_end:
    `,
  },
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

/** Names of the global symbols that a file leaves undefined, but for those that only their declaration asks for. */
export function undefinedSymbols(object: Uint8Array): string[] {
  const { symbols, relocations } = readElf(object);
  const used = new Set(relocations.flatMap((table) => table.relocations.map(({ symbol }) => symbol)));
  return symbols.flatMap(({ name, place, index }) =>
    place.kind === 'undefined' && name !== '' && (used.has(index) || name === 'purgatory_start')
      ? [name]
      : [],
  );
}
