import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = { s390x: { bytes: 4, settled: true } };
