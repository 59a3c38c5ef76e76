/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    {
      who: 'glibc',
      name: 'R_RISCV_GNU_VTINHERIT',
      type: 41,
      why: 'nobody used the number, and the psABI gave it to R_RISCV_GOT32_PCREL',
    },
  ],
  unknownElsewhere: [
    { names: /_(VENDOR|CUSTOM\d+)$/, source: 'RISC-V ELF Specification, which gives them to vendors' },
  ],
};
