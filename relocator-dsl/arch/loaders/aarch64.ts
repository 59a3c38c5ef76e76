/** Who else relocates AArch64. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    {
      '2.0.14':
        'ABS64 PREL32 LD_PREL_LO19 ADR_PREL_LO21 ADR_PREL_PG_HI21 ADD_ABS_LO12_NC JUMP26 CALL26 LDST64_ABS_LO12_NC',
      '2.0.24': 'LDST128_ABS_LO12_NC MOVW_UABS_G0_NC MOVW_UABS_G1_NC MOVW_UABS_G2_NC MOVW_UABS_G3',
    },
    {
      source: 'kexec/arch/arm64/kexec-arm64.c',
      flaws: [
        {
          types: 'ABS64 PREL32',
          of: 'fields that hold something',
          until: '2.0.24',
          how: 'adds to what the field holds, where the addend of the entry is all there is',
        },
      ],
      notes: { ADR_PREL_LO21: 'it refuses targets that are not a multiple of 4' },
    },
  ),
  knows(
    'linux-modules',
    {
      '5.10':
        'NONE NULL ABS64 ABS32 ABS16 PREL64 PREL32 PREL16 MOVW_UABS_G0_NC MOVW_UABS_G0 MOVW_UABS_G1_NC MOVW_UABS_G1 ' +
        'MOVW_UABS_G2_NC MOVW_UABS_G2 MOVW_UABS_G3 MOVW_SABS_G0 MOVW_SABS_G1 MOVW_SABS_G2 MOVW_PREL_G0_NC ' +
        'MOVW_PREL_G0 MOVW_PREL_G1_NC MOVW_PREL_G1 MOVW_PREL_G2_NC MOVW_PREL_G2 MOVW_PREL_G3 LD_PREL_LO19 ' +
        'ADR_PREL_LO21 ADR_PREL_PG_HI21_NC ADR_PREL_PG_HI21 ADD_ABS_LO12_NC LDST8_ABS_LO12_NC LDST16_ABS_LO12_NC ' +
        'LDST32_ABS_LO12_NC LDST64_ABS_LO12_NC LDST128_ABS_LO12_NC TSTBR14 CONDBR19 JUMP26 CALL26',
    },
    { source: 'arch/arm64/kernel/module.c' },
  ),
  knows(
    'linux-boot',
    { '5.10': 'RELATIVE' },
    {
      source: 'arch/arm64/kernel/pi/relocate.c',
      relr: { since: '5.10', otherwise: 'left as they are, in silence' },
      unchecked: 'offsets, and DT_RELR without CONFIG_RELR',
    },
  ),
  knows(
    'genfw',
    {
      vUDK2017:
        'CALL26 JUMP26 ADR_PREL_LO21 CONDBR19 LD_PREL_LO19 ADR_PREL_PG_HI21 ADD_ABS_LO12_NC LDST8_ABS_LO12_NC ' +
        'LDST16_ABS_LO12_NC LDST32_ABS_LO12_NC LDST64_ABS_LO12_NC LDST128_ABS_LO12_NC PREL64 PREL32 PREL16 ABS64',
      'edk2-stable201911': 'ADR_GOT_PAGE LD64_GOT_LO12_NC',
      'edk2-stable202211': 'LD64_GOTOFF_LO15 LD64_GOTPAGE_LO15',
      'edk2-stable202602': 'NONE',
    },
    {
      unchecked: 'ranges; distances stay as the linker stored them, and must be the same in both files',
      notes: {
        NONE: 'it does not know the withdrawn number 256',
        ADR_PREL_PG_HI21: 'it becomes adr where sections are aligned to less than 4 KiB',
      },
    },
  ),
  knows(
    'systemd-elf2efi',
    { '254': 'NULL RELATIVE' },
    {
      notes: {
        NULL: "pyelftools, by which it reads files, calls this number NONE; the psABI's own is refused",
      },
    },
  ),
  knows('ipxe-elf2efi', {
    'v1.20.1':
      'NONE NULL ABS64 CALL26 JUMP26 ADR_PREL_LO21 ADR_PREL_PG_HI21 ADD_ABS_LO12_NC LDST8_ABS_LO12_NC ' +
      'LDST16_ABS_LO12_NC LDST32_ABS_LO12_NC LDST64_ABS_LO12_NC',
    'v2.0.0': 'LDST128_ABS_LO12_NC',
  }),
  knows('rmodtool', {
    '4.1':
      'ABS64 ADR_PREL_PG_HI21 ADD_ABS_LO12_NC LDST8_ABS_LO12_NC LDST32_ABS_LO12_NC LDST64_ABS_LO12_NC CONDBR19 ' +
      'JUMP26 CALL26 LD_PREL_LO19 ADR_PREL_LO21',
  }),
  knows('u-boot-relocate-rela', { 'v2014.01': 'RELATIVE' }),
  knows('u-boot', { 'v2026.10-rc2': 'RELATIVE' }, { source: 'arch/arm/lib/relocate_64.S' }),
  knows(
    'tf-a',
    { 'v2.1': 'RELATIVE', 'v2.5': 'NONE' },
    {
      source: 'lib/aarch64/misc_helpers.S',
      notes: { RELATIVE: 'only if the addend lies in the image; it moves every word of the GOT, too' },
    },
  ),
  knows('m1n1', { 'v1.0': 'RELATIVE' }),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('gnu-efi', { '3.0.5': 'NONE RELATIVE' }, { source: 'gnuefi/reloc_aarch64.c' }),
  knows('zig', { '0.15': 'RELATIVE' }),
  knows('origin', { '0.13.15': 'RELATIVE' }),
];
