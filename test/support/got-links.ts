/**
 * Rules that go through the GOT, held against linkers. A linker makes a table of its own, so each case has a symbol
 * with a value no other has: the word of the table that holds it is the slot, and the rule must then give the field.
 * The letters are read off what the linker made, GP from its symbol, and not assembled as for images.
 */

import { readField, writeField } from '../../image/memory/container.ts';
import type { ReferenceRule } from '../../reference-model/types.ts';
import { evaluate } from '../../relocator-dsl/evaluate.ts';
import { lowestShown } from '../../relocator-dsl/field.ts';
import { GOT_SYMBOL, type Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { toolchainOf } from '../machines/index.ts';
import { writeForm } from './forms.ts';
import { countsPages } from './formulas.ts';
import { type GotCase, LOWEST } from './got-cases.ts';
import { type LinkedFile, linkObject } from './link-object.ts';
import { type Linker, lowerHalf, pltIn } from './linkers.ts';
import { read, write } from './memory.ts';
import { CODE, DATA, type ObjectSection, relocatable } from './relocatable.ts';

/** Not at the start of a page, so that the table and its page differ. */
const TABLE: Readonly<Record<32 | 64, bigint>> = { 32: 0x5234_5680n, 64: 0x12_3456_7678n };
/** For fields that only show bits that are 0 there. */
const HIGH_TABLE = 0x6789_abcd_3456_7678n;
const NEAR = 0x10_0000n;
const STRIDE = 16;
const FAR = '.far';
/** Bytes in front of each field: `lea disp32(%ebx), %eax`, which lld has no other form for. */
const BEFORE = 8;
const LEA = 0x838dn;
const NO_SUCH_TYPE = /unsupported|unrecognized|unknown relocation|not supported/i;
/** Of the cases that must be refused one link at a time, how many are. */
const ALONE = 4;

/** A case after the link: what went in, what the rule says and what the linker did. */
export interface GotResult {
  readonly X: bigint;
  readonly A: bigint;
  readonly old: bigint;
  /** Distance of the slot from the table's start; undefined if no word holds what the slot should. */
  readonly G: bigint | undefined;
  /** True if that is why the two part: the linker made no such slot. */
  readonly slotless: boolean;
  readonly rule: bigint | 'refused';
  readonly linker: bigint | 'refused';
  /** What the rule gives with the slot of the symbol itself, moved by `distance`. */
  readonly besideSymbol: (distance: bigint) => bigint | 'refused';
  readonly text: string;
}

export interface GotLink {
  readonly machine: Machine;
  readonly linker: Linker;
  readonly rule: Rule;
  readonly model: ReferenceRule;
  readonly cases: readonly GotCase[];
  /** A rule whose relocations keep a slot for every symbol, whichever cases are left out. */
  readonly keeper: Rule;
}

/** Where the field of a case begins: halfwords of instructions of 4 bytes are the ones with the lower bits. */
function beforeField(machine: Machine, { field }: Rule): number {
  return BEFORE + lowerHalf(machine, field);
}

function tocOf(machine: Machine, rule: Rule): bigint {
  return machine.pointers?.toc ? tableOf(machine, rule) + BigInt(machine.pointers?.toc.bias) : 0n;
}

/** Holds a model of the rule against what the linker did; `job.model` only served to aim. */
export type Compare = (model: ReferenceRule) => GotResult[];

/** Links the cases; a text tells why the linker does not do the type at all. */
export function linkGotCases(job: GotLink): Compare | string {
  const { machine, linker, rule, model, cases } = job;
  const reason = toolchainOf(machine.arch).notLinked?.[rule.name];
  if (reason !== undefined && linker === 'GNU ld') return reason;
  const all = cases.map((_, index) => index);
  if (cases[0]?.aim === undefined) {
    const linked = link(job, together(job, all));
    if (typeof linked === 'string') return linked;
    return linked.made ? (model) => resultsOf({ ...job, model }, linked, all) : oneByOne(job, all);
  }
  // A first link tells which slots the symbols get; they keep them when the places move.
  const addends = cases.map(({ A }) => A);
  const places = cases.map((_, index) => tableOf(machine, rule) + NEAR + BigInt(0x40 * index));
  const first = link(job, apart(job, addends), places);
  if (typeof first === 'string') return first;
  const slots = slotsOf(machine, first);
  for (const [index, each] of cases.entries()) {
    const letters = slotLetters(machine, rule, slots, each, each.A);
    const from = model.value({
      ...letters,
      G: letters.G ?? 0n,
      S: each.S,
      L: each.S,
      A: each.A,
      P: 0n,
    });
    const off = BigInt.asIntN(machine.wordBits, from - (each.aim?.X ?? 0n));
    if (each.aim?.letter === 'A') addends[index] = BigInt.asIntN(machine.wordBits, each.A - off);
    else places[index] = BigInt.asUintN(machine.wordBits, off + withinPage(rule, index));
  }
  const sections = apart(job, addends);
  const aimed = { ...job, cases: cases.map((each, index) => ({ ...each, A: addends[index] ?? 0n })) };
  const linked = link(job, sections, places);
  if (typeof linked === 'string') return linked;
  if (linked.made) return (wanted) => resultsOf({ ...aimed, model: wanted }, linked, all);
  // For linkers that write nothing after some refusals: once more, without what was refused.
  const refused = new Set(
    all.filter((index) => linked.refusals.has(`.p${index}+0x${beforeField(machine, rule).toString(16)}`)),
  );
  const others = sections.map((section, index) =>
    refused.has(index) ? { ...section, relocations: [] } : section,
  );
  const again = link(job, others, places);
  if (typeof again === 'string') return again;
  if (!again.made) throw new Error(`${job.linker} made nothing:\n${again.messages.slice(-2000)}`);
  return (wanted) =>
    resultsOf({ ...aimed, model: wanted }, again, all).map((result, index) =>
      refused.has(index) ? { ...result, linker: 'refused' } : result,
    );
}

/** For linkers that write nothing after some refusals: what must link in one go, what must not one at a time. */
function oneByOne(job: GotLink, all: readonly number[]): Compare | string {
  const bare = link(job, together(job, []));
  if (typeof bare === 'string') return bare;
  const expected = resultsOf(job, bare, all);
  const accepted = all.filter((index) => expected[index]?.rule !== 'refused');
  // The nearest to the range first.
  const distance = (index: number): number => Number(expected[index]?.X ?? 0n);
  const refused = all
    .filter((index) => expected[index]?.rule === 'refused')
    .sort((left, right) => distance(left) - distance(right));
  const linked = link(job, together(job, accepted));
  if (typeof linked === 'string') return linked;
  if (!linked.made) throw new Error(`${job.linker} made nothing:\n${linked.messages.slice(-2000)}`);
  const parts: Compare[] = [(model) => resultsOf({ ...job, model }, linked, accepted)];
  for (const index of refused.slice(0, ALONE)) {
    const alone = link(job, together(job, [index]));
    if (typeof alone === 'string') return alone;
    parts.push((model) =>
      resultsOf({ ...job, model }, alone.made ? alone : bare, [index]).map((result) =>
        alone.made ? result : { ...result, linker: 'refused' },
      ),
    );
  }
  return (model) => parts.flatMap((part) => part(model));
}

function link(
  { machine, linker, rule, cases, keeper }: GotLink,
  sections: readonly ObjectSection[],
  places: readonly bigint[] = [],
): LinkedFile | string {
  const table = tableOf(machine, rule);
  const far = table + NEAR;
  const keep: ObjectSection = {
    name: '.keep',
    flags: CODE,
    data: containers(machine, keeper, cases),
    relocations: cases.map((_, index) => ({
      offset: placeOf(machine, keeper, index),
      type: keeper.type,
      symbol: `s${index}`,
    })),
  };
  // lld makes slots for all pages of a section.
  const companion = linker === 'lld' ? undefined : toolchainOf(machine.arch).inSection?.[rule.name];
  const highest = cases.reduce((so, { S }) => (S > so ? S : so), LOWEST);
  const home: ObjectSection = { name: FAR, flags: DATA, data: new Uint8Array(), size: highest - LOWEST + 8n };
  const used = [...sections, keep];
  const object = relocatable(machine, companion === undefined ? used : [...used, home], [
    ...(toolchainOf(machine.arch).gotWithoutSymbol
      ? []
      : [{ name: GOT_SYMBOL, value: 0n, place: 'undefined' as const }]),
    ...(machine.pointers?.global?.symbols.map((name) => ({ name, value: 0n, place: 'undefined' as const })) ??
      []),
    ...cases.map(({ S }, index) =>
      companion === undefined
        ? { name: `s${index}`, value: S, place: 'absolute' }
        : { name: `s${index}`, value: S - LOWEST, place: FAR },
    ),
  ]);
  const layout = used.map(({ name }, index) => ({
    name,
    address:
      name === '.keep'
        ? far + NEAR
        : (places[index] ?? far + BigInt(beforeField(machine, rule))) - BigInt(beforeField(machine, rule)),
    inputs: `*(${name})`,
  }));
  if (companion !== undefined) layout.push({ name: FAR, address: LOWEST, inputs: `*(${FAR})` });
  const { oneGot } = toolchainOf(machine.arch);
  layout.push({ name: '.got', address: table, inputs: oneGot ? '*(.got.plt) *(.got)' : '*(.got)' });
  if (!oneGot) layout.push({ name: '.got.plt', address: table + NEAR / 2n, inputs: '*(.got.plt)' });
  const options = ['-static', '--no-relax', '--no-check-sections', ...pointerAt(machine, linker, table)];
  const linked = linkObject(machine.arch, linker, object, layout, ...options);
  return (
    linked.messages.split('\n').find((line) => NO_SUCH_TYPE.test(line)) ?? pltIn(linked.sections) ?? linked
  );
}

/** Where GNU ld takes the global pointer as it is given; lld knows where it is. */
function pointerAt({ pointers, arch }: Machine, linker: Linker, table: bigint): string[] {
  const pointer = pointers?.global;
  if (!pointer || linker === 'lld' || !toolchainOf(arch).pointerIsGiven) return [];
  return [`--defsym=${pointer.symbols[0] ?? ''}=0x${(table + BigInt(pointer.fromGot)).toString(16)}`];
}

/** Where in its page the place of a rule that counts in pages lies. */
function withinPage(rule: Rule, index: number): bigint {
  return countsPages(rule) ? BigInt((index * 0x9c) % 0xf00) : 0n;
}

function tableOf({ wordBits, pointers }: Machine, { field }: Rule): bigint {
  const table = lowestShown(field) >= 32 ? HIGH_TABLE : TABLE[wordBits];
  // A TOC begins at a multiple of its own.
  const toc = pointers?.toc;
  return toc ? table - (table % BigInt(toc.alignment)) : table;
}

/** The table's address, and the address of the first word with each content. */
interface Slots {
  readonly GOT: bigint;
  readonly GP: bigint;
  readonly byContent: ReadonlyMap<bigint, bigint>;
}

function slotsOf(machine: Machine, linked: LinkedFile): Slots {
  const word = machine.wordBits / 8;
  const byContent = new Map<bigint, bigint>();
  const table = linked.sections.find(({ name }) => name === '.got');
  for (let at = 0; table && at + word <= table.data.length; at += word) {
    const content = read(table.data, at, word, machine.dataOrder);
    if (!byContent.has(content)) byContent.set(content, table.address + BigInt(at));
  }
  const start = toolchainOf(machine.arch).gotWithoutSymbol ? table?.address : linked.symbols.get(GOT_SYMBOL);
  const GOT = start ?? 0n;
  const [pointer = ''] = machine.pointers?.global?.symbols ?? [];
  const GP = linked.symbols.get(pointer) || GOT + BigInt(machine.pointers?.global?.fromGot ?? 0);
  return { GOT, GP, byContent };
}

/** GOT and G of a case; G is missing if no word of the table holds what the slot should. */
function slotLetters(
  machine: Machine,
  rule: Rule,
  { GOT, GP, byContent }: Slots,
  { S }: GotCase,
  A: bigint,
): { GOT: bigint; GP: bigint; TOC: bigint; G?: bigint } {
  const slot = byContent.get(rule.got ? evaluate(rule.got.slot, { S, A, T: 0n }, machine.wordBits) : S);
  const TOC = tocOf(machine, rule);
  return slot === undefined ? { GOT, GP, TOC } : { GOT, GP, TOC, G: slot - GOT };
}

/** The results of the chosen cases, in their order. */
function resultsOf(job: GotLink, linked: LinkedFile, chosen: readonly number[]): GotResult[] {
  const { machine, rule, model, cases } = job;
  const slots = slotsOf(machine, linked);
  const sections = new Map(linked.sections.map((section) => [section.name, section]));
  return chosen.flatMap((index) => {
    const each = cases[index];
    if (!each) return [];
    const name = each.aim ? `.p${index}` : '.p0';
    const offset = each.aim ? beforeField(machine, rule) : placeOf(machine, rule, index);
    const { A, S, old } = each;
    const section = sections.get(name);
    const P = (section?.address ?? 0n) + BigInt(offset);
    const { GOT, GP, TOC, G } = slotLetters(machine, rule, slots, each, A);
    const fieldAt = (slot: bigint): bigint | 'refused' => {
      const value = model.value({ S, L: S, A, P, GOT, GP, TOC, G: slot, T: 0n });
      return model.check(value) === undefined ? model.insert(old, value) : 'refused';
    };
    const letters = { S, L: S, A, P, GOT, GP, TOC, G: G ?? 0n, T: 0n };
    const X = BigInt.asIntN(machine.wordBits, model.value(letters));
    const ours = fieldAt(G ?? 0n);
    const refused = linked.refusals.has(`${name}+0x${offset.toString(16)}`);
    const theirs =
      refused || !section
        ? 'refused'
        : readField(section.data.subarray(BEFORE), offset - BEFORE, rule.field, 0n, machine);
    const text =
      `X ${hex(X)} P ${hex(P)} A ${A} G ${G} GOT ${hex(GOT)} old ${hex(old)}: ` +
      `rule ${hex(ours)}, linker ${hex(theirs)}`;
    const besideSymbol = (distance: bigint): bigint | 'refused' =>
      fieldAt((slots.byContent.get(S) ?? 0n) + distance - GOT);
    const slotless = rule.got !== undefined && G === undefined;
    return [{ X, A, old, G, slotless, rule: ours, linker: theirs, besideSymbol, text }];
  });
}

function hex(value: bigint | 'refused'): string {
  if (value === 'refused') return value;
  return value < 0n ? `-0x${(-value).toString(16)}` : `0x${value.toString(16)}`;
}

/** A section for each case. */
function apart({ machine, rule, cases }: GotLink, addends: readonly bigint[]): ObjectSection[] {
  return cases.map((each, index) => ({
    name: `.p${index}`,
    flags: CODE,
    alignment: 1n,
    data: containers(machine, rule, [each]),
    relocations: [
      {
        offset: beforeField(machine, rule),
        type: rule.type,
        symbol: `s${index}`,
        addend: entryAddend(rule, addends[index]),
      },
    ],
  }));
}

/** One section for all cases, with the relocations of the chosen ones. */
function together({ machine, rule, cases }: GotLink, chosen: readonly number[]): ObjectSection[] {
  const relocations = chosen.map((index) => ({
    offset: placeOf(machine, rule, index),
    type: rule.type,
    symbol: `s${index}`,
    addend: entryAddend(rule, cases[index]?.A),
  }));
  return [{ name: '.p0', flags: CODE, alignment: 1n, data: containers(machine, rule, cases), relocations }];
}

/** What the entry says of an addend: nothing if it stands in the place. */
function entryAddend({ addend }: Rule, A = 0n): bigint {
  return addend?.place ? 0n : A;
}

/** Where the cases stand in a section; in bundles all instructions have their turn. */
function placeOf(machine: Machine, rule: Rule, index: number): number {
  const { field } = rule;
  const instruction = field.bundled === 2 ? 1 : index % 3;
  return beforeField(machine, rule) + STRIDE * index + (field.bundled === undefined ? 0 : instruction);
}

function containers(machine: Machine, rule: Rule, cases: readonly GotCase[]): Uint8Array {
  const data = new Uint8Array(STRIDE * cases.length + STRIDE);
  for (const [index, { old }] of cases.entries()) {
    // What no linker rewrites so as not to need the GOT; x86 alone looks at it.
    if (machine.code.alignment === 1) write(data, STRIDE * index + BEFORE - 2, 2, LEA, 'little');
    const place = placeOf(machine, rule, index);
    writeForm(data, place, rule);
    writeField(data.subarray(BEFORE), place - BEFORE, rule.field, 0n, machine, old);
  }
  return data;
}
