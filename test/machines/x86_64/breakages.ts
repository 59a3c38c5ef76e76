/** Purgatories for x86-64 that loaders could not load. */
import type { Breakages } from '../../breakages/breakage.ts';

const FREESTANDING = '-ffreestanding -fno-ident -fno-stack-protector -fno-asynchronous-unwind-tables -Os';

const PLT32 = {
  source: 'plt32.s',
  arch: 'x86_64',
  by: 'as --64',
  finds: {
    kind: 'loader',
    type: 'R_X86_64_PLT32',
    symbol: 'verify',
    section: '.text',
    offset: 1n,
    remedy: [],
  },
} as const;

export const breakages: Breakages = {
  objects: [
    {
      ...PLT32,
      title: 'binutils writes calls as R_X86_64_PLT32: kexec-tools',
      when: 'August 2018',
      what: `
        Since binutils 2.31 a call between functions is R_X86_64_PLT32 where it was R_X86_64_PC32. Whoever rebuilt kexec-tools with it
        could not reboot by kexec any more: "Unhandled rela relocation: R_X86_64_PLT32". Nothing was wrong with the purgatory; the list of types
        lacked one.`,
      references: ['kexec-tools b9de21ef51a7 (2018-08-20)', 'Linux b21ebf2fb4cd'],
      loader: 'kexec-tools',
      broke: '2.0.17',
      learnt: '2.0.18',
      finds: { ...PLT32.finds, remedy: ['kexec-tools 2.0.18 or later'] },
    },
    {
      ...PLT32,
      title: 'binutils writes calls as R_X86_64_PLT32: Linux',
      when: 'February 2018',
      what: `
        The same in the kernel, for its own purgatory and for modules; it was found there half a year earlier, while binutils 2.31 was being
        made. Stable releases from 3.18 on got the change, too.`,
      references: ['Linux b21ebf2fb4cd', 'binutils bd7ab16b4537 (2018-02-13)'],
      loader: 'linux',
      broke: '4.15',
      learnt: '4.16',
      finds: { ...PLT32.finds, remedy: ['linux 4.16 or later'] },
    },
    {
      title: 'Compilers that make position-independent code by themselves',
      when: 'April 2015',
      what: `
        Hardened distributions have -fPIE and the stack protector switched on in the compiler. In the large code model that brings the GOT into a
        purgatory: "Unhandled rela relocation: R_X86_64_GOTPC64", when the kernel is loaded. kexec-tools has asked for -fno-PIC since; its
        list has no type of the GOT to this day.`,
      references: ['kexec-tools 4a837c9a19f9 (2015-04-16)'],
      source: 'got.c',
      arch: 'x86_64',
      by: `gcc-12 ${FREESTANDING} -mcmodel=large -fPIC`,
      loader: 'kexec-tools',
      broke: '2.0.32',
      finds: {
        kind: 'loader',
        type: 'R_X86_64_GOTPC64',
        symbol: '_GLOBAL_OFFSET_TABLE_',
        section: '.text',
        offset: 9n,
        remedy: ['-fno-pic'],
      },
    },
  ],
};
