/** Tests of the machine code of every rule's handler against the reference model, in the emulators a machine has. */
import { describe, expect, test } from 'vitest';
import { generatePrologue } from '../../codegen/prologue.ts';
import { emptyRequest, type PrologueRequest } from '../../codegen/request.ts';
import { emulatorsFor } from '../../emulate/index.ts';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import { FAILURES } from '../../relocator-dsl/entry.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { type Disagreements, runHandlers } from './handler-cases.ts';
import { apart, contractOf, runIn, runOf } from './machine-run.ts';
import { write } from './memory.ts';
import { changedModel } from './wrong-models.ts';

const COUNT = process.env.RELOCATOR_HEAVY ? 2_000 : 400;
const ENTRY = 0x4000;
/** Where records patch. */
const PLACE = 0x5000;

export function handlerTests(machines: readonly Architecture[]): void {
  describe.each(machines.map((architecture) => [architecture.machine.arch, architecture] as const))(
    '%s',
    (arch, architecture) => {
      const { applied: rules, machine } = architecture;
      const modelOf = (name: string): ReferenceRule => {
        const model = models.get(arch)?.rules.get(name);
        if (!model) throw new Error(`no model of ${name}`);
        return model;
      };

      describe.each(emulatorsFor(arch))('in %s', (emulator) => {
        let running: Promise<ReadonlyMap<string, Disagreements>> | undefined;
        /** In what a handler and a model part; all handlers of the machine are run together, once. */
        async function disagreements(name: string, model: ReferenceRule): Promise<string[]> {
          running ??= runHandlers(architecture, modelOf, { count: COUNT, emulator });
          const found = (await running).get(name);
          if (!found) throw new Error(`the handler of ${name} was not run`);
          return found(model);
        }

        test.each(rules.map(({ name }) => name))(
          `%s agrees with the reference model in ${COUNT} cases`,
          async (name) => {
            expect(await disagreements(name, modelOf(name))).toEqual([]);
          },
        );

        test('a value that fails its check stops before the entry, with the code, and leaves the field', async () => {
          // Those whose value a symbol decides, not only what their field holds.
          const checked = rules.filter(
            ({ check, field }) => check.range && check.range.bits < machine.wordBits && !field.apart,
          );
          expect(checked.length).toBeGreaterThan(2);
          const runs = await Promise.all(
            checked.map(async (rule, index) => {
              const prologue = await generatePrologue(oneRecord(arch, rule));
              const blob = new Uint8Array(PLACE + 0x1000);
              blob.set(prologue.bytes);
              write(blob, PLACE, 8, 0x1122334455667788n, 'little');
              const stop = prologue.labels.get('stop') ?? 0;
              return { rule, stop, run: runOf(arch, apart(0x10_0000n, index), blob, [ENTRY, stop]) };
            }),
          );
          const results = await runIn(
            emulator,
            runs.map(({ run }) => run),
          );
          for (const [index, { rule, stop, run }] of runs.entries()) {
            const result = results[index];
            expect(result?.stoppedAt, rule.name).toBe(run.start + BigInt(stop));
            const { register, place } = contractOf(arch).failure;
            expect(result?.registers[register], rule.name).toBe(BigInt(FAILURES.overflow.code));
            expect(place && result?.registers[place], rule.name).toBe(run.start + BigInt(PLACE));
            const field = result?.memory[0]?.subarray(PLACE, PLACE + 8);
            expect(Buffer.from(field ?? []).readBigUInt64LE(), rule.name).toBe(0x1122334455667788n);
          }
        });

        test.each(faults(rules, modelOf))('a model with %s is caught', async (_what, rule, wrong) => {
          const found = await disagreements(rule.name, wrong);
          expect(found.length).toBeGreaterThan(0);
        });
      });
    },
  );
}

/** A request without records yet. */
function recordsRequest(arch: string): PrologueRequest {
  return { ...emptyRequest(arch, 'records', ENTRY), got: 0x3000 };
}

/** One record whose value is past the upper limit of its check, wherever the image stands in the first GiB. */
function oneRecord(arch: string, rule: Rule): PrologueRequest {
  const max = rule.check.range ? limits(rule.check.range).max : 0n;
  return {
    ...recordsRequest(arch),
    records: [{ place: PLACE, rule: rule.name, symbol: 0, addend: 0n, second: max }],
    symbols: [{ kind: 'absolute', value: max + (1n << 30n) }],
  };
}

/** Models that are wrong in one way each, for a rule that shows it. */
function faults(
  rules: readonly Rule[],
  modelOf: (name: string) => ReferenceRule,
): (readonly [string, Rule, ReferenceRule])[] {
  const rule = rules.find(({ check, dynamic }) => check.range?.kind === 'signed' && !dynamic);
  if (!rule) throw new Error('no rule with a signed check');
  const model = modelOf(rule.name);
  const wrong = (change: Partial<ReferenceRule>): ReferenceRule => changedModel(model, change);
  return [
    ['another shift', rule, wrong({ insert: (container, value) => model.insert(container, value << 1n) })],
    [
      'an or in place of an insert',
      rule,
      wrong({ insert: (container, value) => container | model.insert(container, value) }),
    ],
    ['no check', rule, wrong({ check: () => undefined })],
    [
      'another sum',
      rule,
      wrong({ value: (letters) => model.value({ ...letters, A: (letters.A ?? 0n) + 1n }) }),
    ],
  ];
}

/** Bytes of the code of a records prologue that has one record of each of the types. */
export async function codeSize(arch: string, types: readonly string[]): Promise<number> {
  const records = types.map((rule, index) => ({ place: PLACE + 16 * index, rule, symbol: 0, addend: 0n }));
  const { codeSize: size } = await generatePrologue({
    ...recordsRequest(arch),
    records,
    symbols: [{ kind: 'base' }],
  });
  return size;
}
