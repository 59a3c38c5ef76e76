import type { Family } from '../../support/family.ts';
import { breakages } from './breakages.ts';
import { debian } from './debian.ts';
import { differences } from './differences.ts';
import { linux } from './linux.ts';
import { programs } from './programs.ts';
import { psabi } from './psabi.ts';
import { sections } from './sections.ts';
import { selfChecks } from './selfcheck.ts';
import { toolchains } from './toolchain.ts';

export const x86_64: Family = {
  toolchains,
  differences,
  psabi,
  debian,
  linux,
  programs,
  sections,
  selfChecks,
  breakages,
};
