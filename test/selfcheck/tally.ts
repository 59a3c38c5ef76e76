/** How many images of each machine came to what. */
import { VERDICTS, type Verdict } from './judge.ts';

const HEADINGS: Readonly<Record<Verdict, string>> = {
  good: 'good at both bases',
  refused: 'rightly refused',
  unmade: 'not made right by tools',
  known: 'known to be wrong',
  wrong: 'wrong',
};

export class Tally {
  readonly #counts: Map<string, Record<Verdict, number>>;

  constructor(machines: readonly string[]) {
    this.#counts = new Map(machines.map((arch) => [arch, none()]));
  }

  add(arch: string, verdict: Verdict): void {
    const count = this.#counts.get(arch);
    if (count) count[verdict]++;
  }

  /** A table: a row for each machine, and their sum. */
  lines(): string[] {
    const total = none();
    for (const count of this.#counts.values())
      for (const verdict of VERDICTS) total[verdict] += count[verdict];
    const rows = [...this.#counts, ['in all', total] as const].map(([arch, count]) => [
      arch,
      `${VERDICTS.reduce((sum, verdict) => sum + count[verdict], 0)}`,
      ...VERDICTS.map((verdict) => `${count[verdict]}`),
    ]);
    const table = [['machine', 'images', ...VERDICTS.map((verdict) => HEADINGS[verdict])], ...rows];
    const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
    return table.map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
        )
        .join('  '),
    );
  }
}

function none(): Record<Verdict, number> {
  return { good: 0, refused: 0, unmade: 0, known: 0, wrong: 0 };
}
