/** `npm run breakages`: makes the objects of test/fixtures/breakages and docs/breakages.md; with --check it holds them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { paint } from '../../cli/print.ts';
import { keepObject, keptObject, madeObject, objectName } from './kept.ts';
import { BREAKAGES, breakagesPage } from './page.ts';

const PAGE = fileURLToPath(new URL('../../docs/breakages.md', import.meta.url));

const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
let failed = false;

function wrong(what: string): void {
  console.log(`${paint('red', 'WRONG')} ${what}; npm run breakages writes it`);
  failed = true;
}

for (const breakage of BREAKAGES) {
  const object = madeObject(breakage);
  if (!values.check) keepObject(breakage, object);
  else if (Buffer.compare(object, keptObject(breakage)) !== 0)
    wrong(`${objectName(breakage)} is not what ${breakage.by.split(' ')[0]} makes today`);
}
if (!values.check) writeFileSync(PAGE, breakagesPage());
else if (readFileSync(PAGE, 'utf8') !== breakagesPage())
  wrong('docs/breakages.md is not what the audit says');
console.log(`${BREAKAGES.length} objects ${values.check ? 'looked at' : 'written'}`);
process.exitCode = failed ? 1 : 0;
