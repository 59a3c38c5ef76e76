/**
 * Whole words that hold an address of the image: nearly all relocations of a large object. Nothing can be wrong with one by
 * itself, nothing beside it changes what it means, and each is left to the prologue in one way. So they are kept in columns, and
 * become what all others are only where somebody asks for one of them.
 */
import type { ReferenceModel } from '../../reference-model/types.ts';
import { type Architecture, formsOf } from '../../relocator-dsl/architecture.ts';
import { addendIn, isWholeWord } from '../../relocator-dsl/field.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { SHF, SHT } from '../elf/constants.ts';
import type { ElfFile, ElfSymbol, Relocation, RelocationSection, Section } from '../elf/types.ts';
import { readField } from '../memory/container.ts';
import { splitType } from './origin.ts';
import { whyNotReached } from './other-states.ts';
import type { Classified } from './symbol-use.ts';

/** What says of a relocation whether it is such a word. */
export interface WordContext {
  readonly elf: ElfFile;
  readonly architecture: Architecture;
  readonly model: ReferenceModel;
  /** Sections of the image. */
  readonly kept: ReadonlySet<number>;
  readonly classify: (symbol: ElfSymbol, rule: Rule) => Classified;
}

/** The only value that a word here may have. */
const ADDRESS = 'S + A';

const UNKNOWN = 0;
const PLAIN = 1;
const OTHER = 2;

/** The words of an object, one in each row. */
export class WordSites {
  /** How many there are. */
  count = 0;
  readonly rules: readonly Rule[];
  /** Index into the object's relocation tables, and into the table. */
  readonly table: Uint32Array;
  readonly index: Uint32Array;
  /** Bytes into the section that the table patches. */
  readonly offset: Uint32Array;
  /** Index into the object's symbols. */
  readonly symbol: Uint32Array;
  readonly addend: Float64Array;
  /** Index into `rules`. */
  readonly rule: Uint8Array;
  readonly #context: WordContext;
  readonly #symbols: Uint8Array;
  /** By the number in r_info, an index into `rules`; undefined for all other types. */
  readonly #ruleOf: ReadonlyMap<number, number>;

  /** @param capacity most words that there may be */
  constructor(context: WordContext, capacity: number) {
    this.#context = context;
    this.rules = context.architecture.rules.filter((rule) => isAddress(rule, context));
    this.#ruleOf = new Map(this.rules.map(({ type }, index) => [type, index]));
    const rows = this.rules.length === 0 ? 0 : capacity;
    this.table = new Uint32Array(rows);
    this.index = new Uint32Array(rows);
    this.offset = new Uint32Array(rows);
    this.symbol = new Uint32Array(rows);
    this.addend = new Float64Array(rows);
    this.rule = new Uint8Array(rows);
    this.#symbols = new Uint8Array(context.elf.symbols.length);
  }

  ruleOf(row: number): Rule {
    const rule = this.rules[this.rule[row] ?? 0];
    if (!rule || row >= this.count) throw new RangeError(`there is no word ${row}`);
    return rule;
  }

  /** Whether words may stand in a section. */
  takesFrom({ type, flags }: Section): boolean {
    const { wordOperands } = this.#context.architecture.machine.code;
    return type !== SHT.NOBITS && !(wordOperands && flags & SHF.EXECINSTR);
  }

  /** Takes a relocation in, if it is such a word. */
  take(section: Section, table: number, index: number, relocation: Relocation): boolean {
    const rule = this.#ruleOf.get(relocation.type);
    if (rule === undefined) return false;
    const { field } = this.rules[rule] as Rule;
    const offset = Number(relocation.offset);
    if (offset + field.bytes > section.size || !this.#isInImage(relocation.symbol, rule)) return false;
    const { machine } = this.#context.architecture;
    const given = relocation.addend ?? addendIn(field, readField(section.data, offset, field, 0n, machine));
    const addend = Number(given);
    if (!isExact(addend)) return false;
    const row = this.count++;
    this.table[row] = table;
    this.index[row] = index;
    this.offset[row] = offset;
    this.symbol[row] = relocation.symbol;
    this.addend[row] = addend;
    this.rule[row] = rule;
    return true;
  }

  /** Whether one of them has a byte that is rewritten on another's account. */
  meets(rewrites: readonly { readonly section: number; readonly offset: number }[]): boolean {
    if (rewrites.length === 0) return false;
    const bytesOf = new Map<number, Set<number>>();
    for (const { section, offset } of rewrites) {
      const known = bytesOf.get(section);
      if (known) known.add(offset);
      else bytesOf.set(section, new Set([offset]));
    }
    const { relocations } = this.#context.elf;
    for (let row = 0; row < this.count; row++) {
      const bytes = bytesOf.get((relocations[this.table[row] ?? 0] as RelocationSection).target);
      if (!bytes) continue;
      const { field } = this.ruleOf(row);
      const offset = this.offset[row] ?? 0;
      for (let at = offset; at < offset + field.bytes; at++) if (bytes.has(at)) return true;
    }
    return false;
  }

  /** Whether a symbol is in a section of the image, whatever rule asks. */
  #isInImage(index: number, rule: number): boolean {
    const known = this.#symbols[index] ?? OTHER;
    if (known !== UNKNOWN) return known === PLAIN;
    const { elf, architecture, kept, classify } = this.#context;
    const symbol = elf.symbols[index] as ElfSymbol;
    const found = classify(symbol, this.rules[rule] as Rule);
    const isPlain =
      'use' in found &&
      found.use.kind === 'section' &&
      kept.has(found.use.section) &&
      whyNotReached(symbol, architecture.machine) === undefined &&
      isExact(Number(symbol.value));
    this.#symbols[index] = isPlain ? PLAIN : OTHER;
    return isPlain;
  }
}

/** Whether sums of the number are exact. */
function isExact(value: number): boolean {
  return Math.abs(value) < 2 ** 51;
}

/** Whether a rule stores an address in a machine word, and says nothing else of it. */
function isAddress(rule: Rule, { architecture, model }: WordContext): boolean {
  const { dynamic, value, field, check, addend, got, parts, target, instruction } = rule;
  const facets = [addend, got, parts, target, instruction];
  return (
    !dynamic &&
    `${value}` === ADDRESS &&
    isWholeWord(field) &&
    field.kind === 'word' &&
    field.bytes * 8 === architecture.machine.wordBits &&
    check.range === undefined &&
    (check.multipleOf ?? 1) === 1 &&
    facets.every((facet) => facet === undefined) &&
    formsOf(architecture, rule).length === 0 &&
    splitType(architecture.machine, rule.type).second === 0n &&
    model.rules.has(rule.name)
  );
}
