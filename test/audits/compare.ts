/** One file, audited and built: whether the audit counts what readelf counts, and says what building does. */
import { reportOn } from '../../cli/audit-unit.ts';
import type { FileReport } from '../../cli/reports/report.ts';
import { SITE_LIMIT_TEXT } from '../../image/memory/limits.ts';
import {
  type AuditClass,
  type AuditPlace,
  type BuildOptions,
  type BuiltImage,
  buildFindings,
  buildImage,
  type Finding,
  InputError,
  readElf,
} from '../../index.ts';
import type { Counts } from './readelf.ts';

export interface Compared {
  readonly arch: string;
  readonly relocations: number;
  /** `uncounted`: it has more relocations than are read. */
  readonly outcome: 'built' | 'refused' | 'uncounted';
  /** What the audit and others do not agree on. */
  readonly wrong: readonly string[];
}

/**
 * @param name as readelf has it
 * @param counted what readelf counts
 */
export async function compared(
  name: string,
  bytes: Uint8Array,
  counted: Counts,
  options: BuildOptions = {},
): Promise<Compared> {
  const unit = { name, found: true, together: false, read: () => bytes };
  const request = {
    options,
    parts: false,
    policy: {},
    before: new Set<string>(),
    all: true,
    idle: new Set<string>(),
  };
  const report = await reportOn(unit, request);
  const built = await builtOrNot(bytes, options);
  if (isTooLarge(report)) {
    const wrong = built instanceof InputError ? refusedOtherwise(report, built) : ['it is built'];
    return { arch: '', relocations: 0, outcome: 'uncounted', wrong };
  }
  const wrong = [
    ...unlike(countsOf(report), counted),
    ...(built instanceof InputError ? refusedOtherwise(report, built) : builtOtherwise(report, built)),
  ];
  const outcome = built instanceof InputError ? 'refused' : 'built';
  const { arch = '', places = [] } = report.audit ?? {};
  return { arch, relocations: places.length, outcome, wrong };
}

function isTooLarge({ audit, findings }: FileReport): boolean {
  return audit === undefined && findings.every(({ message }) => message.includes(SITE_LIMIT_TEXT));
}

async function builtOrNot(bytes: Uint8Array, options: BuildOptions): Promise<BuiltImage | InputError> {
  try {
    return await buildImage(bytes, options);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

function countsOf({ audit }: FileReport): Counts {
  const counts = new Map<string, number>();
  for (const { number, count } of audit?.entries ?? [])
    counts.set(`${number}`, (counts.get(`${number}`) ?? 0) + count);
  return counts;
}

function unlike(own: Counts, counted: Counts): string[] {
  return [...new Set([...own.keys(), ...counted.keys()])].flatMap((type) => {
    const [ours, theirs] = [own.get(type) ?? 0, counted.get(type) ?? 0];
    return ours === theirs ? [] : [`type ${type}: the audit has ${ours}, readelf ${theirs}`];
  });
}

/** The same reasons, at the same places. */
function refusedOtherwise({ findings, file }: FileReport, error: InputError): string[] {
  // Of a file that is none the audit tells the name as well.
  const bare = (key: string): string => (key.startsWith(`${file}: `) ? key.slice(file.length + 2) : key);
  const told = findings.flatMap(keysOf).map(bare).sort();
  const building = buildFindings(error).flatMap(keysOf).sort();
  if (told.join('\n') === building.join('\n')) return [];
  return [`the audit finds ${told.length}, building ${building.length}: ${firstUnlike(told, building)}`];
}

function keysOf({ message, place, offsets }: Finding): string[] {
  if (!place) return [message];
  const { type, section, symbol } = place;
  return offsets.map((offset) => `${type} ${symbol} ${section} ${offset}: ${message}`);
}

function firstUnlike(one: readonly string[], other: readonly string[]): string {
  const [ours, theirs] = [new Set(one), new Set(other)];
  return [...one.filter((key) => !theirs.has(key)), ...other.filter((key) => !ours.has(key))][0] ?? '';
}

/** Nothing is found, and every relocation is counted as what it has become. */
function builtOtherwise({ audit, findings }: FileReport, { map, summary }: BuiltImage): string[] {
  const places: readonly AuditPlace[] = audit?.places ?? [];
  const count = (...classes: AuditClass[]): number =>
    places.filter((place) => classes.includes(place.class)).length;
  const fixups = [...summary.fixups.values()].reduce((sum, each) => sum + each, 0);
  // Slots are words of the table, which no relocation of the file is.
  const slots = map.fixups.filter(({ offset }) => inTable(offset, map)).length;
  const checks: readonly (readonly [string, number, number])[] = [
    ['findings of what is built', findings.length, 0],
    ['fixups', count('fixup'), fixups - slots],
    ['inside what the loader writes', count('loader writes'), summary.dropped],
  ];
  return checks.flatMap(([what, own, theirs]) =>
    own === theirs ? [] : [`${what}: the audit has ${own}, the build ${theirs}`],
  );
}

function inTable(offset: number, { sections }: BuiltImage['map']): boolean {
  return sections.some(
    ({ name, offset: start, size, index }) =>
      index === 0 && name === '.got' && offset >= start && offset < start + size,
  );
}

/** A function that the file defines, to be entered where nothing else names an entry. */
export function someFunction(bytes: Uint8Array): string | undefined {
  const { symbols } = readElf(bytes);
  return symbols.find(
    ({ name, type, binding, place, size }) =>
      type === 2 && binding === 'global' && place.kind === 'section' && size > 0n && name !== '',
  )?.name;
}
