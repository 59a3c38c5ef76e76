/** Purgatories for 64-bit PowerPC that loaders could not load, or loaded wrong. */
import type { Breakages } from '../../breakages/breakage.ts';

const FREESTANDING = '-ffreestanding -fno-ident -fno-pic -Os';
const OLD = `powerpc64-linux-gnu-gcc-12 -mabi=elfv1 -mcpu=power4 ${FREESTANDING} -fno-stack-protector`;
const NEW = `powerpc64le-linux-gnu-gcc-12 -mcpu=power8 ${FREESTANDING}`;
const NO_TABLES = '-fno-asynchronous-unwind-tables';

export const breakages: Breakages = {
  objects: [
    {
      title: 'gcc 4.4 writes unwinding tables',
      when: 'August 2009',
      what: `
        gcc 4.4 brought R_PPC64_REL32 into the purgatory, where 2.0.0 had no such type. kexec-tools learnt to accept it, not to apply it: to this day
        it subtracts where its own copy of the purgatory stands, which does no harm only because nobody unwinds there.`,
      references: ['kexec-tools b45bdabadd1b (2009-08-10)'],
      source: 'unwinding.c',
      arch: 'ppc64',
      by: `${OLD} -fasynchronous-unwind-tables`,
      loader: 'kexec-tools',
      broke: '2.0.0',
      learnt: '2.0.1',
      finds: {
        kind: 'loader',
        type: 'R_PPC64_REL32',
        symbol: '.text',
        section: '.eh_frame',
        offset: 0x1cn,
        remedy: [NO_TABLES, 'kexec-tools 2.0.1 or later'],
      },
    },
    {
      title: 'The medium code model reaches its table of contents in two halves',
      when: 'November 2011',
      what: `
        Newer compilers take the medium code model for granted: addresses relative to the table of contents in two halves, where there had been one
        signed halfword. The whole family of R_PPC64_TOC16 was added when it was hit.`,
      references: ['kexec-tools 920f4ededd96 (2011-11-14)'],
      source: 'toc.c',
      arch: 'ppc64',
      by: `${OLD} ${NO_TABLES}`,
      loader: 'kexec-tools',
      broke: '2.0.2',
      learnt: '2.0.3',
      finds: {
        kind: 'loader',
        type: 'R_PPC64_TOC16_HA',
        symbol: '.data',
        section: '.text',
        offset: 2n,
        remedy: ['-mcmodel=small', 'kexec-tools 2.0.3 or later'],
      },
    },
    {
      title: 'The stack protector is on by default',
      when: 'April 2014',
      what: `
        SUSE's compiler protects stacks by itself, and the purgatory called __stack_chk_fail, which nobody defines there. ld -r does not mind, and
        kexec-tools takes undefined symbols for 0: what was wrong came to light only at run time. kexec-tools compiles with -fno-stack-protector
        since 2.0.7; it takes the object today as it did then.`,
      references: ['kexec-tools 7d33c8933ebf (2014-04-08)'],
      source: 'canary.c',
      arch: 'ppc64le',
      by: `${NEW} -fstack-protector ${NO_TABLES}`,
      loader: 'kexec-tools',
      broke: '2.0.32',
      finds: {
        kind: 'loader-wrong',
        type: 'R_PPC64_REL24',
        symbol: '__stack_chk_fail',
        section: '.text',
        offset: 0x60n,
        remedy: ['-fno-stack-protector'],
      },
    },
    {
      title: 'Exception handling is on by default',
      when: 'July 2014',
      what: `
        The same with functions of the C++ runtime, which compilers with -fexceptions call for C, too, where something is left to be done when a
        function is left. kexec-tools compiles with -fno-exceptions since 2.0.8.`,
      references: ['kexec-tools 335bad77fb07 (2014-07-22)'],
      source: 'cleanup.c',
      arch: 'ppc64le',
      by: `${NEW} -fexceptions -fno-stack-protector`,
      loader: 'kexec-tools',
      broke: '2.0.32',
      finds: {
        kind: 'loader-wrong',
        type: 'R_PPC64_REL24',
        symbol: '_Unwind_Resume',
        section: '.text',
        offset: 0xb4n,
        remedy: ['-fno-exceptions'],
      },
    },
    {
      title: 'Calls go to the local entry',
      when: 'February 2016',
      what: `
        In the ELFv2 ABI a function has two entries: one for callers elsewhere, which computes its TOC pointer from r12, and one behind it for callers that have
        the same. A branch goes to the second. kexec-tools went to the first, whose r12 was whatever it happened to be.`,
      references: ['kexec-tools 1e423dc297d1 (2016-02-26)'],
      source: 'local-entry.s',
      arch: 'ppc64le',
      by: 'powerpc64le-linux-gnu-as',
      loader: 'kexec-tools',
      broke: '2.0.12',
      learnt: '2.0.13',
      finds: {
        kind: 'loader-wrong',
        type: 'R_PPC64_REL24',
        symbol: 'setup',
        section: '.text',
        offset: 0n,
        remedy: ['kexec-tools 2.0.13 or later'],
      },
    },
  ],
  noObjects: [
    {
      title: 'A table of contents on no boundary',
      when: 'February 2016',
      what: `
        gcc leaves .toc aligned to a byte and counts on the linker to align it. kexec-tools laid it out as it was told, and loads by offsets that
        must be multiples of 4 or 8 missed. Since 2.0.13 it aligns the section to 256.`,
      references: ['kexec-tools 3debb8cf3272 (2016-02-26)'],
      why: `
        Whether it breaks depends on where kexec-tools puts the section, behind all others of the file: the audit lays nothing out as it does.
        \`relocator build\` aligns the table itself.`,
    },
    {
      title: 'The carry of the upper half',
      when: 'April 2007',
      what: `
        The upper half of an address must be one more where the lower half, which is signed, is negative. kexec-tools did without, and addresses were
        64 KiB too low.`,
      references: ['kexec-tools c89a17705726 (2007-04-11)'],
      why: `
        It was mended in 20071017, before 2.0.0, the first release of which anything is known here. That images of ours have the carry is
        held against GNU ld, for every type of this kind.`,
    },
  ],
};
