/** Builds a self-relocating image: prologue, table and relocated sections in one blob, with its map. */

import { hasPrologue } from '../codegen/machines/index.ts';
import type { Prologue } from '../codegen/prologue.ts';
import {
  type Format,
  FormatError,
  type PrologueRequest,
  type PromisedRegister,
  type WordContent,
} from '../codegen/request.ts';
import { insertPlainly, splitFields } from '../codegen/selection/split.ts';
import type { Architecture } from '../relocator-dsl/architecture.ts';
import { blockOf, type SolvedBases, solveBases } from './fixups/bases.ts';
import { loadAlignmentOf } from './fixups/load-alignment.ts';
import { type Header, headerOf } from './fixups/loader-header.ts';
import { dropLoaderWrites, type LoaderWritten } from './fixups/loader-writes.ts';
import { type FormatChoice, formatsToTry, isMovingWord, planParts } from './fixups/plan.ts';
import { promisedRegisters } from './fixups/promises.ts';
import { type Fixup, type Resolved, resolve } from './fixups/resolve.ts';
import { placeSettings } from './fixups/settings.ts';
import type { Input } from './input/files.ts';
import { entryAlignment } from './input/function-bit.ts';
import { openSource } from './input/open.ts';
import type { ImageSource, Layout, LoadAlignment, SourceOptions } from './input/source.ts';
import type { LoaderWrites } from './input/written.ts';
import { digestOf } from './map/digest.ts';
import {
  type ImageMap,
  MAP_VERSION,
  type MapFixup,
  type MapLimit,
  type MapRelocation,
  type MapStop,
  PROLOGUE_CHECKS,
  type PrologueCheck,
} from './map/map.ts';
import { alignUp, writeContainer } from './memory/bytes.ts';
import { readField, writeField } from './memory/container.ts';
import type { Setting } from './memory/symbol-value.ts';
import { InputError } from './trouble/errors.ts';
import { placeText } from './trouble/troubles.ts';

/** Load bases are multiples of this by every loader's contract. */
const CONTRACT_ALIGNMENT = 4096;
const MAX_ROUNDS = 8;
/** Bytes that a prologue with its table may have, where nobody generates it. */
const PROLOGUE_GUESS = 0x100;

export interface BuildOptions extends SourceOptions {
  /** Default: the smallest format that can hold the image. */
  readonly format?: FormatChoice | undefined;
  /** At least this load alignment, in bytes. */
  readonly loadAlign?: number | undefined;
  /** Symbols the loader fills in before the jump: no fixup is left inside them. */
  readonly loaderWrites?: LoaderWrites | undefined;
  /** Test even what the loader's contract grants. */
  readonly checked?: boolean | undefined;
  /** Contents for symbols of the image; a bigint is stored with the symbol's size (8 bytes at most), in the machine's byte order. */
  readonly set?: ReadonlyMap<string, Uint8Array | bigint> | undefined;
  /** Told each step as it begins, in words for people; it changes nothing of the image. */
  readonly onStep?: ((step: string) => void) | undefined;
}

export interface BuildSummary {
  /** Relocations finished at build time. */
  readonly settled: number;
  /** GOT accesses that were relaxed, and GOT slots that were made. */
  readonly relaxed: number;
  /** Why addresses that instructions form were not made distances, and what to do; undefined if there are none. */
  readonly keptAddresses: string | undefined;
  readonly slots: number;
  /** Fixups left for the prologue, by relocation type. */
  readonly fixups: ReadonlyMap<string, number>;
  readonly dropped: number;
  readonly codeSize: number;
  readonly tableSize: number;
  readonly loadAlign: number;
  /** What was done that the user may not expect, each in a line of its own. */
  readonly notes: readonly string[];
  /** On whose account the load alignment is what it is. */
  readonly loadAlignBecause: string;
  readonly bases: {
    readonly min: bigint;
    readonly max: bigint;
    /** The relocations that do not fit below and above; undefined where the address space ends. */
    readonly minBecause: string | undefined;
    readonly maxBecause: string | undefined;
  };
}

export interface BuiltImage {
  readonly blob: Uint8Array;
  readonly map: ImageMap;
  readonly summary: BuildSummary;
  readonly prologue: Prologue;
}

/** What `applyObject` needs besides the image. */
export interface BuiltWithSource extends BuiltImage {
  readonly source: ImageSource;
  readonly layout: Layout;
  readonly settings: readonly Setting[];
}

/**
 * Builds the image of a relocatable object or a static PIE, or of several objects and what they need of archives.
 * @throws InputError telling everything that stands against it
 */
export async function buildImage(input: Input, options: BuildOptions = {}): Promise<BuiltImage> {
  const { blob, map, summary, prologue } = await buildWithSource(input, options);
  return { blob, map, summary, prologue };
}

/**
 * Does all of `buildImage` that may find something against it, without generating a prologue: whoever only asks whether
 * there can be an image has the answer many times sooner.
 * @throws InputError as `buildImage` does
 */
export function checkBuild(input: Input, options: BuildOptions = {}): void {
  const source = sourceWithPrologue(input, options);
  const { formats } = planAt(source, alignUp(PROLOGUE_GUESS, source.imageAlignment), options);
  if (formats.length === 0) throw new RangeError('there is no format to try');
}

function sourceWithPrologue(input: Input, options: BuildOptions): ImageSource {
  const source = openSource(input, options);
  const { arch, title } = source.architecture.machine;
  if (hasPrologue(arch)) return source;
  throw new InputError(
    `no prologue is generated for ${title}, only its rules are known; relocator audit and explain work for it`,
  );
}

/** `buildImage`, with the opened input and its layout. */
export async function buildWithSource(input: Input, options: BuildOptions): Promise<BuiltWithSource> {
  const source = sourceWithPrologue(input, options);
  // The prologue's size depends on where the image starts and the other way round. The image only ever moves up, so
  // this ends; a prologue that then turns out smaller leaves a gap.
  let imageOffset = alignUp(1, source.imageAlignment);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const attempt = await buildAt(source, imageOffset, options);
    const needed = alignUp(attempt.prologue.bytes.length, source.imageAlignment);
    if (needed <= imageOffset) {
      options.onStep?.(`drawing the map of ${attempt.fixups.length} fixups`);
      return assembleImage(source, attempt);
    }
    imageOffset = needed;
  }
  throw new InputError(
    `the size of the prologue does not settle in ${MAX_ROUNDS} rounds; choose another --format`,
  );
}

/** What an image at some offset comes to, but for its prologue. */
interface Plan extends LoaderWritten {
  readonly layout: Layout;
  /** Where the prologue goes on. */
  readonly entry: number;
  readonly registers: readonly PromisedRegister[];
  readonly header: Header | undefined;
  readonly resolved: Resolved;
  readonly settings: readonly Setting[];
  readonly alignment: LoadAlignment;
  readonly bases: SolvedBases;
  readonly block: number | undefined;
  readonly checks: readonly PrologueCheck[];
  readonly formats: readonly Format[];
  readonly request: (format: Format) => PrologueRequest;
}

interface Attempt extends Plan {
  readonly format: Format;
  readonly prologue: Prologue;
}

async function buildAt(source: ImageSource, imageOffset: number, options: BuildOptions): Promise<Attempt> {
  const plan = planAt(source, imageOffset, options);
  return { ...plan, ...(await smallestThatFits(plan, options)) };
}

function planAt(source: ImageSource, imageOffset: number, options: BuildOptions): Plan {
  const { machine } = source.architecture;
  const layout = source.place(imageOffset);
  const unit = entryAlignment(machine, layout.entryFunctionBit);
  if (layout.entry % unit !== 0) {
    throw new InputError(
      `the entry is no multiple of ${unit} bytes, where instructions stand; name another with --entry SYM`,
    );
  }
  options.onStep?.('resolving relocations');
  const resolved = resolve(source, layout);
  const header = headerOf(source, layout, resolved.image);
  const { fixups, dropped, written } = dropLoaderWrites(
    resolved.fixups,
    layout,
    machine,
    options.loaderWrites,
    source.locals,
  );
  const wanted = placeSettings(source, layout, fixups, options.set);
  // Whatever the header is filled with, its branch stays.
  const settings = header ? [...wanted, header.branch] : wanted;
  const entry = header?.target ?? layout.entry;
  const registers = promisedRegisters(source, layout, entry, resolved);
  const alignment = loadAlignmentOf(source, resolved, options.loadAlign);
  const block = blockOf(fixups);
  const bases = solveBases(fixups, layout.memsz, alignment.bytes, machine, block);
  const formats = formatsToTry(options.format ?? 'auto', fixups, source.late, machine, alignment.bytes);
  const checksAlignment = options.checked ? alignment.bytes > 1 : alignment.bytes > CONTRACT_ALIGNMENT;
  const checked: Readonly<Record<PrologueCheck, boolean>> = {
    range: bases.limited,
    alignment: checksAlignment,
    block: block !== undefined,
  };
  const request = (format: Format): PrologueRequest => ({
    arch: machine.arch,
    format,
    entry,
    entryFunctionBit: layout.entryFunctionBit,
    bases: bases.limited ? { min: bases.min, max: bases.max } : undefined,
    alignment: checksAlignment ? alignment.bytes : undefined,
    ...(block === undefined ? {} : { block: { bytes: block, last: layout.memsz - 1 } }),
    got: layout.got,
    registers,
    toc: layout.toc,
    ...planParts(format, fixups, source.late, machine, alignment.bytes, layout),
  });
  return {
    layout,
    entry,
    registers,
    header,
    resolved,
    settings,
    fixups,
    dropped,
    written,
    alignment,
    bases,
    block,
    checks: PROLOGUE_CHECKS.filter((check) => checked[check]),
    formats,
    request,
  };
}

async function smallestThatFits(
  { formats, request, fixups }: Plan,
  { format: choice = 'auto', onStep }: BuildOptions,
): Promise<{ format: Format; prologue: Prologue }> {
  // Templates and assemblers are large, and checkBuild has no use for them.
  const { generatePrologue } = await import('../codegen/prologue.ts');
  const reasons: string[] = [];
  let best: { format: Format; prologue: Prologue } | undefined;
  for (const format of formats) {
    // Among plain words a chain is never larger than a table of distances.
    if (format === 'delta' && best && !formats.includes('records')) break;
    onStep?.(`trying format ${format} for ${fixups.length} fixups`);
    try {
      const prologue = await generatePrologue(request(format));
      if (!best || prologue.bytes.length < best.prologue.bytes.length) best = { format, prologue };
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      reasons.push(error.message);
    }
  }
  if (best) return best;
  const advice =
    choice === 'auto' ? 'split the image' : 'leave out --format, or use --format delta or records';
  throw new InputError(reasons.map((reason) => `${reason}; ${advice}`));
}

function assembleImage(source: ImageSource, attempt: Attempt): BuiltWithSource {
  const { layout, resolved, settings, prologue } = attempt;
  const blob = new Uint8Array(layout.size);
  blob.set(resolved.image, layout.imageOffset);
  blob.set(prologue.bytes);
  for (const { offset, bytes } of settings) blob.set(bytes, offset);
  for (const [offset, content] of prologue.words) writeWord(blob, offset, content, source.architecture);
  const drawn = mapOf(source, attempt);
  const map = { ...drawn, digest: digestOf(blob, drawn) };
  return { blob, map, summary: summaryOf(source, attempt), prologue, source, layout, settings };
}

/** What the prologue reads: a whole word, or the fields that hold it in parts. */
function writeWord(
  blob: Uint8Array,
  offset: number,
  { bytes, value, fields }: WordContent,
  architecture: Architecture,
): void {
  const { machine } = architecture;
  if (!fields) {
    writeContainer(blob, offset, bytes, machine.dataOrder, value);
    return;
  }
  for (const { at, field } of splitFields(architecture, fields)) {
    const old = readField(blob, offset + at, field, 0n, machine);
    writeField(blob, offset + at, field, 0n, machine, insertPlainly(field, old, value));
  }
}

function mapOf(source: ImageSource, attempt: Attempt): ImageMap {
  const { layout, entry, registers, header, prologue, fixups, dropped, written, alignment, bases, format } =
    attempt;
  const { arch, wordBits } = source.architecture.machine;
  const globals = new Set(layout.symbols.map(({ name }) => name));
  const locals = [...source.locals].filter((name) => !globals.has(name));
  return {
    version: MAP_VERSION,
    arch,
    format,
    entry,
    ...(registers.length > 0 ? { registers } : {}),
    ...(header ? { header: { offset: header.offset, size: header.size } } : {}),
    imageOffset: layout.imageOffset,
    size: layout.size,
    memsz: layout.memsz,
    loadAlign: alignment.bytes,
    bases: {
      min: bases.min,
      max: bases.max,
      ...(bases.minBecause ? { minBecause: mapLimit(bases.minBecause) } : {}),
      ...(bases.maxBecause ? { maxBecause: mapLimit(bases.maxBecause) } : {}),
    },
    ...(attempt.block === undefined ? {} : { block: attempt.block }),
    prologue: { size: prologue.bytes.length, table: prologue.table, ...stopOf(attempt) },
    ...(layout.got === undefined ? {} : { got: layout.got }),
    ...(layout.toc === undefined ? {} : { toc: layout.toc }),
    sections: layout.sections,
    symbols: layout.symbols,
    ...(locals.length > 0 ? { locals } : {}),
    // The symbol table of a records prologue starts with the base, then come the late symbols.
    late: source.late.map((name, index) => ({
      name,
      offset: prologue.symbolOffsets[index + 1] ?? 0,
      size: wordBits / 8,
    })),
    fixups: fixups.map((fixup) => mapFixup(fixup, source)).sort((a, b) => a.offset - b.offset),
    dropped: dropped
      .map(({ fixup, inside }) => ({ ...mapRelocation(fixup), inside }))
      .sort((a, b) => a.offset - b.offset),
    ...(written.length > 0 ? { loaderWrites: written } : {}),
  };
}

/** Where the prologue stops, if there is something for which it does. */
function stopOf({ prologue, checks }: Attempt): { stop?: MapStop } {
  const offset = prologue.labels.get('stop');
  return offset === undefined ? {} : { stop: { offset, checks } };
}

function summaryOf(source: ImageSource, attempt: Attempt): BuildSummary {
  const { resolved, prologue, fixups, dropped, alignment, bases } = attempt;
  const counts = new Map<string, number>();
  for (const { application } of fixups) {
    counts.set(application.rule.name, (counts.get(application.rule.name) ?? 0) + 1);
  }
  return {
    settled: resolved.settled + source.rewritten,
    relaxed: source.relaxed,
    keptAddresses: source.keptAddresses,
    slots: source.slots,
    notes: source.notes,
    fixups: counts,
    dropped: dropped.length,
    codeSize: prologue.codeSize - (prologue.table.offset < prologue.codeSize ? prologue.table.size : 0),
    tableSize: prologue.table.size,
    loadAlign: alignment.bytes,
    loadAlignBecause: alignment.why,
    bases: {
      min: bases.min,
      max: bases.max,
      minBecause: bases.minBecause && placeText(bases.minBecause.application.origin),
      maxBecause: bases.maxBecause && placeText(bases.maxBecause.application.origin),
    },
  };
}

function mapLimit({ application: { offset, rule, origin } }: Fixup): MapLimit {
  return { type: rule.name, symbol: origin.symbol, section: origin.section, offset };
}

function mapRelocation({ application: { offset, rule, origin, addend } }: Fixup): MapRelocation {
  return { offset, type: rule.name, symbol: origin.symbol, addend };
}

function mapFixup(fixup: Fixup, source: ImageSource): MapFixup {
  const { second, target, slot } = fixup.application;
  const { offset, ...relocation } = mapRelocation(fixup);
  return {
    offset,
    kind: isMovingWord(fixup, source.architecture.machine) ? 'word' : 'field',
    ...relocation,
    target: { kind: target.kind, value: target.kind === 'late' ? 0n : BigInt.asUintN(64, target.value) },
    ...(second === undefined ? {} : { second }),
    ...(slot === undefined ? {} : { slot }),
  };
}
