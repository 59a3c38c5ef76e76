/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    {
      who: 'glibc',
      name: 'R_ALPHA_TLS_GD_HI',
      type: 28,
      why: 'binutils, which makes and reads the files, has R_ALPHA_BRSGP there',
    },
    { who: 'glibc', name: 'R_ALPHA_TLS_LDM', type: 30, why: 'binutils has R_ALPHA_TLSLDM there' },
  ],
};
