/** Images with structures that their loaders fill: Debian's purgatories, ours in either byte order, and what Linux would take. */
import { readFileSync } from 'node:fs';
import { type BuiltImage, buildImage, ownPurgatory } from '../../index.ts';
import { toldBy } from '../../relocator-dsl/own-purgatory.ts';
import { fetchPurgatories } from '../../scripts/debian-purgatories.ts';
import { DESCRIBED, PLAIN } from '../machines/samples.ts';
import { architectureOf } from './architecture.ts';
import { gnuObject } from './gnu-object.ts';

/** All that Linux tells its purgatory, in one section of zeros that the file has. */
function linuxObject(): Uint8Array {
  const told = toldBy('linux', architectureOf(PLAIN).machine) ?? [];
  const lines = told.map(
    ({ name, bytes }) => `.globl ${name}\n${name}: .skip ${bytes}\n.size ${name}, ${bytes}`,
  );
  return gnuObject(PLAIN, `.globl purgatory_start\n.text\npurgatory_start: nop\n.data\n${lines.join('\n')}`);
}

const debian = fetchPurgatories().filter(({ arch }) =>
  toldBy('kexec-tools', architectureOf(arch).machine)?.some(({ name }) => name.endsWith('_regs')),
);

export const STRUCTURED: readonly (readonly [name: string, image: () => Promise<BuiltImage>])[] = [
  ...debian.map(
    ({ name, path }) =>
      [`Debian's ${name}`, () => buildImage(readFileSync(path), { loaderWrites: 'kexec-tools' })] as const,
  ),
  ['what Linux would take', () => buildImage(linuxObject(), { loaderWrites: 'linux' })],
  ...[PLAIN, DESCRIBED].map(
    (arch) =>
      [`ours of ${arch}`, () => buildImage(ownPurgatory(arch), { loaderWrites: 'relocator' })] as const,
  ),
];
