/** Names and numbers in which others and the psABI differ. */
import type { OtherNames } from '../../support/other-names.ts';

export const names: OtherNames = {
  others: [
    {
      who: 'glibc',
      name: 'R_SH_SWITCH8',
      type: 33,
      why: 'binutils, which makes and reads the files, has R_SH_DIR16 there',
    },
    {
      who: 'glibc',
      name: 'R_SH_GNU_VTINHERIT',
      type: 34,
      why: 'binutils, which makes and reads the files, has R_SH_DIR8 there',
    },
    {
      who: 'glibc',
      name: 'R_SH_GNU_VTENTRY',
      type: 35,
      why: 'binutils, which makes and reads the files, has R_SH_DIR8UL there',
    },
  ],
};
