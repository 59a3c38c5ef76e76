/**
 * `npm run bench:instructions [-- --write]`: bytes of prologues whose addresses are split over instructions or stand in words of two
 * sizes, part by part, beside what they took once and what they should take. With --write into docs/performance.md.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../cli/print.ts';
import { buildImage } from '../../index.ts';
import { debianObjects } from '../../test/support/debian-objects.ts';
import { replacePart } from '../document.ts';
import { AIMS, type Aim } from './machines/images.ts';
import { partsOf } from './parts.ts';

const FIXTURES = join(import.meta.dirname, '../../test/fixtures/purgatory');

interface Sized {
  readonly aim: Aim;
  readonly format: string;
  readonly bytes: number;
  readonly types: string;
  readonly parts: string;
}

function objectOf({ image }: Aim): Uint8Array {
  const debian = image.includes('-') ? undefined : debianObjects().find(({ name }) => name === image);
  return debian ? debian.object : readFileSync(join(FIXTURES, `${image}.ro`));
}

const sized = await Promise.all(
  AIMS.map(async (aim): Promise<Sized> => {
    const { prologue, map, summary } = await buildImage(objectOf(aim));
    const types = [...summary.fixups].map(([type, count]) => `${count} ${type}`).join(', ');
    const parts = partsOf(prologue).map(({ name, bytes }) => `${name} ${bytes}`);
    const { format } = map;
    return { aim, format, bytes: prologue.bytes.length, types, parts: parts.join(', ') };
  }),
);
const text = table(
  ['IMAGE', 'FORMAT', 'BEFORE', 'NOW', 'GOAL'].map((title, index) => ({ title, right: index > 1 })),
  sized.map(({ aim, format, bytes }) => [
    aim.image,
    format,
    String(aim.before),
    String(bytes),
    `${aim.goal}${bytes <= aim.goal ? '' : ' (missed)'}`,
  ]),
);
console.log(text);
if (process.argv.includes('--write')) {
  const rows = sized.map(
    ({ aim, types, parts }) => `| ${aim.image} | ${types === '' ? 'nothing' : types} | ${parts} |`,
  );
  replacePart(
    'instructions',
    `## Addresses in instructions

\`npm run bench:instructions -- --write\`: bytes of code and table of the prologues of images whose addresses are split over
instructions, or stand in words of two sizes; guard, cache maintenance and jump included. BEFORE is version 0.1.0.

\`\`\`text
${text}
\`\`\`

Part by part. A prologue begins with finding itself and its checks; each way in which addresses are stored has a loop of its own; what
stops is what is done where a check fails.

| Image | Left to the prologue | Bytes |
|---|---|---|
${rows.join('\n')}
`,
  );
}
