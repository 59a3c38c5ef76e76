import type { Family } from '../../support/family.ts';
import { differences } from './differences.ts';
import { psabi } from './psabi.ts';
import { toolchains } from './toolchain.ts';
import { wholeObjects } from './whole-object.ts';

export const ia64: Family = { toolchains, differences, psabi, wholeObjects };
