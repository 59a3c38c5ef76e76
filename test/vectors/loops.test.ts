/** Vectors of loops, by loops that nobody here wrote, as Debian ships them. */
import { describe, expect, it } from 'vitest';
import { runInUnicorn } from '../../emulate/index.ts';
import { architectureOf } from '../support/architecture.ts';
import type { LoopVector } from '../support/loop-vectors.ts';
import { loopLines } from '../support/vector-files.ts';
import { NOT_RUN, PEERS } from './machines/index.ts';
import type { Peer } from './peer.ts';
import { imageBytes } from './vector-bytes.ts';

const lines = loopLines();

/** The vectors that are for a peer. */
function vectorsFor({ arch, kinds }: Peer): LoopVector[] {
  const { wordBits } = architectureOf(arch).machine;
  return lines.filter(({ kind, bits }) => bits === wordBits && kinds.includes(kind));
}

function fromOf({ package: name, suite }: Peer): string {
  return `${name} of ${suite}`;
}

/** What a peer makes of a vector, where that is not what it should. */
function troubleWith(peer: Peer, vector: LoopVector): string | undefined {
  const { run, image } = peer.prepare(vector);
  const { memory, fault } = runInUnicorn(run);
  const is = Buffer.from(memory[image] ?? []);
  const wanted = imageBytes(peer.arch, vector, 'after');
  if (is.equals(wanted)) return undefined;
  const at = wanted.findIndex((byte, index) => byte !== is[index]) & -8;
  const shown = (bytes: Buffer): string => bytes.subarray(at, at + 8).toString('hex');
  return `${vector.kind} ${vector.name} D=${vector.D.toString(16)}: at 0x${at.toString(16)} ${shown(is)}, not ${shown(wanted)}; ${fault}`;
}

describe.each(PEERS.map((peer) => [`${peer.name} (${fromOf(peer)}) for ${peer.arch}`, peer] as const))(
  '%s',
  (_, peer) => {
    const vectors = vectorsFor(peer);
    const listed = (vector: LoopVector): boolean =>
      (peer.differs ?? []).some((each) => each.vectors.test(`${vector.kind} ${vector.name}`));

    it('does what the vectors say, but for what is listed', () => {
      expect(vectors.length).toBeGreaterThan(5);
      const trouble = vectors.filter((each) => !listed(each)).map((each) => troubleWith(peer, each));
      expect(trouble.filter((each) => each !== undefined)).toEqual([]);
    });

    it('differs where that is listed', () => {
      const same = vectors.filter((each) => listed(each) && troubleWith(peer, each) === undefined);
      expect(same.map(({ name }) => name)).toEqual([]);
    });

    it('changes the image, which is seen', () => {
      const some = vectors.filter((each) => !listed(each) && each.after.size > 0);
      const wrong = some.map((each) => ({ ...each, after: new Map() }));
      expect(wrong.filter((each) => troubleWith(peer, each) === undefined)).toEqual([]);
    });
  },
);

it('docs/vectors-peers.md lists them (vitest -u writes it)', async () => {
  const rows = PEERS.map((peer) => {
    const { name, arch, kinds, differs = [] } = peer;
    const does = kinds.map((kind) => `DT_${kind.toUpperCase()}`).join(', ');
    const told = differs.map(({ why }) => why).join('; ') || 'nothing';
    return `| ${name} | ${fromOf(peer)} | ${arch} | ${does} | ${vectorsFor(peer).length} | ${told} |`;
  });
  const page = [
    '# Loops of others, held against the test vectors',
    '',
    'Each is run as Debian ships it, by `npm run test:vectors`; what it does otherwise than [the vectors](vectors.md) say stands in',
    'the last column, and everything else fails the test.',
    '',
    '| loop | Debian package | machine | tables | vectors | what differs |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '## Not run',
    '',
    'Loops that Debian ships as well, and why the vectors say nothing of them:',
    '',
    '| loop | Debian package | why |',
    '|---|---|---|',
    ...NOT_RUN.map((each) => `| ${each.name} | ${each.from} | ${each.why} |`),
    '',
  ];
  await expect(page.join('\n')).toMatchFileSnapshot('../../docs/vectors-peers.md');
});
