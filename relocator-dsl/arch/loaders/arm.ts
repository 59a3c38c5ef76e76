/** Who else relocates 32-bit Arm. */
import { knows, type LoaderKnowledge } from '../../loader.ts';

const BIG_ENDIAN = 'it takes big-endian objects only, and adds to what an earlier relocation left';

/** Most of these are distances, which it leaves as they are. */
const GENFW =
  'RBASE PC24 REL32 XPC25 THM_CALL THM_JUMP19 CALL JUMP24 THM_JUMP24 PREL31 MOVW_PREL_NC MOVT_PREL THM_MOVW_PREL_NC ' +
  'THM_MOVT_PREL THM_JUMP6 THM_ALU_PREL_11_0 THM_PC12 REL32_NOI ALU_PC_G0_NC ALU_PC_G0 ALU_PC_G1_NC ALU_PC_G1 ' +
  'ALU_PC_G2 LDR_PC_G1 LDR_PC_G2 LDRS_PC_G0 LDRS_PC_G1 LDRS_PC_G2 LDC_PC_G0 LDC_PC_G1 LDC_PC_G2 THM_JUMP11 ' +
  'THM_JUMP8 TLS_GD32 TLS_LDM32 TLS_IE32 THM_MOVW_ABS_NC THM_MOVT_ABS ABS32 RABS22';

export const LOADERS: readonly LoaderKnowledge[] = [
  knows(
    'kexec-tools',
    { '2.0.0': 'ABS32 REL32' },
    { source: 'kexec/arch/arm/kexec-elf-rel-arm.c', notes: { ABS32: BIG_ENDIAN, REL32: BIG_ENDIAN } },
  ),
  knows(
    'linux-modules',
    {
      '5.10':
        'NONE ABS32 TARGET1 PC24 CALL JUMP24 V4BX PREL31 MOVW_ABS_NC MOVT_ABS THM_CALL THM_JUMP24 THM_MOVW_ABS_NC ' +
        'THM_MOVT_ABS',
      '6.1':
        'REL32 MOVW_PREL_NC MOVT_PREL ALU_PC_G0_NC ALU_PC_G1_NC LDR_PC_G2 THM_MOVW_PREL_NC THM_MOVT_PREL',
    },
    {
      source: 'arch/arm/kernel/module.c',
      unchecked: 'ranges of data',
      notes: { CALL: 'it refuses a call that changes the instruction set' },
    },
  ),
  knows(
    'genfw',
    { vUDK2017: `${GENFW} GOT_PREL` },
    {
      until: { 'edk2-stable201903': 'GOT_PREL', 'edk2-stable202511': GENFW },
      source: 'BaseTools/Source/C/GenFw/Elf32Convert.c',
      undefinedSymbols: 'skipped in silence',
      unchecked:
        'undefined and absolute symbols since edk2-stable202108, ranges; the machine is gone since edk2-stable202511',
    },
  ),
  knows('systemd-elf2efi', { '254': 'NONE RELATIVE' }),
  knows('ipxe-elf2efi', { 'v1.20.1': 'NONE ABS32 CALL THM_CALL THM_JUMP24 V4BX REL32' }),
  knows('rmodtool', { '4.1': 'ABS32 THM_CALL THM_JUMP24 V4BX CALL JUMP24' }),
  knows('u-boot', { 'v2026.10-rc2': 'RELATIVE' }, { source: 'arch/arm/lib/relocate.S' }),
  knows(
    'tf-a',
    { 'v2.5': 'NONE RELATIVE' },
    {
      source: 'lib/aarch32/misc_helpers.S',
      notes: { RELATIVE: 'only if the word lies in the image; it moves every word of the GOT, too' },
    },
  ),
  knows('musl', { '1.1.16': 'RELATIVE' }),
  knows('gnu-efi', { '3.0.5': 'NONE RELATIVE' }, { source: 'gnuefi/reloc_arm.c' }),
  knows('zig', { '0.15': 'RELATIVE' }),
  knows('origin', { '0.13.15': 'RELATIVE' }),
];
