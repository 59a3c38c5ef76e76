import type { Family } from '../../support/family.ts';
import { differences } from './differences.ts';
import { names } from './names.ts';
import { psabi } from './psabi.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';
import { wholeObjects } from './whole-object.ts';

export const hppa: Family = { toolchains, differences, psabi, names, wholeObjects, selfChecks };
