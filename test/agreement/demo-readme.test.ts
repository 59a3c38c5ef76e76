/** What the README shows of `scripts/demo` is what it prints. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { README } from '../support/readme-table.ts';
import { run } from '../support/run.ts';

const demo = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url));
const tableIn = (text: string): string | undefined => /^IMAGE .*\n(?:out\/.*\n)+/m.exec(text)?.[0];

it('the README shows the table that scripts/demo prints', () => {
  const printed = tableIn(run([process.execPath, '--import', 'tsx', demo], []));
  expect(printed).toBeDefined();
  expect(tableIn(readFileSync(README, 'utf8'))).toBe(printed);
});
