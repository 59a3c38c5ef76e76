/** Prologues that patch instructions do what the machine says must be done until these are executed. */
import { describe, expect, it } from 'vitest';
import { generatePrologue } from '../../../codegen/prologue.ts';
import { emptyRequest, FORMATS, type PrologueRequest } from '../../../codegen/request.ts';
import type { Architecture } from '../../../relocator-dsl/architecture.ts';
import {
  leastExecuted,
  lineCount,
  missingFences,
  segmentsOf,
  without,
} from '../../support/cache-maintenance.ts';
import { targetNamed } from '../../support/targets.ts';
import { withPrologue } from '../../support/with-prologue.ts';
import { ENTRY, requestFor, shapesOf } from '../../support/word-images.ts';

const LEAVING = `start+0x${ENTRY.toString(16)}`;

/** Requests whose words are in instructions, or split over them, in every format that holds them. */
function loops({ machine: { arch } }: Architecture): [string, PrologueRequest][] {
  return FORMATS.flatMap((format) =>
    shapesOf(arch)
      .filter(({ formats }) => formats.includes(format))
      .filter(({ groups }) => groups.some(({ fields, inCode }) => fields || inCode))
      .map(({ name, groups }): [string, PrologueRequest] => [
        `${format}, ${name}`,
        requestFor(arch, format, groups),
      ]),
  );
}

/** One record for each rule that changes an instruction, or a word in one. */
function records({ machine, applied: rules }: Architecture): [string, PrologueRequest][] {
  return rules
    .filter(({ field }) => machine.code.wordOperands || field.kind === 'instruction')
    .map(({ name }) => [
      `records, ${name}`,
      {
        ...emptyRequest(machine.arch, 'records', ENTRY),
        records: [{ place: 0x900, rule: name, symbol: 0, addend: 0n, inCode: true }],
        symbols: [{ kind: 'base' }],
        got: 0x740,
        toc: 0x740,
      },
    ]);
}

const patching = withPrologue.flatMap((architecture) => {
  const { arch, code } = architecture.machine;
  const requests = [...loops(architecture), ...records(architecture)];
  return code.cache ? [[arch, code.cache, requests] as const] : [];
});

describe.each(patching)('%s', (arch, cache, requests) => {
  const { comment } = targetNamed(arch).assembler;

  it('carries out all of it, wherever it patches', async () => {
    const wrong: string[] = [];
    for (const [name, request] of requests) {
      const { source } = await generatePrologue(request);
      const segments = segmentsOf(source, comment);
      const places = Math.max(1, request.groups.filter(({ fields }) => fields).length);
      if (cache.line.length > 0 && lineCount(segments, cache) < places) wrong.push(`${name}: ${cache.line}`);
      for (const fence of missingFences(segments, cache, LEAVING)) wrong.push(`${name}: ${fence}`);
    }
    expect(requests).not.toEqual([]);
    expect(wrong).toEqual([]);
  });

  it('is seen not to, without any of these instructions', async () => {
    const [, request] = requests.at(-1) ?? [];
    if (!request) throw new Error('nothing is patched');
    const segments = segmentsOf((await generatePrologue(request)).source, comment);
    for (const pattern of cache.line) {
      const left = without(segments, cache.line, pattern);
      expect(lineCount(left, cache), pattern).toBeLessThan(lineCount(segments, cache));
    }
    for (const fence of cache.fences) {
      for (const pattern of fence) {
        const left = without(segments, fence, pattern);
        expect(missingFences(left, cache, LEAVING), pattern).toEqual([fence]);
      }
    }
  });
});

const delayed = patching.filter(([, { distance }]) => distance !== undefined);
describe.each(delayed)('%s', (arch, { line, distance = 0 }, requests) => {
  const { comment } = targetNamed(arch).assembler;
  const executed = (source: string): number => leastExecuted(source, comment, line.at(-1) ?? '', LEAVING);

  it(`executes ${distance} instructions before those that it patched`, async () => {
    const shorter: number[] = [];
    for (const [name, request] of requests) {
      const { source } = await generatePrologue(request);
      expect(executed(source), name).toBeGreaterThanOrEqual(distance);
      if (source.includes(' nop')) shorter.push(executed(source.replace(/^ +nop\b.*\n/m, '')));
    }
    expect(shorter).not.toEqual([]);
    expect(Math.max(...shorter)).toBeLessThan(distance);
  });
});
