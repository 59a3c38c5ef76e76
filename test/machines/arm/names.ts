/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    { who: 'glibc', name: 'R_ARM_SWI24', type: 13, why: 'the psABI gave its number to R_ARM_TLS_DESC' },
    { who: 'binutils', name: 'R_ARM_RABS32', type: 253, why: 'the psABI has R_ARM_RABS22 there' },
  ],
  unknownElsewhere: [
    {
      names: /_PRIVATE_(2[3-9]|3[01])$/,
      source: 'ELF for the Arm Architecture, which leaves them to whoever wants one',
    },
  ],
};
