/** Cases for rules that go through the GOT: every end of a rule's range, by moving the place, the addend or the slot. */
import { limits } from '../../relocator-dsl/check.ts';
import { lettersOf, PAGE_SIZE } from '../../relocator-dsl/expression.ts';
import { addendIn, containerBits, lowestShown } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { toolchainOf } from '../machines/index.ts';
import { countsPages } from './formulas.ts';
import { isExplicit } from './link-cases.ts';
import { random } from './random.ts';

export interface GotCase {
  /** No two cases share it, so that a slot is known by what it holds. */
  readonly S: bigint;
  readonly A: bigint;
  readonly old: bigint;
  /** The value to arrive at, and by which letter; without it the place lies where it comes to lie. */
  readonly aim?: { readonly letter: 'P' | 'A'; readonly X: bigint };
}

/** No case has a lower S. */
export const LOWEST = 0x7000_0000n;
const NEAR = 0x10_0000n;
const OLD = [0n, (1n << 64n) - 1n, 0xa5a5_a5a5_5a5a_5a5an] as const;
/** The longest table of slots that is built for the sake of a limit. */
const TABLE_LIMIT = 1n << 20n;

export function gotCases(machine: Machine, rule: Rule, randomCases: number): GotCase[] {
  const cases = aimedLetter(machine, rule)
    ? aimedCases(machine, rule, randomCases)
    : slotCases(machine, rule);
  if (!rule.got || !lettersOf(rule.got.slot).includes('A') || !isExplicit(machine, rule)) return cases;
  // The addend belongs to what the slot holds.
  const aim = cases[0]?.aim && ({ letter: 'P', X: 0x4000n } as const);
  const withAddend = [8n, -16n, 0x1000n].map((A, index): GotCase => {
    const S = valueAt(rule, cases.length + 0x1000 * (index + 1));
    return { S, A, old: 0n, ...(aim ? { aim } : {}) };
  });
  // They come first, because linkers number slots in order and late ones can be out of range.
  return [...withAddend, ...cases];
}

function aimedLetter(machine: Machine, rule: Rule): 'P' | 'A' | undefined {
  const letters = lettersOf(rule.value);
  if (letters.includes('P')) return 'P';
  const { gotAddends = true } = toolchainOf(machine.arch);
  return letters.includes('A') && isExplicit(machine, rule) && gotAddends ? 'A' : undefined;
}

/** No two are in the same page, where slots are for pages. */
function valueAt({ got }: Rule, index: number): bigint {
  const node = got?.slot.node;
  const apart = node?.op === 'page' ? (1n << BigInt(node.bits)) + 0x101n : 0x101n;
  return LOWEST + BigInt(index) * apart;
}

function oldAt(rule: Rule, index: number): bigint {
  return BigInt.asUintN(containerBits(rule.field), OLD[index % OLD.length] ?? 0n);
}

/** Only the number of the slot is left to choose: all numbers to a little past the range, if a table can be that long. */
function slotCases(machine: Machine, rule: Rule): GotCase[] {
  const range = rule.check.range && limits(rule.check.range);
  // Counted from the global pointer the table is as long as the range, and linkers make no longer ones; the cases
  // with addends need a few slots, too.
  // An addend in the place is one more slot for linkers that take it into account.
  const fromPointer = lettersOf(rule.value).includes('GP') && machine.addends === 'explicit';
  const reach =
    (range?.max ?? TABLE_LIMIT) + BigInt(fromPointer ? (machine.pointers?.global?.fromGot ?? 0) : 0);
  const past = toolchainOf(machine.arch).slotsPastReach ?? 40;
  // What keeps slots makes others than those for pages, and the table has to hold both.
  const each = BigInt(rule.got?.slot.node.op === 'page' ? 2 : 1) * BigInt(machine.wordBits / 8);
  const slots = reach < TABLE_LIMIT ? Number(reach / each) + (fromPointer ? -8 : past) : 600;
  return Array.from({ length: slots }, (_, index) => {
    const old = oldAt(rule, index);
    const A = isExplicit(machine, rule) ? 0n : addendIn(rule.field, old);
    return { S: valueAt(rule, index), A, old };
  });
}

/** Each value with each kind of old content. */
function aimedCases(machine: Machine, rule: Rule, randomCases: number): GotCase[] {
  const letter = aimedLetter(machine, rule) ?? 'P';
  const addends = lettersOf(rule.value).includes('A') ? [0n, -4n, 0x1234n] : [0n];
  return valuesOf(machine, rule, letter, randomCases).flatMap((X, at) =>
    OLD.map((_, kind) => ({
      S: valueAt(rule, at * OLD.length + kind),
      A: isExplicit(machine, rule)
        ? (addends[at % addends.length] ?? 0n)
        : addendIn(rule.field, oldAt(rule, kind)),
      old: oldAt(rule, kind),
      aim: { letter, X },
    })),
  );
}

/** Both ends of the range and 0 with their neighbours, and random values, half of them multiples of 8. */
function valuesOf(machine: Machine, rule: Rule, letter: 'P' | 'A', randomCases: number): bigint[] {
  const next = random(BigInt(rule.type));
  // A field of upper bits shows nothing of what is near.
  const far = letter === 'A' || lowestShown(rule.field) >= 32;
  const reach = far ? 1n << BigInt(machine.wordBits - 1) : NEAR;
  const { min, max } = rule.check.range ? limits(rule.check.range) : { min: -reach, max: reach };
  const unit = countsPages(rule) ? PAGE_SIZE : 1n;
  const steps = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n].map((step) => step * unit);
  const values = [min, max, 0n].flatMap((edge) => steps.flatMap((step) => [edge - step, edge + step]));
  for (let index = 0; index < randomCases; index++) {
    const aligned = ((min + (next() % (max - min))) / (unit * 8n)) * unit * 8n;
    values.push(index % 2 ? aligned + unit * (next() % 8n) : aligned);
  }
  return [...new Set(values)];
}
