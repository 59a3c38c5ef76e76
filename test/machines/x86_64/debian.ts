import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = { amd64: { bytes: 44, overwritten: true } };
