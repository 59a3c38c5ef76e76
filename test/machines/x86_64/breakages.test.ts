/** What docs/breakages.md says of purgatories for which no loader's list is at fault. */
import { describe, expect, it } from 'vitest';
import { auditObject, buildImage, policyFindings } from '../../../index.ts';
import { assembledBy, gnuObject } from '../../support/gnu-object.ts';

const GIB = 1n << 30n;

describe('an address of 32 bits with its sign', () => {
  const object = gnuObject(
    'x86_64',
    '.globl purgatory_start\npurgatory_start: mov $words, %rdi\njmp .\n.data\n.skip 8\nwords: .quad 0\n',
  );

  it('is kept out by a policy', () => {
    const [finding, ...others] = policyFindings(auditObject(object), { deny: ['R_X86_64_32S'] }, undefined);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'policy/deny', place: { type: 'R_X86_64_32S', section: '.text' } });
  });

  it('ends the load bases below 2 GiB, and is named for it', async () => {
    const { bases } = (await buildImage(object)).map;
    expect(bases.max).toBeLessThan(2n * GIB);
    expect(JSON.stringify(bases.maxBecause)).toContain('R_X86_64_32S');
  });
});

it('an object of x32 is refused for what it is', () => {
  const object = assembledBy(['as', '--x32'], '.globl purgatory_start\npurgatory_start: mov $., %esp\n');
  expect(() => auditObject(object)).toThrow(/machine 62 \(32-bit, little endian\) has no rules here/);
});
