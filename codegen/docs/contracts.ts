/** What docs/loaders.md says of all machines' entry contracts. */
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { contractText, FAILURES } from '../../relocator-dsl/entry.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { hasPrologue } from '../machines/index.ts';
import { type Marks, withPart } from './part.ts';

const CONTRACTS: Marks = {
  begin: '<!-- the entry contracts, written by npm run generate -->',
  end: '<!-- end of the entry contracts -->',
};
const CODES: Marks = {
  begin: '<!-- the failure codes, written by npm run generate -->',
  end: '<!-- end of the failure codes -->',
};

/** The page with the contracts and the failure codes as they are. @throws RangeError when it has no place for them */
export function withContracts(page: string): string {
  return withPart(withPart(page, CONTRACTS, contractTable()), CODES, codeTable());
}

function contractTable(): string {
  const rows = new Map<string, string[]>();
  for (const { machine } of architectures) {
    if (!hasPrologue(machine.arch)) continue;
    const cells = contractCells(machine).join(' | ');
    rows.set(cells, [...(rows.get(cells) ?? []), machine.arch]);
  }
  return table(
    [
      'machine',
      'state',
      'arrives with meaning, left as it is',
      'may be overwritten',
      'failure code',
      'place',
    ],
    [...rows].map(([cells, names]) => `${names.join(', ')} | ${cells}`),
  );
}

function contractCells({ entry }: Machine): string[] {
  const { state, stack, preserved, clobbered, leaving, codeRegister, placeRegister } = contractText(
    entry,
    '`',
  );
  return [
    entry.stack ? `${state}; ${stack}` : state,
    preserved,
    leaving === undefined ? clobbered : `${clobbered}; when the purgatory is entered, ${leaving}`,
    codeRegister,
    placeRegister ?? '',
  ];
}

function codeTable(): string {
  const rows = Object.values(FAILURES).map(({ code, text }) => `0x${code.toString(16)} | ${text}`);
  return table(['code', 'why the prologue stopped'], rows);
}

function table(head: readonly string[], rows: readonly string[]): string {
  const lines = [head.join(' | '), head.map(() => '---').join(' | '), ...rows];
  return lines.map((line) => `| ${line} |\n`).join('');
}
