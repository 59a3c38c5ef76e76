/** Purgatories for AArch64 that loaders could not load. */
import type { Breakages } from '../../breakages/breakage.ts';

const FREESTANDING = '-ffreestanding -fno-ident -fno-stack-protector -mcmodel=large -fno-pic';
const GCC = `aarch64-linux-gnu-gcc-12 ${FREESTANDING}`;
const PLAIN = '-fno-asynchronous-unwind-tables';

const UNRELEASED = `
  No release broke: the machine came with 2.0.14, and in the history before it the type came a month after the machine.`;

export const breakages: Breakages = {
  objects: [
    {
      title: 'gcc 12 copies constants with registers of 128 bits',
      when: 'March 2022',
      what: `
        gcc 12 vectorizes at -O2. The first state of SHA-256 became two loads of 16 bytes each, whose addresses are
        R_AARCH64_LDST128_ABS_LO12_NC: "machine_apply_elf_rel: ERROR Unknown type: 299". gcc 11 made other code of the same source.`,
      references: ['kexec-tools 8e3f663a4dfe (2022-03-31)'],
      source: 'constants.c',
      arch: 'aarch64',
      by: `${GCC} ${PLAIN} -O2`,
      loader: 'kexec-tools',
      broke: '2.0.23',
      learnt: '2.0.24',
      finds: {
        kind: 'loader',
        type: 'R_AARCH64_LDST128_ABS_LO12_NC',
        symbol: '.text',
        section: '.text',
        offset: 0x8n,
        remedy: ['-mgeneral-regs-only', 'kexec-tools 2.0.24 or later'],
      },
      says: 'The flag is the better remedy: nobody switches these registers on for a purgatory.',
    },
    {
      title: 'clang makes an address of four moves',
      when: 'March 2022',
      what: `
        The large code model of gcc loads addresses from a pool behind the function; clang's makes them of four instructions. A kexec-tools that was
        built with clang 13 ended with "Unknown type: 264" when a kernel was loaded.`,
      references: ['kexec-tools 33778949c132 (2022-03-31)'],
      source: 'moves.c',
      arch: 'aarch64',
      by: `clang-13 --target=aarch64-linux-gnu -fno-addrsig ${FREESTANDING} ${PLAIN} -Os`,
      loader: 'kexec-tools',
      broke: '2.0.23',
      learnt: '2.0.24',
      finds: {
        kind: 'loader',
        type: 'R_AARCH64_MOVW_UABS_G0_NC',
        symbol: 'sha256_regions',
        section: '.text',
        offset: 0n,
        remedy: ['-mcmodel=small', 'kexec-tools 2.0.24 or later'],
      },
    },
    {
      title: 'Pools reached by their page, of gcc 6',
      when: 'October 2016',
      what: `
        With gcc 6 a purgatory had R_AARCH64_ADR_PREL_PG_HI21, R_AARCH64_ADD_ABS_LO12_NC and R_AARCH64_LDST64_ABS_LO12_NC, which the list of a month before
        lacked.`,
      references: ['kexec-tools c743758d77b8 (2016-10-20)'],
      source: 'pool.c',
      arch: 'aarch64',
      by: `${GCC} ${PLAIN} -Os`,
      loader: 'kexec-tools',
      broke: '2.0.13',
      learnt: '2.0.14',
      finds: { kind: 'loader', says: ['it relocates nothing of AArch64'] },
      says: UNRELEASED,
    },
    {
      title: 'Unwinding tables, of gcc 6',
      when: 'October 2016',
      what: `
        A week later, with the gcc 6.2 of Fedora, it was R_AARCH64_PREL32: "machine_apply_elf_rel: ERROR Unknown type: 261". Unwinding tables have it.`,
      references: ['kexec-tools ec271d6c2988 (2016-10-28)'],
      source: 'unwinding.c',
      arch: 'aarch64',
      by: `${GCC} -fasynchronous-unwind-tables -Os`,
      loader: 'kexec-tools',
      broke: '2.0.13',
      learnt: '2.0.14',
      finds: { kind: 'loader', says: ['it relocates nothing of AArch64'] },
      says: UNRELEASED,
    },
    {
      title: 'Words are added to what they hold',
      when: 'March 2022',
      what: `
        kexec-tools added the value of R_AARCH64_ABS64 and R_AARCH64_PREL32 to what stood in the field. Entries of this machine have their addend with them:
        where a field is not 0 the word comes out wrong, and nothing is said. It was found by reading, when types were added.`,
      references: ['kexec-tools c1ae085bd211 (2022-03-31)'],
      source: 'held.s',
      arch: 'aarch64',
      by: 'aarch64-linux-gnu-as',
      loader: 'kexec-tools',
      broke: '2.0.23',
      learnt: '2.0.24',
      finds: {
        kind: 'loader-wrong',
        type: 'R_AARCH64_ABS64',
        symbol: 'purgatory_start',
        section: '.data',
        offset: 0n,
        remedy: ['kexec-tools 2.0.24 or later'],
      },
    },
  ],
};
