/** Where linkers do otherwise than the rules of LoongArch, why, and what decides. */
import { type LinkerDifferences, onlyLinker, rightlyRefused } from '../../support/differences.ts';

const LOONGARCH = 'ELF for the LoongArch Architecture, Relocations';
const LOST = 'An address that lost its upper half is another one.';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_LARCH_32(_PCREL)?$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${LOONGARCH}: fields of 32 bits; of a check it says nothing for the first and a signed one for the second. ${LOST}`,
      explains: rightlyRefused,
    },
    {
      linker: 'lld',
      types: /^R_LARCH_32$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${LOONGARCH}: a field of 32 bits, without a check. ${LOST}`,
      explains: rightlyRefused,
    },
    {
      linker: 'GNU ld',
      types: /^R_LARCH_CALL36$/,
      what: 'takes -2^37 to 2^37 - 1, whatever rounding makes of it.',
      decides: `${LOONGARCH}: the upper part is rounded by 0x20000, so both limits are lower by that. What GNU ld makes of the highest 0x20000 distances calls backwards; lld does as the rule.`,
      explains: (each, model) =>
        each.X < 0n
          ? onlyLinker(each) && each.X < -(1n << 37n)
          : rightlyRefused(each, model) && each.X < 1n << 37n,
    },
  ],
  throughGot: [],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_LARCH_(B26|CALL36)$/,
      what: 'makes a jump to address 0 of the branch, by $zero; branches of other types go to themselves.',
      decides: 'The psABI is silent. relocator has all branches go to themselves: they are never taken.',
    },
    {
      linker: 'GNU ld',
      types: /^R_LARCH_PCALA_HI20$/,
      what: 'makes lu12i.w of pcalau12i in images that move; elsewhere it counts from 0 and drops what does not fit.',
      decides: 'The psABI is silent. relocator does as GNU ld does in images that move.',
    },
    {
      linker: 'lld',
      types: /^R_LARCH_(B16|B21|B26|CALL36|PCALA_HI20)$/,
      what: 'counts from 0, to which the image must be near enough; of pages it drops what does not fit.',
      decides: 'As above: code that is never run does not limit the load bases, and a test finds 0.',
    },
    {
      linker: 'GNU ld',
      types: /^R_LARCH_PCREL20_S2$/,
      what: 'counts from 0, to which the image must be near enough, as lld does.',
      decides: 'As above: a test finds 0 at every load base, by lu12i.w.',
    },
  ],
  notDone: { 'GNU ld': [], lld: [] },
  blindSpots: {
    R_LARCH_32: ['takes one below its range', 'takes one above its range'],
  },
};
