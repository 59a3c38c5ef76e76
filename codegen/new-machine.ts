/**
 * The skeleton of a machine that there is none of yet: its rules with two types to begin with, what tests know of it, and
 * its tools. What only a person can know is left as `<fill in: …>`, which a test finds.
 */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { architectureForElf, architectures } from '../relocator-dsl/arch/index.ts';

export interface NewMachine {
  /** The name of machine and psABI. */
  readonly name: string;
  /** e_machine. */
  readonly elfMachine: number;
  readonly wordBits: 32 | 64;
  readonly order: 'little' | 'big';
}

/** What a skeleton has where a person has to write; up to the next `>`. */
export const UNFILLED = '<fill in: ';

/** The files of the skeleton, by path from the root of the repository. @throws RangeError for a machine that cannot be */
export function skeletonFiles(machine: NewMachine): Map<string, string> {
  const { name, elfMachine, wordBits, order } = machine;
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new RangeError(`"${name}" is no name for a machine: small letters, digits and underscores`);
  const clash = architectures.find(({ machine: { arch, psabi } }) => arch === name || psabi === name);
  if (clash) throw new RangeError(`there is a machine called ${name} already: ${clash.machine.title}`);
  const same = architectureForElf(elfMachine, wordBits, order);
  if (same) throw new RangeError(`ELF files of this kind are those of ${same.machine.arch} already`);
  const tests = `test/machines/${name}`;
  return new Map([
    [`relocator-dsl/arch/${name}.ts`, rulesText(machine)],
    [`${tests}/psabi.ts`, psabiText(machine)],
    [`${tests}/toolchain.ts`, toolchainText(machine)],
    [`${tests}/differences.ts`, DIFFERENCES],
    [`${tests}/index.ts`, indexText(machine)],
    [`purgatory/machines/${name}/tools.sh`, toolsText(machine)],
  ]);
}

/**
 * Writes the skeleton under `root`.
 * @returns the paths written
 * @throws RangeError for a machine that cannot be, or when one of the files is there
 */
export async function writeSkeleton(machine: NewMachine, root: string): Promise<string[]> {
  const files = skeletonFiles(machine);
  for (const path of files.keys()) {
    if (existsSync(join(root, path))) throw new RangeError(`${path} is there already; remove it first`);
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return [...files.keys()];
}

/** What the lines of the registries are to be, in words. */
export function registryLines({ name }: NewMachine): string[] {
  return [
    `relocator-dsl/arch/index.ts: import { ${name} } from './${name}.ts'; and ${name} in the list`,
    `test/machines/index.ts: import { ${name} } from './${name}/index.ts'; and ${name} in the list`,
  ];
}

/** What all names of types begin with. */
function prefixOf({ name }: NewMachine): string {
  return `R_${name.toUpperCase()}_`;
}

function rulesText(machine: NewMachine): string {
  const { name, elfMachine, wordBits, order } = machine;
  const prefix = prefixOf(machine);
  return `/**
 * ${UNFILLED}the psABI's name>: machine and relocation types.
 *
 * ${UNFILLED}which fields the types fill, drawn; what is odd about the machine; traps; sources>
 */
import { architecture } from '../architecture.ts';
import { unchecked } from '../check.ts';
import { range } from '../entry.ts';
import { A, S } from '../expression.ts';
import { word } from '../field.ts';
import type { Machine } from '../machine.ts';
import { marker, type RelocationType, rule } from '../rule.ts';
import { KEXEC_TOOLS_COMMON } from '../told.ts';

const TYPES = '${UNFILLED}the psABI, and the section that lists its relocation types>';

const machine: Machine = {
  arch: '${name}',
  psabi: '${name}',
  title: '${UNFILLED}its name for people>',
  elfMachine: ${elfMachine},
  wordBits: ${wordBits},
  dataOrder: '${order}',
  instructionOrder: '${order}',
  addends: 'explicit',
  unalignedFaults: true,
  code: { alignment: 4, cache: { line: ['${UNFILLED}what makes a patched instruction seen>'], fences: [] } },
  loading: { loaders: [], told: { 'kexec-tools': KEXEC_TOOLS_COMMON } },
  entry: {
    preserved: [range('r', 0, 1)],
    clobbered: [range('r', 2, 3)],
    stackPointer: 'r1',
    state: '${UNFILLED}mode, translation, caches and interrupts when its loaders enter a purgatory>',
    failure: { register: 'r2' },
  },
};

const types: readonly RelocationType[] = [
  marker({
    name: '${prefix}NONE',
    type: 0,
    source: TYPES,
    notes: 'Stores nothing; \`.reloc\` emits it, so that linkers keep a section that nothing else refers to.',
  }),
  rule({
    name: '${prefix}${wordBits}',
    type: 1,
    value: S.plus(A),
    field: word(${wordBits}),
    check: unchecked,
    source: TYPES,
    notes: '${UNFILLED}what emits it, and what to watch out for>',
    example: '${wordBits === 64 ? '.quad' : '.long'} foo',
  }),
];

export const ${name} = architecture(machine, types);
`;
}

function psabiText({ name, wordBits }: NewMachine): string {
  return `/** The psABI's table of relocations, written down a second time, in its own form. */
import type { PsabiTable } from '../../support/psabi-table.ts';

/** ${UNFILLED}the psABI, and the section that lists its relocation types>: number, name, calculation, field, limits, multiple. */
const TABLE = \`
1 ${wordBits} | S + A | ${wordBits - 1}:0 | none | 1
\`;

export const psabi: readonly PsabiTable[] = [{ arch: '${name}', rows: TABLE }];
`;
}

function toolchainText({ name }: NewMachine): string {
  return `import type { Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  ${name}: {
    gotSection: '.got',
  },
};
`;
}

const DIFFERENCES = `/** Where linkers do otherwise than the rules, why, and what decides. */
import type { LinkerDifferences } from '../../support/differences.ts';

export const differences: LinkerDifferences = {
  plain: [],
  throughGot: [],
  notDone: { 'GNU ld': [], lld: [] },
  blindSpots: {},
};
`;

function indexText({ name }: NewMachine): string {
  return `import type { Family } from '../../support/family.ts';
import { differences } from './differences.ts';
import { psabi } from './psabi.ts';
import { toolchains } from './toolchain.ts';

export const ${name}: Family = { toolchains, differences, psabi };
`;
}

function toolsText({ name }: NewMachine): string {
  return `# SPDX-License-Identifier: GPL-2.0-only
# See README.md in the folder above for the names.
MACHINES="${name}"
AS="${name}-linux-gnu-as"
LD="${name}-linux-gnu-ld"
`;
}
