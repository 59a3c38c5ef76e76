/** What was measured, as a table in a terminal. */
import { table } from '../../cli/print.ts';
import { fastestLoop, smallestLoop } from './best.ts';
import type { Measured } from './measure.ts';

export function listOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ arch, format, words, prologue, table: tableBytes, loops }) => {
    const [small, fast] = [smallestLoop(loops), fastestLoop(loops)];
    const each = (instructions: number): string => (instructions / words).toFixed(1);
    return [
      ...[arch, format, String(words), String(tableBytes), String(prologue.bytes)],
      ...[String(small.bytes), small.by],
      ...[each(prologue.instructions), each(fast.instructions), fast.by],
      (prologue.instructions / fast.instructions).toFixed(2),
    ];
  });
  return table(
    [
      ...[{ title: 'MACHINE' }, { title: 'FORMAT' }, { title: 'WORDS', right: true }],
      ...[
        { title: 'TABLE', right: true },
        { title: 'CODE', right: true },
      ],
      ...[{ title: 'SMALLEST C', right: true }, { title: 'BY' }],
      ...[{ title: 'INSTR. EACH', right: true }, { title: 'FASTEST C', right: true }, { title: 'BY' }],
      { title: 'RATIO', right: true },
    ],
    rows,
  );
}
