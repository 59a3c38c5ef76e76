/**
 * The cases in which every rule is held against the linkers, and the comparison. The letters are put together here once
 * more, from where the linker put things: what relocator-dsl/letters.ts makes of them is not taken for granted.
 */

import type { Letters, ReferenceRule } from '../../reference-model/types.ts';
import { limits, signed } from '../../relocator-dsl/check.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import { addendIn, containerBits, valueBits } from '../../relocator-dsl/field.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import { valueMotion } from '../../relocator-dsl/motion.ts';
import { recordForm } from '../../relocator-dsl/record.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { toolchainOf } from '../machines/index.ts';
import { inForm } from './forms.ts';
import { restEdges, subtractsSymbol } from './formulas.ts';
import {
  globalPointerAt,
  isInSection,
  type LinkCase,
  type Linked,
  type Linker,
  linkCases,
  lowerHalf,
  tocAt,
  UPPER_BEFORE,
} from './linkers.ts';
import { random } from './random.ts';

export const TEXT: Readonly<Record<32 | 64, readonly bigint[]>> = {
  32: [0x40_0000n, 0xe123_4000n],
  64: [0x4_0040_0000n, 0x12_3456_7000n],
};
const STRIDE = 16;
/** So many that no linker moves the start of its GOT for the sake of short offsets. */
const FEW_SLOTS = 400;
const RANDOM = process.env.RELOCATOR_HEAVY ? 2000 : 60;

/**
 * What only a dynamic loader applies is no linker's input, nor is what relocator makes of other types; steps of a sum are held
 * against linkers together (machines/sums-linkers).
 */
export function isForLinkers({ dynamic, instruction, parts }: Rule): boolean {
  return !dynamic && !parts?.summed && instruction?.form?.when?.length !== 0;
}

/** One case, as the model and as a linker have it. */
export interface CaseResult {
  /** The value, signed; all-important for telling why they part. */
  readonly X: bigint;
  readonly S: bigint;
  readonly A: bigint;
  readonly P: bigint;
  readonly T: bigint;
  /** What the value was computed from; those of the rule's letters mean something. */
  readonly letters: Letters;
  readonly old: bigint;
  /** The field, or that it is refused. */
  readonly rule: bigint | 'refused';
  readonly linker: bigint | 'refused';
  /** The linker made no slot for a value that counts from one, and went another way. */
  readonly slotless: boolean;
  readonly text: string;
}

/** One case on which a linker and the model do not agree. */
export type Disagreement = CaseResult;

/** The cases in which a linker and the model part, or why the linker does not do the type. */
export function linkerDisagreements(
  machine: Machine,
  linker: Linker,
  rule: Rule,
  model: ReferenceRule,
): Disagreement[] | string {
  const results = linkerResults(machine, linker, rule, model);
  if (typeof results === 'string') return results;
  return results.filter((each) => each.rule !== each.linker || each.slotless);
}

/** All cases of a rule, always in the same order, or why the linker does not do the type. */
export function linkerResults(
  machine: Machine,
  linker: Linker,
  rule: Rule,
  model: ReferenceRule,
): CaseResult[] | string {
  const reason = toolchainOf(machine.arch).notLinked?.[rule.name];
  if (linker === 'GNU ld' && reason !== undefined) return reason;
  const found: CaseResult[] = [];
  for (const address of TEXT[machine.wordBits]) {
    const cases = casesOf(machine, rule, model, address);
    const linked = linkedOnce(machine, linker, rule, address, cases);
    if (typeof linked === 'string') return linked;
    for (const [index, each] of cases.entries()) {
      const P = address + BigInt(each.offset);
      const old = BigInt.asUintN(containerBits(rule.field), each.old);
      const A = each.A ?? addendIn(rule.field, old) + (each.lower ?? 0n);
      const T = each.T ?? 0n;
      const S = BigInt.asUintN(machine.wordBits, each.S);
      const letters = lettersOf(rule.value);
      const inSlot = rule.got
        ? evaluate(rule.got.slot, { S, L: S, A, T, E: 0n, Z: 0n }, machine.wordBits)
        : S;
      const slot = letters.includes('G') ? linked.slotOf(inSlot) : undefined;
      const GOT = linked.got ?? gotOf(model, rule, cases, linked.fields, address, machine.wordBits);
      const V = heldIn(rule, model, old);
      const E = localEntryOf(machine, each.other);
      const GP = globalPointerAt(machine, address);
      const H = S + A - (P - BigInt(UPPER_BEFORE));
      const values = {
        S,
        L: S,
        A,
        P,
        TOC: tocAt(machine, address),
        G: (slot ?? 0n) - GOT,
        GOT,
        Z: each.Z ?? 0n,
        V,
        H,
        E,
        GP,
        T,
        O: each.O ?? 0n,
      };
      const X = model.value(values);
      const why = model.check(X);
      const theirs = linked.fields[index] ?? 'refused';
      const ours = why !== undefined ? 'refused' : model.insert(old, X);
      const says = (field: bigint | 'refused'): string =>
        field === 'refused' ? field : `0x${field.toString(16)}`;
      found.push({
        X: BigInt.asIntN(machine.wordBits, X),
        S,
        A,
        P,
        T,
        letters: values,
        old,
        rule: ours,
        linker: theirs,
        slotless: slot === undefined && letters.includes('G'),
        text:
          `S 0x${S.toString(16)} T ${T} A ${A} P 0x${P.toString(16)} X 0x${X.toString(16)} old 0x${old.toString(16)}: ` +
          `rule ${says(ours)}${why === undefined ? '' : ` (${why})`}, linker ${says(theirs)}`,
      });
    }
  }
  return found;
}

const linkedCases = new Map<string, Linked | string>();

/** Links the cases of a rule, or recalls what came of it: they are the same for every model of the rule. */
function linkedOnce(
  machine: Machine,
  linker: Linker,
  rule: Rule,
  address: bigint,
  cases: readonly LinkCase[],
): Linked | string {
  const key = `${machine.arch} ${linker} ${rule.name} ${address}`;
  const linked = linkedCases.get(key) ?? linkCases(machine, linker, rule, address, cases);
  linkedCases.set(key, linked);
  return linked;
}

/**
 * The GOT's address in an output without the section, from the first field that shows it; all others must then agree.
 */
function gotOf(
  model: ReferenceRule,
  rule: Rule,
  cases: readonly LinkCase[],
  fields: readonly (bigint | 'refused')[],
  address: bigint,
  wordBits: 32 | 64,
): bigint {
  const [first] = cases;
  const [field] = fields;
  if (!lettersOf(rule.value).includes('GOT') || !first || field === undefined || field === 'refused')
    return 0n;
  const A = first.A ?? addendIn(rule.field, BigInt.asUintN(model.bytes * 8, first.old));
  const valueAt = (GOT: bigint): bigint =>
    model.value({
      ...{ S: first.S, L: first.S, A, P: address + BigInt(first.offset), G: 0n, GOT },
      T: first.T ?? 0n,
    });
  const without = valueAt(0n);
  const shown = BigInt.asIntN(model.bytes * 8, field);
  // By 1, or by -1 where it is subtracted.
  const step = BigInt.asIntN(wordBits, valueAt(1n) - without);
  return BigInt.asUintN(wordBits, step * (shown - without));
}

/** V: what a container holds, with its sign. */
function heldIn({ field }: Rule, model: ReferenceRule, old: bigint): bigint {
  return BigInt.asIntN(valueBits(field), model.extract(old));
}

/** E, of a symbol with that st_other. */
function localEntryOf({ functions }: Machine, other: number | undefined): bigint {
  return BigInt(functions?.localEntry?.distances.find((each) => each.other === other)?.bytes ?? 0);
}

/** `old` with the instructions that a linker wants to see. */
function withOpcodes(machine: Machine, rule: Rule, old: bigint): bigint {
  const opcodes = toolchainOf(machine.arch).opcodes?.[rule.name];
  return opcodes ? (old & ~opcodes.mask) | opcodes.value : inForm(machine, rule, old);
}

/** False when the addend stands in the place, as assemblers leave it. */
export function isExplicit({ addends }: Machine, { addend }: Rule): boolean {
  return addends === 'explicit' && !addend?.place;
}

function casesOf(machine: Machine, rule: Rule, model: ReferenceRule, address: bigint): LinkCase[] {
  const next = random(BigInt(rule.type) + address);
  // What completes another value has the range of that one, or the linker would refuse the other.
  const range = rule.parts?.completes ? signed(32, { rounded: 12 }).range : rule.check.range;
  const { min, max } = range ? limits(range) : { min: 0n, max: 1n << 32n };
  // What the field can show, whatever the check says: where values begin to be cut off.
  const width = BigInt(valueBits(rule.field));
  const unit = BigInt(rule.check.multipleOf ?? 1);
  const steps = [0n, 1n, 2n, 3n, 4n, 8n, 0x1000n, ...(unit > 8n ? [unit] : [])];
  const edges = [min, max, 1n << width, 1n << (width - 1n), -(1n << (width - 1n)), ...restEdges(rule)];
  const low = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 12n, 15n, 16n, 0x7f8n, 0x800n, 0xff8n, 0xfffn];
  const around = edges.flatMap((edge) => steps.flatMap((step) => [edge + step, edge - step]));
  const olds = [0n, (1n << 64n) - 1n, 0xa5a5_a5a5_5a5a_5a5an];
  const { detours, withoutAddend } = toolchainOf(machine.arch);
  const within = rule.parts?.completes !== undefined || detours?.includes(rule.name);
  const reached = (X: bigint): boolean => !within || (X >= min && X < max);
  const wanted = [...new Set([...around, ...low])]
    .filter(reached)
    .flatMap((X) => olds.map((old) => ({ X, old })));
  for (let index = 0; index < RANDOM; index++) {
    const within = min + (next() % (max - min));
    const X = [within, within & ~15n, next()][index % 3] ?? 0n;
    wanted.push({ X: reached(X) ? X : within, old: next() });
  }
  const letters = lettersOf(rule.value);
  // Each case of a GOT type has a slot of its own; past the reach they are tried in models-linkers-got.test.ts.
  const { slotsPastReach } = toolchainOf(machine.arch);
  if (slotsPastReach !== undefined && letters.includes('G')) {
    const slots = range ? Number(max / BigInt(machine.wordBits / 8)) + slotsPastReach : FEW_SLOTS;
    wanted.splice(Math.min(slots, FEW_SLOTS));
  }
  // Of their own, so that the first cases are the same however many there are.
  const free = random(BigInt(rule.type) + address + 1n);
  const marked = machine.functions?.bit && (letters.includes('T') || rule.target?.state !== undefined);
  const zeros = Object.fromEntries(letters.map((letter) => [letter, 0n]));
  const constant = evaluate(rule.value, zeros, machine.wordBits);
  const locals = machine.functions?.localEntry?.distances.filter(
    ({ other }) => !rule.target?.excluded?.values.includes(other),
  );
  const { block } = valueMotion(rule.value, 'image');
  const { symbol } = recordForm(rule);
  const isSubtracted = subtractsSymbol(rule, machine.wordBits);
  const aligned = machine.unalignedFaults || rule.field.kind === 'instruction';
  const cases = wanted.map(({ X, old }, index): LinkCase => {
    const { bundled } = rule.field;
    const number = bundled === undefined ? 0 : bundled === 2 ? 1 + (index % 2) : index % 3;
    const within = number + lowerHalf(machine, rule.field);
    const offset = STRIDE * (index + 1) + (aligned ? within : index % 5);
    const bits = containerBits(rule.field);
    const multiple = BigInt(rule.check.multipleOf ?? 1);
    // An addend that is no part of the value may still mean something to a linker.
    const ignoredFrom = rule.addend?.ignoredFrom;
    const isPart = ignoredFrom === undefined;
    const anyAddend = !isPart && index % 2 === 0 ? ignoredFrom : (free() % 0x2000n) - 0x1000n;
    const apart = rule.field.apart && BigInt(4 + 4 * (index % 3));
    const addend = apart ?? (isExplicit(machine, rule) ? anyAddend - (anyAddend % multiple) : undefined);
    const A = letters.includes('G') || withoutAddend?.includes(rule.name) ? 0n : addend;
    // The lower half of an addend of which the field has the upper one.
    const lower = addend === undefined && rule.addend?.continues ? BigInt.asIntN(16, free()) : undefined;
    const given = A ?? addendIn(rule.field, BigInt.asUintN(bits, old)) + (lower ?? 0n);
    const placed = isPart ? given : 0n;
    const origin = letters.includes('H') ? address + BigInt(offset - UPPER_BEFORE) : 0n;
    const place = letters.includes('P') ? address + BigInt(offset - number) : origin;
    // A jump counts from a block's start.
    const counted = block === undefined ? place : evaluate(block.of, { P: place }, machine.wordBits);
    const P = block === undefined ? place : counted - (counted % block.bytes);
    const GP = letters.includes('GP') ? globalPointerAt(machine, address) : 0n;
    const TOC = letters.includes('TOC') ? tocAt(machine, address) : 0n;
    const V = letters.includes('V') ? heldIn(rule, model, BigInt.asUintN(bits, old)) : 0n;
    // Linkers that look at the distance to the symbol itself must be able to reach that, too.
    const [here, behind] = letters.includes('E') ? (locals ?? []) : [];
    const local = index % 2 && behind && X - BigInt(behind.bytes) >= min ? behind : here;
    const other = local ? { other: local.other } : {};
    const toc = symbol.includes('TOC') ? 0n : TOC;
    const from = P + GP + toc - constant - localEntryOf(machine, other.other);
    const plain = isSubtracted ? V + GP + constant - X - placed : X - V + from - placed;
    // A slot is found by what it holds, so every symbol of a GOT type has a value of its own.
    const wantedAt = letters.includes('G') ? 0x1_0000n + BigInt(index) * 0x1001n : plain;
    const symbolAt = isInSection(machine, rule) ? BigInt.asUintN(21, wantedAt) : wantedAt;
    // An odd address is that of a function with the function bit.
    const T = marked ? symbolAt & 1n : undefined;
    const S = symbolAt - (T ?? 0n);
    // A second addend makes up for the few bits that the symbol has a part in.
    const sparse = BigInt(index) * 0x12_3457n;
    const low = BigInt.asUintN(10, sparse + placed);
    const second = letters.includes('O') ? { S: sparse, O: BigInt.asIntN(24, X - low) } : {};
    const size = letters.includes('Z') ? { Z: BigInt.asUintN(machine.wordBits, X - placed) } : {};
    return {
      offset,
      S: BigInt.asUintN(machine.wordBits, S),
      A: addend === undefined ? undefined : A,
      ...(T === undefined ? {} : { T }),
      ...(lower === undefined ? {} : { lower }),
      // Without a symbol in the value, what the field holds is all there is to choose.
      old: withOpcodes(
        machine,
        rule,
        letters.includes('S') || !letters.includes('V') ? old : model.insert(old, X - GP + P),
      ),
      ...size,
      ...other,
      ...second,
    };
  });
  // Linkers that make detours take addresses that wrap for far ones.
  const wraps = ({ S }: LinkCase): boolean => S > address + (1n << BigInt(machine.wordBits - 1));
  return detours?.includes(rule.name) ? cases.filter((each) => !wraps(each)) : cases;
}
