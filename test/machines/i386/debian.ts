import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = { i386: { bytes: 44, overwritten: true } };
