/** The files by which machines are found that have not been read: what tells them apart, and where each is. */
import { type Architecture, familyOf } from '../relocator-dsl/architecture.ts';

const HEADER = `// Generated from relocator-dsl/arch/index.ts by \`npm run generate\`; do not edit.
// SPDX-License-Identifier: GPL-2.0-only OR MIT
`;

/** relocator-dsl/arch/table.ts */
export function machineTable(architectures: readonly Architecture[]): string {
  const entries = architectures.map(({ machine, types, byOtherName }) => {
    const { arch, psabi, title, otherNames = [], elfMachine, wordBits, dataOrder } = machine;
    const families = new Set([...types.map(({ name }) => name), ...byOtherName.keys()].map(familyOf));
    return `  {
    arch: '${arch}',
    title: '${title}',
    otherNames: [${quoted(otherNames)}],
    elfMachine: ${elfMachine},
    wordBits: ${wordBits},
    dataOrder: '${dataOrder}',
    families: [${quoted(families)}],
    read: async () => (await import('./${psabi}.ts')).${arch},
  },
`;
  });
  return `${HEADER}
/** What tells machines apart, so that only the one that is asked for is read. */
import type { Architecture } from '../architecture.ts';

export interface MachineEntry {
  readonly arch: string;
  readonly title: string;
  /** What others call it. */
  readonly otherNames: readonly string[];
  readonly elfMachine: number;
  readonly wordBits: 32 | 64;
  readonly dataOrder: 'little' | 'big';
  /** What names of its types begin with, up to the second underscore. */
  readonly families: readonly string[];
  read(): Promise<Architecture>;
}

export const MACHINES: readonly MachineEntry[] = [
${entries.join('')}];
`;
}

function quoted(names: Iterable<string>): string {
  return [...names].map((each) => `'${each}'`).join(', ');
}

/** reference-model/each.ts */
export function modelTable(architectures: readonly Architecture[]): string {
  const entries = architectures.map(
    ({ machine: { arch } }) => `  ${arch}: async () => (await import('./${arch}.ts')).model,\n`,
  );
  return `${HEADER}
/** How each reference model is read by itself, by architecture name. */
import type { ReferenceModel } from './types.ts';

export const EACH_MODEL: Readonly<Record<string, () => Promise<ReferenceModel>>> = {
${entries.join('')}};
`;
}
