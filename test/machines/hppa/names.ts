/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    {
      who: 'glibc',
      name: 'R_PARISC_LORESERVE',
      type: 128,
      why: 'the bound of a range, and the number of R_PARISC_COPY',
    },
    { who: 'glibc', name: 'R_PARISC_HIRESERVE', type: 255, why: 'the bound of a range' },
  ],
};
