import type { Family } from '../../support/family.ts';
import { breakages } from './breakages.ts';
import { debian } from './debian.ts';
import { differences } from './differences.ts';
import { linux } from './linux.ts';
import { names } from './names.ts';
import { psabi } from './psabi.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';

export const riscv: Family = { toolchains, differences, psabi, names, debian, linux, selfChecks, breakages };
