/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G0',
      type: 33040,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G0_NC',
      type: 33041,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G1',
      type: 33042,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G1_NC',
      type: 33043,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G2',
      type: 33044,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G2_NC',
      type: 33045,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_MOVW_GOTOFF_G3',
      type: 33046,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_GOT_LD_PREL19',
      type: 33047,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_LD64_GOTOFF_LO15',
      type: 33048,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_ADR_GOT_PAGE',
      type: 33049,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_LD64_GOT_LO12_NC',
      type: 33050,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_LD64_GOTPAGE_LO15',
      type: 33051,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_GOT_ADD_LO12_NC',
      type: 33052,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_GOT_ADR_PREL_LO21',
      type: 33053,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_GLOB_DAT',
      type: 57857,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_TLSDESC',
      type: 57858,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_AUTH_IRELATIVE',
      type: 57859,
      why: 'the number for private use that it had before the psABI gave it one',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_P32_TLS_DTPREL',
      type: 184,
      why: 'the psABI leaves both to the platform, and binutils has them the other way round',
    },
    {
      who: 'LLVM',
      name: 'R_AARCH64_P32_TLS_DTPMOD',
      type: 185,
      why: 'the psABI leaves both to the platform, and binutils has them the other way round',
    },
  ],
  unknownElsewhere: [
    {
      names: /_AUTH_/,
      source:
        'PAuth ABI Extension to ELF for the Arm 64-bit Architecture; later versions of LLVM have these numbers',
    },
    {
      names: /_(PATCHINST|FUNCINIT64)$/,
      source: 'ELF for the Arm 64-bit Architecture; later versions of LLVM have them',
    },
  ],
};
