/**
 * Test vectors of rules for loaders in any language: lines of text, each a case on which a rule and a linker agree. Chosen so
 * that as few lines as possible tell a right loader from one with any of the faults of wrong-models.ts and of those below.
 */
import { byteRanges, writeField } from '../../image/memory/container.ts';
import { models } from '../../reference-model/index.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { lettersOf } from '../../relocator-dsl/expression.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { type CaseResult, isForLinkers, linkerResults } from './link-cases.ts';
import { type Linker, linkersFor } from './linkers.ts';
import { changedModel, type Fault, wrongModels } from './wrong-models.ts';

/** A case on which the rule and at least one linker agree. */
export interface Vector {
  readonly result: CaseResult;
  readonly linkers: readonly Linker[];
}

/** The faults that vectors tell besides those that comparisons with linkers must notice. */
export type VectorFault =
  | Fault
  | 'clears the whole container'
  | 'takes the addend twice'
  | 'leaves it as it was';

/** Cases from both ends of the list and between, for what no listed fault stands for. */
const SPREAD = 5;

/** The cases of a rule that serve as vectors; empty where no linker agrees or knows the type. */
export function vectorsOf(machine: Machine, rule: Rule): Vector[] {
  const model = modelOf(machine, rule);
  const agreed = agreedCases(machine, rule, model);
  const chosen = new Set<Vector>();
  const confirmed = [...agreed].sort((left, right) => right.linkers.length - left.linkers.length);
  for (const [, wrong] of faultyModels(machine, rule, model)) {
    const isTold = (vector: Vector): boolean => tells(vector, wrong);
    if ([...chosen].some(isTold)) continue;
    const first = confirmed.find(isTold);
    if (first) chosen.add(first);
  }
  for (let index = 0; index < SPREAD; index++) {
    const each = agreed[Math.floor((index * (agreed.length - 1)) / (SPREAD - 1))];
    if (each) chosen.add(each);
  }
  return agreed.filter((each) => chosen.has(each));
}

/** The faults that a loader could have although it gives what every vector of the rule says. */
export function untoldFaults(machine: Machine, rule: Rule, vectors: readonly Vector[]): VectorFault[] {
  return faultyModels(machine, rule, modelOf(machine, rule))
    .filter(([, wrong]) => !vectors.some((vector) => tells(vector, wrong)))
    .map(([fault]) => fault);
}

/** A line of a file of vectors. */
export function vectorLine(machine: Machine, rule: Rule, { result, linkers }: Vector): string {
  const { letters, old } = result;
  const { at, bytes } = memoryOf(rule, result);
  const stored = (container: bigint): string => {
    writeField(bytes, at, rule.field, letters.A ?? 0n, machine, container);
    return Buffer.from(bytes).toString('hex');
  };
  const names = lettersOf(rule.value).filter((letter) => letter !== 'V');
  // A tells where the second half is of a container that stands apart.
  const placed = rule.field.apart ? (['A', 'P'] as const) : (['P'] as const);
  const shown = [...new Set([...names, ...placed])].sort();
  return [
    machine.arch,
    rule.type,
    rule.name,
    ...shown.map((letter) => `${letter}=${number(letters[letter] ?? 0n)}`),
    `old=${stored(old)}`,
    `new=${result.rule === 'refused' ? 'refused' : stored(result.rule)}`,
    `by=${linkers.map((linker) => linker.replace('GNU ', '')).join(',')}`,
  ].join(' ');
}

/** The file of an architecture: what its words mean, and a line for each vector. */
export function vectorsPage({ machine, rules }: Architecture): string {
  const lines = rules.filter(isForLinkers).flatMap((rule) => {
    const vectors = vectorsOf(machine, rule);
    if (vectors.length === 0) return [`# ${rule.name}: no linker confirms it`];
    const untold = untoldFaults(machine, rule, vectors);
    return [
      ...(untold.length === 0 ? [] : [`# ${rule.name}: not told by any line: ${untold.join(', ')}`]),
      ...vectors.map((vector) => vectorLine(machine, rule, vector)),
    ];
  });
  return [
    '# SPDX-License-Identifier: GPL-2.0-only OR MIT',
    `# What relocation types of ${machine.arch} store; docs/vectors.md tells how to read it.`,
    ...lines,
    '',
  ].join('\n');
}

/** The bytes from the first that the container takes to the last, and where in them the place is. */
function memoryOf(rule: Rule, { letters }: CaseResult): { readonly at: number; readonly bytes: Uint8Array } {
  const within = rule.field.bundled === undefined ? 0 : Number((letters.P ?? 0n) & 0xfn);
  const ranges = byteRanges(within, rule.field, letters.A ?? 0n);
  const end = Math.max(...ranges.map((each) => each.end), rule.field.bundled === undefined ? 0 : 16);
  return { at: within, bytes: new Uint8Array(end) };
}

function number(value: bigint): string {
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

function modelOf(machine: Machine, rule: Rule): ReferenceRule {
  const model = models.get(machine.arch)?.rules.get(rule.name);
  if (!model) throw new Error(`no model of ${rule.name}`);
  return model;
}

function agreedCases(machine: Machine, rule: Rule, model: ReferenceRule): Vector[] {
  const all: { readonly result: CaseResult; readonly linkers: Linker[] }[] = [];
  for (const linker of linkersFor(machine.arch)) {
    const results = linkerResults(machine, linker, rule, model);
    if (typeof results === 'string') continue;
    for (const result of results) {
      if (result.rule !== result.linker || result.slotless) continue;
      const same = all.find((each) => isSame(rule, each.result, result));
      if (same) same.linkers.push(linker);
      else all.push({ result, linkers: [linker] });
    }
  }
  return all;
}

/** True where both linkers had the same to do: tables of slots are each linker's own. */
function isSame(rule: Rule, left: CaseResult, right: CaseResult): boolean {
  const letters = ['P', 'A', ...lettersOf(rule.value)] as const;
  return left.old === right.old && letters.every((letter) => left.letters[letter] === right.letters[letter]);
}

function faultyModels(
  machine: Machine,
  rule: Rule,
  model: ReferenceRule,
): (readonly [VectorFault, ReferenceRule])[] {
  const names = lettersOf(rule.value);
  return [
    ...wrongModels(rule, model, machine.wordBits),
    ['leaves it as it was', changedModel(model, { insert: (container) => container })],
    ...(rule.field.slices.reduce((sum, { from, to }) => sum + to - from + 1, 0) < rule.field.bytes * 8
      ? [
          [
            'clears the whole container',
            changedModel(model, { insert: (_, value) => model.insert(0n, value) }),
          ] as const,
        ]
      : []),
    ...(names.includes('A')
      ? [
          [
            'takes the addend twice',
            changedModel(model, {
              value: (letters) => model.value({ ...letters, A: 2n * (letters.A ?? 0n) }),
            }),
          ] as const,
        ]
      : []),
  ];
}

/** What a model says of a case. */
function saysOf(model: ReferenceRule, { letters, old }: CaseResult): bigint | 'refused' {
  const X = model.value(letters);
  return model.check(X) === undefined ? model.insert(old, X) : 'refused';
}

function tells({ result }: Vector, wrong: ReferenceRule): boolean {
  return saysOf(wrong, result) !== result.rule;
}
