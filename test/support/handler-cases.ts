/**
 * Every handler against the reference model: one records prologue with thousands of records, whose handlers mark the
 * values they refuse instead of stopping.
 */
import { generatePrologue } from '../../codegen/prologue.ts';
import { emptyRequest } from '../../codegen/request.ts';
import type { Emulator, Run } from '../../emulate/index.ts';
import { readField, writeField } from '../../image/memory/container.ts';
import type { Letters, ReferenceRule } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { limits } from '../../relocator-dsl/check.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { valueBits } from '../../relocator-dsl/field.ts';
import { lettersAt } from '../../relocator-dsl/letters.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { type RecordForm, recordAddend, recordForm } from '../../relocator-dsl/record.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { restEdges } from './formulas.ts';
import { apart, basesOf, runIn, runOf } from './machine-run.ts';
import { read, write } from './memory.ts';
import { random } from './random.ts';

/** What stands in front of the image is read back after every run, so it is no larger than it must be. */
const IMAGE = process.env.RELOCATOR_HEAVY ? 0x1_0000 : 0x4000;
const ENTRY = IMAGE - 0x100;
const GOT = 0x7740;
const TOC_FROM_GOT = 0x8000;
const SPACING = 24;
const RECORD_SIZE = 12;
/** The symbol table must end before the records' 16-bit offsets do. */
const MAX_BATCH = 2000;

interface Case {
  readonly place: number;
  readonly symbol: bigint;
  readonly addend: bigint;
  /** O, for rules that have it. */
  readonly second: bigint;
  readonly old: bigint;
}

/** A batch of cases at one base: the run, and in which a model says otherwise than what it left. */
interface Batch {
  readonly rule: Rule;
  readonly run: Run;
  readonly judge: (memory: Uint8Array, model: ReferenceRule) => string[];
}

/** The cases in which what a rule's handler left and a model part; at most a few are told. */
export type Disagreements = (model: ReferenceRule) => string[];

/** So many cases are made and run at a time: what one process can hold. */
const AT_A_TIME = 40_000;

/** Runs `count` cases of each rule, the boundaries among them; what came of it by the rule's name. */
export async function runHandlers(
  architecture: Architecture,
  modelOf: (name: string) => ReferenceRule,
  { count, emulator }: { readonly count: number; readonly emulator: Emulator },
): Promise<ReadonlyMap<string, Disagreements>> {
  const { machine, applied: rules } = architecture;
  const found = new Map<string, Disagreements>();
  const step = Math.ceil(AT_A_TIME / count);
  for (let from = 0; from < rules.length; from += step) {
    const chosen = rules.slice(from, from + step);
    const batches = (
      await Promise.all(
        chosen.map((rule, index) => batchesOf(machine, rule, modelOf(rule.name), count, index, step)),
      )
    ).flat();
    const results = await runIn(
      emulator,
      batches.map(({ run }) => run),
    );
    for (const rule of chosen) {
      found.set(rule.name, (model) =>
        batches
          .flatMap(({ rule: of, run, judge }, index) => {
            if (of !== rule) return [];
            const result = results[index];
            if (result?.reached) return judge(result.memory[0] ?? new Uint8Array(), model);
            return [`${rule.name} at 0x${run.start.toString(16)}: ${result?.fault ?? 'not run'}`];
          })
          .slice(0, 5),
      );
    }
  }
  return found;
}

/** The batches of a rule, at all bases, apart from those of the `step` rules that are run with it. */
function batchesOf(
  machine: Machine,
  rule: Rule,
  model: ReferenceRule,
  count: number,
  index: number,
  step: number,
): Promise<Batch[]> {
  const bases = basesOf(machine);
  const rounds = Math.ceil(count / (bases.length * MAX_BATCH));
  const each = Math.ceil(count / (bases.length * rounds));
  const places = Array.from({ length: rounds }, (_, round) =>
    bases.map((base, kind) => ({ base: apart(base, index + step * round), round, kind })),
  );
  return Promise.all(
    places.flat().map(({ base, round, kind }) => {
      const next = random((BigInt(rule.type) << 16n) | BigInt(round * bases.length + kind));
      // Data words also stand where the machine needs narrower accesses.
      const own = Math.min(rule.field.bytes, kind % 2 ? machine.code.alignment : 8);
      const align = rule.field.kind === 'instruction' ? own : ([8, 4, 2, 1, 8][kind] ?? 8);
      const cases = boundaries(machine, rule, base, align, next);
      while (cases.length < each) cases.push(randomCase(machine, rule, base, cases.length, align, next));
      return batch(machine, rule, model, base, inParts(machine, rule, model, cases));
    }),
  );
}

const forms = new WeakMap<Rule, RecordForm>();

/** The form of a rule's records, which thousands of cases ask for. */
function formOf(rule: Rule): RecordForm {
  const form = forms.get(rule) ?? recordForm(rule);
  forms.set(rule, form);
  return form;
}

const OLD = [0n, (1n << 64n) - 1n];

function placeOf(index: number, align: number, next: () => bigint): number {
  const place = IMAGE + SPACING * index + Number(next() % 16n);
  return place - (place % align);
}

/** What a record of the rule has as its addend; where A has no part in the value, any does. */
function recorded({ wordBits }: Machine, rule: Rule, A: bigint): bigint {
  const form = formOf(rule);
  return form.addend ? recordAddend(form, A, wordBits) : A;
}

/**
 * The symbol word with which a record's sum gives the value X, but for what is cut off; where a second addend is added to
 * low bits, that which makes them X.
 */
function caseFor(
  machine: Machine,
  rule: Rule,
  base: bigint,
  X: bigint,
  place: number,
  old: bigint,
  next: () => bigint,
): Case {
  const addend = BigInt.asIntN(32, next());
  const { secondAt } = formOf(rule);
  if (secondAt === undefined) {
    const sum = sumFor(machine, rule, base, place, X);
    return { place, symbol: sum - recorded(machine, rule, addend), addend, second: 0n, old };
  }
  const symbol = next();
  const second = BigInt.asIntN(32 - secondAt, X - BigInt.asUintN(secondAt, symbol + addend));
  return { place, symbol, addend, second, old };
}

/**
 * The cases for a field whose parts are as far from one another as the addend says: no symbol takes part, so that what
 * the field holds is all there is to choose.
 */
function inParts(
  machine: Machine,
  rule: Rule,
  model: ReferenceRule,
  cases: readonly Case[],
): readonly Case[] {
  if (!rule.field.apart) return cases;
  return cases.map((each, index) => {
    const V = BigInt.asUintN(machine.wordBits, each.symbol + each.addend);
    const old = model.insert(BigInt.asUintN(64, each.old), V);
    return { ...each, addend: 4n + 4n * BigInt(index % 2), old };
  });
}

/** The sum of a record with which the value is X, or nearly so where it is cut off. */
function sumFor(machine: Machine, rule: Rule, base: bigint, place: number, X: bigint): bigint {
  const valueAt = (sum: bigint): bigint =>
    evaluate(rule.value, { ...lettersFor(rule, machine, sum, 0n, place, base), V: 0n }, machine.wordBits);
  const distance = X - valueAt(0n);
  // What a rule subtracts goes the other way.
  const gives = (sum: bigint): boolean => BigInt.asUintN(machine.wordBits, valueAt(sum) - X) === 0n;
  return !gives(distance) && gives(-distance) ? -distance : distance;
}

/** Both sides of both limits, and each low bit set alone, on fields of zeros and of ones. */
function boundaries(machine: Machine, rule: Rule, base: bigint, align: number, next: () => bigint): Case[] {
  const { min, max } = rule.check.range ? limits(rule.check.range) : { min: 0n, max: 1n << 64n };
  const steps = [0n, 1n, 2n, 4n, 8n, 0x800n, 0xfffn, 0x1000n];
  const edges = [min, max, 0n, ...restEdges(rule)].flatMap((edge) =>
    steps.flatMap((step) => [edge + step, edge - step]),
  );
  const cases: Case[] = [];
  for (const edge of edges) {
    for (const old of OLD) {
      const place = placeOf(cases.length, align, next);
      cases.push(caseFor(machine, rule, base, edge, place, old, next));
    }
  }
  return cases;
}

/** Anywhere in the word, near the field's range, or well inside it. */
function randomCase(
  machine: Machine,
  rule: Rule,
  base: bigint,
  index: number,
  align: number,
  next: () => bigint,
): Case {
  const place = placeOf(index, align, next);
  const { min, max } = rule.check.range ? limits(rule.check.range) : { min: 0n, max: 1n << 32n };
  const within = min + (next() % (max - min + 1n));
  const X = [next(), within, within & ~15n, (index % 2 === 0 ? min : max) + (next() % 64n) - 32n][index % 4];
  return caseFor(machine, rule, base, X ?? 0n, place, [...OLD, next()][index % 3] ?? 0n, next);
}

async function batch(
  machine: Machine,
  rule: Rule,
  model: ReferenceRule,
  base: bigint,
  cases: readonly Case[],
): Promise<Batch> {
  const { arch, wordBits, dataOrder } = machine;
  const prologue = await generatePrologue(
    {
      ...emptyRequest(arch, 'records', ENTRY),
      got: GOT,
      toc: GOT + TOC_FROM_GOT,
      records: cases.map(({ place, addend: A, second }, symbol) => {
        return { place, rule: rule.name, symbol, addend: recorded(machine, rule, A), second };
      }),
      symbols: cases.map(({ symbol }) => ({ kind: 'absolute', value: BigInt.asUintN(wordBits, symbol) })),
    },
    { onOverflow: 'mark' },
  );
  const last = IMAGE + SPACING * (cases.length + 1);
  const table = prologue.table.offset + cases.length * (wordBits / 8);
  // The records stand where the image would be; the image goes behind them.
  const shift = Math.max(0, prologue.bytes.length - IMAGE);
  if (shift > 0) throw new RangeError(`${cases.length} records reach into the image`);
  const blob = new Uint8Array(last);
  blob.set(prologue.bytes);
  for (const { place, addend, old } of cases) {
    if (rule.field.apart) writeField(blob, place, model, addend, machine, old);
    else write(blob, place, 8, old, 'little');
  }
  const judge = (memory: Uint8Array, judged: ReferenceRule): string[] => {
    const troubles: string[] = [];
    for (const [index, each] of cases.entries()) {
      const refused = read(memory, table + RECORD_SIZE * index, 4, dataOrder) >> 31n === 1n;
      const trouble = compare(rule, judged, base, machine, each, { blob, memory, refused });
      if (trouble !== undefined) troubles.push(trouble);
    }
    return troubles;
  };
  return { rule, run: runOf(arch, base, blob, [ENTRY]), judge };
}

function compare(
  rule: Rule,
  model: ReferenceRule,
  base: bigint,
  machine: Machine,
  { place, symbol, addend, second }: Case,
  { blob, memory, refused }: { blob: Uint8Array; memory: Uint8Array; refused: boolean },
): string | undefined {
  const { wordBits } = machine;
  const target = BigInt.asUintN(wordBits, symbol);
  const before = readField(blob, place, model, addend, machine);
  const letters = lettersFor(rule, machine, target, addend, place, base);
  const X = model.value({
    ...letters,
    O: second,
    V: BigInt.asIntN(valueBits(rule.field), model.extract(before)),
  });
  const why = model.check(X);
  const wanted = why === undefined ? model.insert(before, X) : before;
  const found = readField(memory, place, model, addend, machine);
  // What stands behind the field must be as it was.
  const behind = [place + model.bytes, place + 8] as const;
  const beside = Buffer.compare(memory.subarray(...behind), blob.subarray(...behind)) === 0;
  if (refused === (why !== undefined) && found === wanted && beside) return undefined;
  const says = (value: bigint): string => `0x${value.toString(16)}`;
  return [
    `${rule.name} at base ${says(base)}: S ${says(target)}, A ${addend}, P ${says(base + BigInt(place))},`,
    `O ${second}, old ${says(before)}: got ${says(found)}${refused ? ', refused' : ''}, model ${says(wanted)} (X ${says(X)}${why ? `, ${why}` : ''})`,
  ].join(' ');
}

/** The letters for which a record with that symbol word stands; T and E would be in its addend. */
function lettersFor(
  rule: Rule,
  machine: Machine,
  word: bigint,
  A: bigint,
  place: number,
  base: bigint,
): Letters {
  const { symbol, addend } = formOf(rule);
  const [named, ...beside] = symbol;
  const letters = lettersAt(machine, {
    ...{ base, place, addend: A, got: GOT, toc: GOT + TOC_FROM_GOT, localEntry: 0n, functionBit: 0n },
    // What a record completes is the distance of its sum from its own place.
    completed: word + A - (base + BigInt(place)),
  });
  if (!named) return letters;
  const sum = addend ? word : word + A;
  return { ...letters, [named]: beside.reduce((left, letter) => left - (letters[letter] ?? 0n), sum) };
}
