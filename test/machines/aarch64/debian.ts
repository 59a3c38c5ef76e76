import type { DebianFacts } from '../../support/debian-facts.ts';

export const debian: DebianFacts = { arm64: { bytes: 52 } };
