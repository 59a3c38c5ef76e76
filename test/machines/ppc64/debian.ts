import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = { ppc64el: { bytes: 200, linkedBelow: 0x8000_0000n } };
