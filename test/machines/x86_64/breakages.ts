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
    {
      title: 'Compilers put variables that are 0 among zeros',
      when: 'March 2015',
      what: `
        kexec-tools writes the regions to be checked, and their digest, into the purgatory once it is relocated. Toolchains that put what is 0 at
        first into .bss left it no bytes to write: "Symbol: sha256_regions is in a bss section cannot set". It compiles with
        -fno-zero-initialized-in-bss since 2.0.10.`,
      references: [
        'kexec-tools e42fc55e10fb (2015-03-18)',
        'https://lists.infradead.org/pipermail/kexec/2014-November/013052.html',
      ],
      source: 'zeros.c',
      arch: 'x86_64',
      by: `gcc-12 ${FREESTANDING} -mcmodel=large -fno-pic`,
      loader: 'kexec-tools',
      broke: '2.0.32',
      finds: { kind: 'loader', says: ['sha256_regions', '.bss', '-fno-zero-initialized-in-bss'] },
    },
    {
      title: 'A profile makes two sections of code',
      when: 'spring 2023',
      what: `
        clang 16, told by a profile what is hot, leaves that in a section .text.hot beside .text, and ld -r keeps both at address 0. An entry of 0
        then lies in either. Linux moved the entry once for each and jumped to neither: "Starting new kernel", and the machine was gone. ChromeOS met
        it when it took a newer clang.`,
      references: [
        'Linux 8652d44f466a',
        'https://lkml.kernel.org/r/20230321-kexec_clang16-v7-1-b05c520b7296@chromium.org',
      ],
      source: 'two-texts.c',
      arch: 'x86_64',
      by: `clang-16 --target=x86_64-linux-gnu -fno-addrsig ${FREESTANDING} -mcmodel=large -fno-pic`,
      loader: 'linux',
      broke: '6.3',
      learnt: '6.4',
      finds: { kind: 'loader', says: ['.text and .text.hot.', 'linux 6.4 or later', 'ld -r'] },
      says: `
        clang 18 brought it back in another guise: its large code model puts code into .ltext, beside the assembly in .text, and a kernel of 6.9 warned
        and failed (ClangBuiltLinux/linux issue 2016). Since 6.10 the kernel's purgatory is position-independent code of the small code model
        instead (Linux cba786af84a0).`,
    },
  ],
  noObjects: [
    {
      title: 'The code model is lost: overflow far up',
      when: 'August 2019',
      what: `
        A change of how the kernel's purgatory is compiled lost -mcmodel=large. Its addresses were 32 bits with their sign, and all was well until a
        crash kernel stood beyond 2 GiB: "kexec: Overflow in relocation type 11 value 0x11fffd000" on a machine with 1.5 TiB. kexec-tools had the
        same twelve years earlier, and pinned its purgatory below 2 GiB (2007) until it was compiled with the large code model (2.0.4, 2012).`,
      references: [
        'Linux b059f801a937',
        'Linux e16c2983fba0',
        'https://lkml.iu.edu/hypermail/linux/kernel/1908.3/04481.html',
        'kexec-tools d6c231c6f341 (2007-03-07)',
        'kexec-tools b4f9f8599679 (2012-11-19)',
      ],
      why: `
        The loaders know the type; whether the value fits is known when the address is. The audit cannot tell it of a loader, but
        \`audit --deny R_X86_64_32S\` keeps the type out, and \`relocator build\` prints the load bases, which end below 2 GiB, and names the relocation
        that ends them.`,
    },
    {
      title: 'A purgatory of the x32 ABI',
      when: 'May 2015',
      what: `
        kexec-tools could be built for x32 for a while. Its purgatory was then loaded above 4 GiB on a 64-bit kernel: "overflow in relocation type
        R_X86_64_32 val 21dffc020". The support was taken back.`,
      references: ['kexec-tools 5041d45b1c6b (2015-05-01)'],
      why: `
        It depends on the address, as above. There are no rules for x32 here: \`audit\` ends at such an object and says so.`,
    },
    {
      title: 'gcc 12 vectorizes',
      when: 'March 2022',
      what: `
        At -O2 gcc 12 uses SSE registers for loops, which are not to be had in a purgatory that kexec_load(2) starts: a kdump kernel hung early, and the
        firmware reset the machine. No loader said a word. It was met once more in 2025, with distributions whose compilers take newer processors for
        granted (x86-64-v3).`,
      references: ['kexec-tools 1b03cf7adc3c (2022-03-29)', 'kexec-tools 14f48ea80e51 (2025-04-17)'],
      why: `
        Nothing is wrong with the relocations: the instructions are. Compile with -mgeneral-regs-only, which refuses floating point by name and keeps
        vectors out.`,
    },
    {
      title: 'A comparison that compared one byte',
      when: 'April 2015',
      what: `
        The purgatory's own memcmp did not advance one of its pointers, so that the check of the digest had looked at its first byte only.`,
      references: ['kexec-tools 458e81576530 (2015-04-23)'],
      why: `
        It is a fault of the program, with the right relocations. Purgatories that stand in this repository are run against a wrong digest.`,
    },
  ],
};
