/** Where linkers do otherwise than the rules of PA-RISC, why, and what decides. */
import { type LinkerDifferences, rightlyRefused } from '../../support/differences.ts';

const PARISC = 'PA-RISC Architecture';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_PARISC_(DIR17[RF]|PCREL(12F|17[RFC]|22F))$/,
      what: 'takes values that are no multiple of 4 and drops the lowest two bits.',
      decides: `${PARISC}: displacements of branches count words of 4 bytes; another one leads elsewhere.`,
      explains: (each, model) => rightlyRefused(each, model) && each.X % 4n !== 0n,
    },
    {
      linker: 'GNU ld',
      types: /^R_PARISC_(DIR17F|DIR14F|PCREL17C|PCREL14F|DPREL14F)$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${PARISC}: the displacement is signed, and what is left of another one is an address elsewhere.`,
      explains: rightlyRefused,
    },
  ],
  throughGot: [],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_PARISC_PCREL17C$/,
      what: 'counts from 0 and drops what does not fit.',
      decides: 'The psABI is silent. It goes on behind its delay slot, as GNU ld has all other branches do.',
    },
  ],
  notDone: {
    // test/agreement/global-pointer-linkers.test.ts links the first to code, cases.test.ts the others to data.
    'GNU ld': ['R_PARISC_SEGREL32', 'R_PARISC_DLTIND21L', 'R_PARISC_DLTIND14R', 'R_PARISC_DLTIND14F'],
    lld: [],
  },
  blindSpots: {
    R_PARISC_DIR17R: ['takes any alignment'],
    R_PARISC_DIR17F: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    R_PARISC_DIR14F: ['takes one below its range', 'takes one above its range'],
    // Cases beyond the range are not linked: it would move the code to make room for detours.
    R_PARISC_PCREL12F: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    R_PARISC_PCREL17R: ['takes any alignment'],
    R_PARISC_PCREL17F: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    R_PARISC_PCREL17C: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
    R_PARISC_PCREL14F: ['takes one below its range', 'takes one above its range'],
    R_PARISC_DPREL14F: ['takes one below its range', 'takes one above its range'],
    R_PARISC_PCREL22F: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
  },
};
