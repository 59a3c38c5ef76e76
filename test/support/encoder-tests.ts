/** The tests of an encoder: every instruction, at and past the limits of its operands, against other assemblers. */
import { describe, expect, test } from 'vitest';
import { boundsOf } from '../../codegen/assemble/operands.ts';
import { assembleWith, type Encoder } from '../../codegen/assemble/own.ts';
import type { InstructionTable } from '../../codegen/assemble/table.ts';
import type { Sample, Samples } from './instruction-samples.ts';
import type { ReferenceAssembler } from './reference-assemblers.ts';

export interface EncoderCase {
  readonly encoder: Encoder;
  readonly samples: Samples;
  readonly references: readonly ReferenceAssembler[];
  /** Lines, and what is said of them. */
  readonly refused: readonly (readonly [line: string, message: RegExp])[];
}

export function describeEncoder({ encoder, samples, references, refused }: EncoderCase): void {
  describe.each(references)('each instruction, as $name has it,', (reference) => {
    const known = (all: readonly Sample[]): readonly Sample[] =>
      reference.targets === 'none' ? all.filter(({ distance }) => distance === undefined) : all;

    test('is the same at the limits of its operands', () => {
      const source = (targets: ReferenceAssembler['targets']): string[] => [
        'start:',
        ...known(samples.good).flatMap((each, index) => linesOf(each, targets, index)),
      ];
      const own = reference.targets === 'distance' ? 'label' : reference.targets;
      expect(differences(encoder, source(own), reference, source(reference.targets))).toEqual([]);
    });

    const { takes } = reference;
    if (!takes) return;
    test('is refused past them', () => {
      const sources = known(samples.bad).map((each, index) => linesOf(each, reference.targets, index));
      const { refused: found } = reference.read(sources.flat());
      let end = 0;
      const taken = sources.filter((source) => {
        end += source.length;
        return !found.has(end - 1);
      });
      const lines = taken.map((source) => source.at(-1)?.trim() ?? '');
      expect(lines.filter((line) => !takes.test(line))).toEqual([]);
    });
  });

  if (samples.bad.length > 0) testRefusals(encoder, samples.bad);

  test.each(refused)('%s is refused', (line, message) => {
    expect(() => assembleWith(encoder, `start:\n${line}`)).toThrow(message);
  });
}

function testRefusals(encoder: Encoder, bad: readonly Sample[]): void {
  test('operands past their limits are refused', () => {
    const taken = bad.filter((each) => {
      try {
        assembleWith(encoder, linesOf(each, 'label', 0).join('\n'));
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return false;
      }
    });
    expect(taken.map(({ line }) => line('there'))).toEqual([]);
  });
}

/** The lines of a sample, with its target as `targets` tells it; the last of them is the instruction. */
function linesOf(
  { line, distance }: Sample,
  targets: ReferenceAssembler['targets'],
  index: number,
): string[] {
  if (distance === undefined || targets === 'distance') return [`    ${line(`${distance}`)}`];
  const [here, there] = [`here_${index}`, `there_${index}`];
  const target = `${here}${distance < 0 ? '-' : '+'}${Math.abs(distance)}`;
  if (targets === 'label') return [`${here}:`, `    ${line(target)}`];
  return ['    .balign 4, 0', `${here}:`, `    .set ${there}, ${target}`, `    ${line(there)}`];
}

/**
 * Instructions of `source` that the encoder and the reference do not have alike.
 * @param theirs the source as the reference is to have it
 */
export function differences(
  encoder: Encoder,
  source: readonly string[],
  reference: ReferenceAssembler,
  theirs = source,
): string[] {
  const { bytes, instructions } = assembleWith(encoder, source.join('\n'));
  const read = reference.read(theirs);
  if (read.refused.size > 0) throw new Error(read.messages);
  expect(instructions.length).toBeGreaterThan(0);
  return instructions.flatMap(({ offset, size, text }) => {
    const [ours, other] = [bytes, read.bytes].map((all) => hex(all.subarray(offset, offset + size)));
    return ours === other ? [] : [`${text}: ${ours}, and not ${other}`];
  });
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** How many names a register has that an operand may be, or the least and greatest number, and a step that is not 1. */
export type Limits = Readonly<Record<string, number | readonly number[]>>;

/** Tests that the operands of `table` have `limits`, which are written down a second time. */
export function testLimits({ operands }: InstructionTable, limits: Limits): void {
  test('operands have the limits that are known', () => {
    const found = Object.entries(operands).map(([name, operand]) => {
      if (operand.kind === 'register') return [name, operand.registers.numbers.size];
      const { min, max } = boundsOf(operand) ?? { min: 0, max: 0 };
      const step = operand.check.multipleOf;
      return [name, step === undefined ? [min, max] : [min, max, step]];
    });
    expect(Object.fromEntries(found)).toEqual(limits);
  });
}
