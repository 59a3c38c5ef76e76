import type { Family } from '../../support/family.ts';
import { debian } from './debian.ts';
import { differences } from './differences.ts';
import { programs } from './programs.ts';
import { psabi } from './psabi.ts';
import { sections } from './sections.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';

export const i386: Family = {
  toolchains,
  differences,
  psabi,
  debian,
  programs,
  sections,
  selfChecks,
};
