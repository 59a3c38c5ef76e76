import type { Family } from '../../support/family.ts';
import { breakages } from './breakages.ts';
import { debian } from './debian.ts';
import { differences } from './differences.ts';
import { names } from './names.ts';
import { programs } from './programs.ts';
import { psabi } from './psabi.ts';
import { sections } from './sections.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';

export const aarch64: Family = {
  toolchains,
  differences,
  psabi,
  names,
  debian,
  programs,
  sections,
  selfChecks,
  breakages,
};
