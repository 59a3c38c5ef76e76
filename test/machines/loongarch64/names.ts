/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  unknownElsewhere: [
    {
      names: /_CALL30$|_PCADD_(HI20|LO12)$/,
      source:
        'ELF for the LoongArch Architecture, with instructions of the 32-bit processors; later versions of binutils have them',
    },
  ],
};
