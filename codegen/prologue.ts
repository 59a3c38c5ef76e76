/**
 * A prologue for one image: exactly the loops, handlers and checks its fixups need, assembled, with its table.
 *
 * Templates hold each machine's loops; the rules' handlers come from instruction selection. Offsets that depend on the
 * size of the code (where the table stands, how handlers are reached) are found by assembling until nothing moves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'node:path';
import Handlebars from 'handlebars';
import { architectureNamed } from '../relocator-dsl/arch/index.ts';
import { type Architecture, relativeRule } from '../relocator-dsl/architecture.ts';
import { FAILURES } from '../relocator-dsl/entry.ts';
import { addendWord, recordForm } from '../relocator-dsl/record.ts';
import type { Rule } from '../relocator-dsl/rule.ts';
import { assemble } from './assemble/keystone.ts';
import { chainWords, deltaTable, packWords, relaTable, relrTable } from './formats/tables.ts';
import type { Target } from './machine.ts';
import { targetFor } from './machines/index.ts';
import {
  FORMATS,
  type Format,
  FormatError,
  type LoadRecord,
  type Prologue,
  type PrologueRequest,
  type WordContent,
  type WordGroup,
} from './request.ts';
import { chainHalves, slicesToLoad, splitFields } from './selection/split.ts';
import { type Handler, layOutHandlers, withJump } from './selection/tails.ts';

export interface GenerateOptions {
  /**
   * What a handler does with a value that fails its check: `stop` in the failure state, or, for verification only,
   * `mark` the record (bit 31 of its place) and go on.
   */
  readonly onOverflow?: 'stop' | 'mark';
}

const RECORD_SIZE = 12;
const U16 = 0x1_0000;
const PAGE = 0x1000;
/** How far the shortest branches reach that templates know. */
const TINY = 254;

/**
 * Generates and assembles the prologue `request` asks for.
 * @throws FormatError when the format cannot express the request
 */
export async function generatePrologue(
  request: PrologueRequest,
  options: GenerateOptions = {},
): Promise<Prologue> {
  const architecture = architectureNamed(request.arch);
  if (!architecture) throw new RangeError(`no architecture is called ${request.arch}`);
  const target = targetFor(request.arch);
  checkGroups(request, architecture, target);
  const handlers = request.format === 'records' ? handlersFor(request, architecture, target) : undefined;
  let tableOffset = 0x40;
  for (let round = 0; round < 8; round++) {
    const source = render(request, architecture, target, tableOffset, handlers, options);
    const assembled = await assemble(target.assembler, source);
    const end = assembled.labels.get('table');
    if (end === undefined) throw new RangeError('the template has no label "table"');
    // The table stands behind the code, or is the operand of an instruction called "head".
    const head = assembled.labels.get('head');
    const needed =
      head === undefined
        ? alignUp(end, tableAlignment(request.format, target))
        : head + (target.headOperand ?? 0);
    if (needed !== tableOffset) {
      tableOffset = needed;
      continue;
    }
    const table = encodeTable(request, architecture, target, tableOffset, handlers, assembled.labels);
    const bytes = new Uint8Array(Math.max(end, tableOffset + table.length));
    bytes.set(assembled.bytes.subarray(0, end));
    bytes.set(table, tableOffset);
    const symbolOffsets = request.symbols.map((_, index) => tableOffset + index * wordBytes(architecture));
    return {
      source,
      bytes,
      codeSize: end,
      table: { offset: tableOffset, size: table.length },
      symbolOffsets: request.format === 'records' ? symbolOffsets : [],
      words: wordContents(request, target),
      labels: assembled.labels,
      instructions: assembled.instructions,
    };
  }
  throw new RangeError(`${request.arch} ${request.format}: the prologue's size does not settle`);
}

function tableAlignment(format: Format, target: Target): number {
  if (format === 'delta') return 1;
  return format === 'chain' ? Math.min(4, target.tableAlignment) : target.tableAlignment;
}

function wordBytes(architecture: Architecture): 4 | 8 {
  return architecture.machine.wordBits === 64 ? 8 : 4;
}

function alignUp(value: number, alignment: number): number {
  return Math.ceil(value / alignment) * alignment;
}

function checkGroups(request: PrologueRequest, architecture: Architecture, target: Target): void {
  const { format, groups } = request;
  const word = wordBytes(architecture);
  for (const group of groups) {
    const first = group.words[0]?.offset.toString(16) ?? '';
    if (group.fields) {
      if ((format === 'chain' || format === 'delta') && target.split) continue;
      throw new FormatError(format, `the address at 0x${first} is split over instruction fields`);
    }
    if ((format === 'relr' || format === 'rela') && group.bytes !== word) {
      throw new FormatError(format, `the ${group.bytes}-byte slot at 0x${first} is not a ${word}-byte word`);
    }
    if (format === 'relr' && group.granule < word) {
      throw new FormatError(
        format,
        `slots from 0x${first} on are not aligned, and this machine faults on them`,
      );
    }
    if (format === 'chain' && group.granule < 4) {
      throw new FormatError(
        format,
        `slots from 0x${first} on are not aligned to 4 bytes, and this machine faults`,
      );
    }
  }
}

// ---- records ------------------------------------------------------------------------------------------------------

interface RecordHandlers {
  readonly text: string;
  /** Label of the handler that serves a rule. */
  readonly labelOf: ReadonlyMap<string, string>;
  readonly overflows: boolean;
}

function handlersFor(request: PrologueRequest, architecture: Architecture, target: Target): RecordHandlers {
  const rules = new Map<string, { rule: Rule; granule: number }>();
  for (const record of request.records) {
    const rule = architecture.byName.get(record.rule);
    if (rule?.kind !== 'rule')
      throw new RangeError(`${record.rule} is not a rule of ${architecture.machine.arch}`);
    const known = rules.get(rule.name);
    const granule = Math.min(known?.granule ?? rule.field.bytes, granuleAt(record.place));
    rules.set(rule.name, { rule, granule });
  }
  const byCode = new Map<string, { label: string; lines: string[]; names: string[] }>();
  const labelOf = new Map<string, string>();
  for (const { rule, granule } of rules.values()) {
    const lines = target.handler(rule, request.got ?? 0, granule, request.toc ?? 0, architecture.machine);
    const key = lines.join('\n');
    const same = byCode.get(key) ?? { label: `apply_${rule.name}`, lines, names: [] };
    same.names.push(`${rule.name}: ${rule.value}`);
    byCode.set(key, same);
    labelOf.set(rule.name, same.label);
  }
  const handlers: Handler[] = [...byCode.values()].map(({ label, lines, names }) => ({
    label,
    lines: withJump(lines, target, 'next'),
    comment: names.join('; '),
  }));
  return {
    text: layOutHandlers(handlers, target, target.assembler.comment).join('\n'),
    labelOf,
    overflows: handlers.some((handler) => handler.lines.some((line) => line.includes('overflow'))),
  };
}

/** True when instructions are changed that may have been fetched before. */
function patchesCode({ groups, records }: PrologueRequest, { machine, byName }: Architecture): boolean {
  if (machine.code.cache === 'none') return false;
  const isInstruction = (name: string): boolean => {
    const rule = byName.get(name);
    return rule?.kind === 'rule' && rule.field.kind === 'instruction';
  };
  return (
    groups.some(({ fields, inCode }) => fields !== undefined || inCode) ||
    records.some(({ rule, inCode }) => inCode || isInstruction(rule))
  );
}

/** The largest access, up to 8 bytes, that is aligned at an offset from a page-aligned base. */
function granuleAt(offset: number): number {
  return [8, 4, 2].find((size) => offset % size === 0) ?? 1;
}

/** @throws FormatError when a second addend does not fit beside the first */
function addendOf({ rule: name, addend, second }: LoadRecord, { byName }: Architecture): bigint {
  const rule = byName.get(name);
  if (rule?.kind !== 'rule') return addend;
  return expressible('records', () => addendWord(recordForm(rule), addend, second ?? 0n));
}

function encodeRecords(
  request: PrologueRequest,
  architecture: Architecture,
  tableOffset: number,
  handlers: RecordHandlers,
  labels: ReadonlyMap<string, number>,
): Uint8Array {
  const word = wordBytes(architecture);
  const { dataOrder } = architecture.machine;
  const little = dataOrder === 'little';
  const symbols = packWords(
    request.symbols.map((symbol) => (symbol.kind === 'absolute' ? symbol.value : 0n)),
    word,
    dataOrder,
  );
  const records = new Uint8Array(request.records.length * RECORD_SIZE + 4);
  const view = new DataView(records.buffer);
  request.records.forEach((record, index) => {
    const handler = labels.get(handlers.labelOf.get(record.rule) ?? '') ?? U16;
    const symbol = tableOffset + record.symbol * word;
    if (symbol >= U16 || handler >= U16) {
      throw new FormatError('records', `${request.symbols.length} symbols do not fit in front of 64 KiB`);
    }
    view.setUint32(index * RECORD_SIZE, record.place, little);
    view.setUint16(index * RECORD_SIZE + 4, symbol, little);
    view.setUint16(index * RECORD_SIZE + 6, handler, little);
    view.setInt32(index * RECORD_SIZE + 8, Number(addendOf(record, architecture)), little);
  });
  const table = new Uint8Array(symbols.length + records.length);
  table.set(symbols);
  table.set(records, symbols.length);
  return table;
}

// ---- tables and templates -----------------------------------------------------------------------------------------

function wordContents({ format, groups }: PrologueRequest, target: Target): Prologue['words'] {
  const words = new Map<number, WordContent>();
  for (const group of groups) {
    const { bytes, fields } = group;
    if (format !== 'chain' && !fields) continue;
    const contents = format === 'chain' ? chainWords(group, target) : group.words;
    for (const { offset, value } of contents) words.set(offset, { bytes, value, fields });
  }
  return words;
}

/** What a machine has no instructions for, its format cannot hold. */
function expressible<Lines>(format: Format, lines: () => Lines): Lines {
  try {
    return lines();
  } catch (error) {
    if (error instanceof RangeError) throw new FormatError(format, error.message);
    throw error;
  }
}

/** Instructions for one group's loop, and whether they patch code. */
function accessLines(request: PrologueRequest, group: WordGroup, architecture: Architecture, target: Target) {
  const { bytes, granule, fields } = group;
  const { split } = target;
  if (!fields || !split) {
    return { load: target.loadWord(bytes, granule), store: target.storeWord(bytes, granule) };
  }
  const all = splitFields(architecture, fields);
  const store = split.store(all);
  if (request.format !== 'chain') return { load: split.load(slicesToLoad(all, 0, 63), 'value'), store };
  const halves = chainHalves(
    architecture,
    group,
    chainWords(group, target).map(({ value }) => value),
    target,
  );
  return { load: split.load(halves.target, 'value'), next: split.load(halves.next, 'next'), store };
}

function encodeTable(
  request: PrologueRequest,
  architecture: Architecture,
  target: Target,
  tableOffset: number,
  handlers: RecordHandlers | undefined,
  labels: ReadonlyMap<string, number>,
): Uint8Array {
  const [group] = request.groups;
  const { dataOrder } = architecture.machine;
  switch (request.format) {
    case 'records':
      if (!handlers) return new Uint8Array();
      return encodeRecords(request, architecture, tableOffset, handlers, labels);
    case 'chain':
      return packWords(
        request.groups.map(({ words: [first] }) =>
          BigInt(first ? first.offset - (target.chainOrigin ?? 0) : 0),
        ),
        target.headBytes ?? 4,
        dataOrder,
      );
    case 'delta':
      return Uint8Array.from(request.groups.flatMap((each) => [...deltaTable(each)]));
    case 'relr':
      return group ? relrTable(group, dataOrder) : new Uint8Array(wordBytes(architecture));
    case 'rela':
      return group
        ? relaTable(group, relativeRule(architecture).type, dataOrder)
        : new Uint8Array(wordBytes(architecture));
  }
}

const environment = Handlebars.create();
environment.registerHelper('hex', (value: number | bigint) => value.toString(16));
environment.registerHelper('atMost', (value: number, limit: number) => value <= limit);
const compiled = new Map<string, HandlebarsTemplateDelegate>();

function template(folder: string, name: string): HandlebarsTemplateDelegate {
  const key = `${folder}/${name}`;
  let found = compiled.get(key);
  if (!found) {
    found = environment.compile(
      readFileSync(new URL(`./machines/${folder}/templates/${name}.hbs`, import.meta.url), 'utf8'),
      {
        noEscape: true,
        strict: false,
      },
    );
    compiled.set(key, found);
  }
  return found;
}

const MAIN: ReadonlySet<string> = new Set(FORMATS);

/** The templates that others include. */
function partialsOf(folder: string): string[] {
  const names = readdirSync(new URL(`./machines/${folder}/templates/`, import.meta.url)).map(
    (name) => parse(name).name,
  );
  return names.filter((name) => !MAIN.has(name));
}

/** The two 16-bit halves of a number that one immediate does not hold. */
function halves(name: string, value: number): Record<string, number> {
  return { [`${name}High`]: value >>> 16, [`${name}Low`]: value & 0xffff };
}

function render(
  request: PrologueRequest,
  architecture: Architecture,
  target: Target,
  tableOffset: number,
  handlers: RecordHandlers | undefined,
  options: GenerateOptions,
): string {
  const { arch, format, bases, alignment, block, entry, entryFunctionBit } = request;
  const word = wordBytes(architecture);
  // A branch of the prologue's own state does not reach an entry of the other one.
  const short = entry <= target.reach && !entryFunctionBit;
  const words = request.groups.some(({ fields }) => fields === undefined);
  const patches = patchesCode(request, architecture);
  // What must be done once after code was patched stands before the jump.
  const near = short && request.groups.length > 0 && !patches;
  const stops = Boolean(bases || alignment || block);
  let delta = tableOffset;
  const groups = request.groups.map((group, index) => {
    const last = index === request.groups.length - 1;
    const direct = last && near;
    const table = delta;
    if (format === 'delta') delta += deltaTable(group).length;
    if (format === 'delta' && table > (target.tableReach ?? table)) {
      throw new FormatError(format, `its table at 0x${table.toString(16)} is out of an instruction's reach`);
    }
    // Names of labels; groups of plain words come once for each size.
    const id = group.fields ? `_${index}` : `${group.bytes}`;
    return {
      id,
      bytes: group.bytes,
      split: group.fields !== undefined,
      eight: group.bytes === 8,
      aligned: group.granule >= group.bytes,
      head: tableOffset + (target.headBytes ?? 4) * index,
      first: group.words[0]?.offset ?? 0,
      count: group.words.length,
      direct,
      final: words ? group.fields === undefined : last,
      leave: direct ? `start+0x${entry.toString(16)}` : `done${id}`,
      table,
      /** The table's offset in two parts, for machines whose stores reach 4 KiB. */
      tablePage: table - (table % PAGE),
      tableInPage: table % PAGE,
      ...halves('table', table),
      /** Where the loop ends is so near that a branch of 16 bits reaches it. */
      tiny: !direct || entry <= TINY,
      locate: () => target.locate?.(table),
      ...expressible(request.format, () => accessLines(request, group, architecture, target)),
    };
  });
  const codes = Object.fromEntries(
    Object.entries(FAILURES).map(([name, { code }]) => [name, code.toString(16)]),
  );
  const baseIndex = request.symbols.findIndex((symbol) => symbol.kind === 'base');
  const records = tableOffset + request.symbols.length * word;
  const baseSymbol = baseIndex < 0 ? 0 : tableOffset + baseIndex * word;
  const folder = target.templates ?? arch;
  const text = template(folder, format)(
    {
      ...target.facts,
      entry,
      short,
      near,
      groups,
      single: groups.length === 1,
      words,
      locates: groups.length > 0 || stops,
      bases,
      alignment,
      alignmentMask: (alignment ?? 1) - 1,
      alignmentShift: 8 * word - Math.log2(alignment ?? 1),
      alignmentTop: Math.log2(alignment ?? 1) - 1,
      alignmentBits: Math.log2(alignment ?? 1),
      smallMask: (alignment ?? 1) <= U16,
      alignmentConstant: target.constant(BigInt((alignment ?? 1) - 1)),
      block,
      blockBits: block ? Math.log2(block.bytes) : 0,
      blockEnd: block ? target.constant(BigInt(block.last)) : [],
      minimum: bases ? target.constant(bases.min) : [],
      maximum: bases ? target.constant(bases.max) : [],
      codes,
      stops,
      table: tableOffset,
      records,
      locateTable: () => target.locate?.(tableOffset),
      symbolBytes: request.symbols.length * word,
      symbolsConstant: target.constant(BigInt(request.symbols.length * word)),
      entryFunctionBit,
      entryConstant: target.constant(BigInt(entry + (entryFunctionBit ? 1 : 0))),
      baseSymbol,
      /** The same, from the start of the table. */
      baseInTable: baseIndex * word,
      locateRecords: () => target.locate?.(records),
      baseSlot: () => target.locate?.(baseSymbol),
      far: () => target.locate?.(entry),
      wide: word === 8,
      farRecords: records >= 0x8000,
      ...halves('records', records),
      ...halves('entry', entry),
      entryBehind: entry - 8,
      relative: relativeRule(architecture).name,
      store: groups[0]?.store ?? target.storeWord(word, word),
      handlers: handlers?.text ?? '',
      overflows: handlers?.overflows ?? false,
      patchesCode: patches,
      mark: options.onOverflow === 'mark',
    },
    { partials: Object.fromEntries(partialsOf(folder).map((name) => [name, template(folder, name)])) },
  );
  return text;
}
