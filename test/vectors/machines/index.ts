/** Loops that nobody here wrote. */
import type { Peer } from '../peer.ts';
import { FIRMWARE } from './firmware.ts';
import { FUNCTIONS } from './functions.ts';
import { GNU_EFI } from './gnu-efi.ts';
import { MUSL } from './musl.ts';

export const PEERS: readonly Peer[] = [...MUSL, ...GNU_EFI, ...FIRMWARE, ...FUNCTIONS];

/** Others that Debian ships. */
export const NOT_RUN: readonly { readonly name: string; readonly from: string; readonly why: string }[] = [
  {
    name: 'U-Boot, arch/x86/lib/relocate.c',
    from: 'u-boot-qemu',
    why: 'it changes only words that hold an address of its own image before, which words of the vectors do not',
  },
  {
    name: 'U-Boot, arch/powerpc/cpu/mpc85xx/start.S',
    from: 'u-boot-qemu',
    why: 'its table is a list of the words of .got2 and of places (.fixup), none of the three forms',
  },
  {
    name: 'U-Boot, arch/mips/lib/reloc.c',
    from: 'u-boot-qemu',
    why: 'its table is one of types and distances in bytes of 7 bits, none of the three forms',
  },
  {
    name: 'iPXE',
    from: 'ipxe-qemu, ipxe',
    why: 'of BIOS, it moves without a table, by what its segments or pages count from; of UEFI, firmware applies the base relocations that elf2efi made of others',
  },
];
