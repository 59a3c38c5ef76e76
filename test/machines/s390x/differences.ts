/** Where linkers do otherwise than the rules of s390x, why, and what decides. */
import {
  type GotDifference,
  type LinkerDifferences,
  onlyRule,
  rightlyRefused,
  withinEither,
} from '../../support/differences.ts';

const S390 = 's390x psABI, Relocation Types';

export const differences: LinkerDifferences = {
  plain: [
    {
      linker: 'GNU ld',
      types: /^R_390_(8|(PC|GOTOFF|PLTOFF|GOT|GOTPLT)?(16|32)|PLT32)$/,
      what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
      decides: `${S390}: the bits above a half16 must be all ones or all zeros, which leaves the sign open; of word32 it says nothing. The rules take what n bits can mean, -2^(n-1) to 2^n - 1 for addresses and constants, signed for distances, and so does lld. A byte8 may be 0 to 255 there; both linkers also take negative bytes, and the rule with them.`,
      explains: (each, model) => rightlyRefused(each, model) && withinEither(each.X, 8 * model.bytes),
    },
    {
      linker: 'GNU ld',
      types: /^R_390_(PC|PLT)(12|16|24|32)DBL$/,
      what: 'takes distances twice as long either way as the field, which is signed, can hold.',
      decides: `${S390} calls the fields signed and shifted left by one, but leaves one bit too many above them open. The instructions read signed halfwords; a longer distance is another one. lld refuses it, too.`,
      explains: (each, { name }) =>
        onlyRule(each) && withinEither(each.X, Number(/\d+/.exec(name.slice(6))) + 1),
    },
    {
      linker: 'GNU ld',
      types: /^R_390_(12|20)$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${S390}: the bits above a low12 must be zero, and a mid20 is signed; an instruction with another displacement reaches elsewhere.`,
      explains: rightlyRefused,
    },
  ],
  throughGot: [
    ...([16n, 32n] as const).map(
      (bits): GotDifference => ({
        linker: 'GNU ld',
        types: new RegExp(`^R_390_(GOT|GOTPLT|GOTOFF|PLTOFF)${bits}$`),
        what: 'takes -2^n to 2^n - 1 in n bits, so that addresses may wrap.',
        decides: `${S390}: the bits above a half16 must be all ones or all zeros, which leaves the sign open. The rule takes what n bits can mean, -2^(n-1) to 2^n - 1, and so does lld.`,
        explains: ({ X, rule, linker }) =>
          rule === 'refused' && linker !== 'refused' && X < -(1n << (bits - 1n)) && X >= -(1n << bits),
      }),
    ),
    {
      linker: 'GNU ld',
      types: /^R_390_GOT12$/,
      what: 'takes -2^12 to 2^12 - 1.',
      decides: `${S390}: the bits above a low12 must be zero. The rule checks, and so does lld.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && X < 0n && X >= -(1n << 12n),
    },
    {
      linker: 'GNU ld',
      types: /^R_390_GOTPLT12$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${S390}: the bits above a low12 must be zero. The rule checks.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && (X < 0n || X >= 1n << 12n),
    },
    {
      linker: 'GNU ld',
      types: /^R_390_(GOT|GOTPLT)20$/,
      what: 'takes any value and drops what does not fit.',
      decides: `${S390}: a mid20 is signed. The rule checks, and for GOT20 so does lld.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && (X < -(1n << 19n) || X >= 1n << 19n),
    },
    {
      linker: 'GNU ld',
      types: /^R_390_(GOTENT|GOTPLTENT|GOTPCDBL)$/,
      what: 'takes distances twice as long either way, and odd ones, and drops what does not fit.',
      decides: `${S390}: the field is a signed number of halfwords. The rule checks, and so does lld.`,
      explains: ({ X, rule, linker }) =>
        rule === 'refused' && linker !== 'refused' && (X < -(1n << 32n) || X >= 1n << 32n || X % 2n !== 0n),
    },
  ],
  weak: [
    {
      linker: 'GNU ld',
      types: /^R_390_P(C|LT)(16|32)DBL$/,
      what: 'since 2.41 makes `lay %r1,0` of larl and a branch into itself, an exception, of brasl and of relative loads and stores; other branches, and everything in older versions, go to 0 and must reach it.',
      decides: 'The psABI is silent. relocator does as GNU ld does, and the same with other branches.',
    },
    {
      linker: 'lld',
      types: /^R_390_P(C|LT)(16|32)DBL$/,
      what: 'counts from 0, to which the image must be near enough.',
      decides: 'As above: code that is never run does not limit the load bases.',
    },
  ],
  notDone: {
    'GNU ld': [],
    lld: [
      'R_390_GOTPLT12',
      'R_390_GOTPLT16',
      'R_390_GOTPLT20',
      'R_390_GOTPLT32',
      'R_390_GOTPLT64',
      'R_390_GOTPLTENT',
    ],
  },
  blindSpots: {
    // lld makes a PLT for these, and GNU ld checks nothing or half of it: see the listed differences.
    R_390_GOTPLT12: ['takes one below its range', 'takes one above its range'],
    R_390_GOTPLT16: ['takes one below its range'],
    R_390_GOTPLT20: ['takes one below its range', 'takes one above its range'],
    R_390_GOTPLT32: ['takes one below its range'],
    R_390_GOTPLTENT: ['takes one below its range', 'takes one above its range', 'takes any alignment'],
  },
};
