import type { Family } from '../../support/family.ts';
import { breakages } from './breakages.ts';
import { debian } from './debian.ts';
import { differences } from './differences.ts';
import { psabi } from './psabi.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';

export const ppc64: Family = { toolchains, differences, psabi, debian, selfChecks, breakages };
