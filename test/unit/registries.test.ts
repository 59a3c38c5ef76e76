/** Each room has one list of its machines. What a list still lacks is said here, list by list, beginning with the rules. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { benchMachine } from '../../bench/prologues/machines/index.ts';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { emulatedMachine } from '../../emulate/machines/index.ts';
import { models } from '../../reference-model/index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { toolWords } from '../../scripts/machine-tools.ts';
import { FAMILIES } from '../machines/index.ts';
import { ROOT } from '../support/files.ts';

/** What of the repository the lists are compared with; the tests of this test put something else in its place. */
interface House {
  /** All machines whose rules are written down. */
  readonly written: readonly Architecture[];
  readonly registered: (arch: string) => boolean;
  readonly hasModel: (arch: string) => boolean;
  readonly hasPrologue: (arch: string) => boolean;
  readonly isEmulated: (arch: string) => boolean;
  readonly isBenched: (arch: string) => boolean;
  readonly isTested: (arch: string) => boolean;
  readonly hasTable: (arch: string) => boolean;
  readonly machinesOfTools: (arch: string) => readonly string[];
  readonly exists: (path: string) => boolean;
}

/** What the lists lack of the machine, from the first one that must have it on; empty if nothing. */
function lacking(house: House, { machine: { arch, psabi } }: Architecture): string[] {
  if (!house.registered(arch)) return [`relocator-dsl/arch/index.ts lacks ${arch}`];
  const found: string[] = [];
  const wants = (there: boolean, message: string): void => {
    if (!there) found.push(message);
  };
  wants(house.hasModel(arch), `reference-model/index.ts lacks ${arch}: npm run generate`);
  wants(house.exists(`docs/relocations/${arch}.md`), `docs/relocations lacks ${arch}.md: npm run generate`);
  const tools = `purgatory/machines/${psabi}/tools.sh`;
  wants(house.exists(tools), `${tools} is missing`);
  if (house.exists(tools))
    wants(house.machinesOfTools(arch).includes(arch), `MACHINES in ${tools} lacks ${arch}`);
  wants(
    house.isTested(arch),
    `test/machines/index.ts lacks ${psabi}, or test/machines/${psabi}/toolchain.ts ${arch}`,
  );
  wants(house.hasTable(arch), `test/machines/${psabi}/psabi.ts lacks the table of ${arch}`);
  const [prologue, emulated] = [`codegen/machines/${psabi}`, `emulate/machines/${psabi}.ts`];
  if (house.exists(prologue)) {
    wants(house.hasPrologue(arch), `codegen/machines/index.ts lacks ${arch}, of ${prologue}`);
    wants(
      house.exists(`purgatory/machines/${psabi}/entry.S`),
      `purgatory/machines/${psabi}/entry.S is missing`,
    );
    wants(house.isBenched(arch), `bench/prologues/machines/index.ts lacks ${arch}`);
    wants(house.exists(emulated), `${emulated} is missing`);
  }
  if (house.exists(emulated))
    wants(house.isEmulated(arch), `emulate/machines/index.ts lacks ${arch}, of ${emulated}`);
  return found;
}

/** The machines of every file of rules, registered or not. */
async function writtenDown(): Promise<Architecture[]> {
  const folder = join(ROOT, 'relocator-dsl/arch');
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  const exported = await Promise.all(
    files.map((name): Promise<Record<string, unknown>> => import(pathToFileURL(join(folder, name)).href)),
  );
  return exported.flatMap((each) => Object.values(each)).filter(isArchitecture);
}

function isArchitecture(value: unknown): value is Architecture {
  return typeof value === 'object' && value !== null && 'machine' in value && 'rules' in value;
}

const tested = new Set(FAMILIES.flatMap(({ toolchains }) => Object.keys(toolchains)));
const tables = new Set(FAMILIES.flatMap(({ psabi }) => psabi.map(({ arch }) => arch)));
const house: House = {
  written: await writtenDown(),
  registered: (arch) => architectures.some(({ machine }) => machine.arch === arch),
  hasModel: (arch) => models.has(arch),
  hasPrologue,
  isEmulated: (arch) => emulatedMachine(arch) !== undefined,
  isBenched: (arch) => benchMachine(arch) !== undefined,
  isTested: (arch) => tested.has(arch),
  hasTable: (arch) => tables.has(arch),
  machinesOfTools: (arch) => toolWords(arch, 'MACHINES') ?? [],
  exists: (path) => existsSync(join(ROOT, path)),
};

it('no list lacks a machine', () => {
  expect(house.written.length).toBeGreaterThanOrEqual(architectures.length);
  expect(house.written.flatMap((each) => lacking(house, each))).toEqual([]);
});

it('names the list that lacks one', () => {
  const [one] = architectures;
  if (!one) throw new Error('there is no machine');
  const { arch, psabi } = one.machine;
  const none = (): boolean => false;
  const said = (changes: Partial<House>): string[] => lacking({ ...house, ...changes }, one);
  expect(said({ registered: none })).toEqual([`relocator-dsl/arch/index.ts lacks ${arch}`]);
  expect(said({ hasModel: none })).toEqual([`reference-model/index.ts lacks ${arch}: npm run generate`]);
  expect(said({ hasPrologue: none })[0]).toContain(`codegen/machines/index.ts lacks ${arch}`);
  expect(said({ isBenched: none })).toEqual([`bench/prologues/machines/index.ts lacks ${arch}`]);
  expect(said({ isEmulated: none })[0]).toContain(`emulate/machines/index.ts lacks ${arch}`);
  expect(said({ isTested: none })[0]).toContain(`test/machines/index.ts lacks ${psabi}`);
  expect(said({ hasTable: none })[0]).toContain(`lacks the table of ${arch}`);
  expect(said({ machinesOfTools: () => [] })).toEqual([
    `MACHINES in purgatory/machines/${psabi}/tools.sh lacks ${arch}`,
  ]);
  expect(said({ exists: (path) => house.exists(path) && !path.startsWith('docs/') })).toEqual([
    `docs/relocations lacks ${arch}.md: npm run generate`,
  ]);
});
