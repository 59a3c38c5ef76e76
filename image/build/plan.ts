/** What an image comes to at an offset: fixups, load bases, and what its prologue has to do. */
import type { Beacon, Format, PrologueRequest, PromisedRegister } from '../../codegen/request.ts';
import { blockOf, type SolvedBases, solveBases } from '../fixups/bases.ts';
import { loadAlignmentOf } from '../fixups/load-alignment.ts';
import { type Header, headerOf } from '../fixups/loader-header.ts';
import { dropLoaderWrites, type LoaderWritten } from '../fixups/loader-writes.ts';
import { formatsToTry, planParts } from '../fixups/plan.ts';
import { promisedRegisters } from '../fixups/promises.ts';
import { type Resolved, resolve } from '../fixups/resolve.ts';
import { placeSettings } from '../fixups/settings.ts';
import { entryAlignment } from '../input/function-bit.ts';
import type { ImageSource, Layout, LoadAlignment } from '../input/source.ts';
import { PROLOGUE_CHECKS, type PrologueCheck } from '../map/map.ts';
import type { Setting } from '../memory/symbol-value.ts';
import { InputError } from '../trouble/errors.ts';
import type { BuildOptions } from './types.ts';

/** Load bases are multiples of this by every loader's contract. */
const CONTRACT_ALIGNMENT = 4096;

/** What an image at some offset comes to, but for its prologue. */
export interface Plan extends LoaderWritten {
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
  readonly beacon: Beacon | undefined;
  readonly request: (format: Format) => PrologueRequest;
}

/** @throws InputError telling everything that stands against an image there */
export function planAt(source: ImageSource, imageOffset: number, options: BuildOptions): Plan {
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
  const { fixups, words, dropped, written } = dropLoaderWrites(
    resolved,
    layout,
    machine,
    options.loaderWrites,
    source.locals,
  );
  const wanted = placeSettings(source, layout, fixups, words, options.set);
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
    beacon: options.beacon,
    ...planParts(format, { fixups, words }, source.late, machine, alignment.bytes, layout),
  });
  return {
    layout,
    entry,
    registers,
    header,
    resolved,
    settings,
    fixups,
    words,
    dropped,
    written,
    alignment,
    bases,
    block,
    checks: PROLOGUE_CHECKS.filter((check) => checked[check]),
    formats,
    beacon: options.beacon,
    request,
  };
}
