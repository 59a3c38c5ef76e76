/** Purgatories for s390x that loaders could not load. */
import type { Breakages } from '../../breakages/breakage.ts';

const CALLS = {
  source: 'calls.c',
  arch: 's390x',
  by: 's390x-linux-gnu-gcc-12 -ffreestanding -fno-ident -fno-stack-protector -fno-asynchronous-unwind-tables -fno-pic -Os',
  finds: {
    kind: 'loader',
    type: 'R_390_PLT32DBL',
    symbol: 'setup_arch',
    section: '.text',
    offset: 0x26n,
    remedy: [],
  },
} as const;

export const breakages: Breakages = {
  objects: [
    {
      ...CALLS,
      title: 'gcc calls through the PLT: kexec-tools',
      when: 'December 2021',
      what: `
        Later releases of gcc 11 make every call of a function that others may see one through the PLT, as clang always did. A linker turns it
        into a plain distance; ld -r does not. kexec-tools said "Unknown rela relocation: 0x14 0x73c0901c": number and address.`,
      references: ['kexec-tools 186e7b0752d8 (2021-12-15)'],
      loader: 'kexec-tools',
      broke: '2.0.23',
      learnt: '2.0.24',
      finds: { ...CALLS.finds, remedy: ['kexec-tools 2.0.24 or later'] },
    },
    {
      ...CALLS,
      title: 'gcc calls through the PLT: Linux',
      when: 'December 2021',
      what: `
        The kernel's own purgatory is compiled by the same compiler: kexec_file_load(2) failed until the kernel's list had the type, too.
        Stable releases of 5.15 have it since 5.15.15.`,
      references: ['Linux arch/s390/kernel/machine_kexec_reloc.c, 5.17'],
      loader: 'linux',
      broke: '5.16',
      learnt: '5.17',
      finds: { ...CALLS.finds, remedy: ['linux 5.17 or later'] },
    },
  ],
};
