/** What templates of every format are told. Offsets are bytes from the blob's start. */
import { FAILURES, type Failure } from '../../relocator-dsl/entry.ts';
import type { BeaconAccess } from '../machine.ts';
import type { Beacon, PrologueRequest } from '../request.ts';
import type { Job } from './format.ts';

export interface CommonContext {
  /** Start of a comment. */
  readonly comment: string;
  /** Offset of the entry. */
  readonly entry: number;
  /** The format's own branch reaches the entry. */
  readonly short: boolean;
  readonly bases: PrologueRequest['bases'];
  readonly alignment: PrologueRequest['alignment'];
  /** Bits of the base that must be zero. */
  readonly alignmentMask: number;
  /** The base is checked. */
  readonly checks: boolean;
  /** Something goes to the label `stop`. */
  readonly stops: boolean;
  /** Instructions that tell the failure code outside, once; undefined if nobody asked for that. */
  readonly beacon: readonly string[] | undefined;
  /** Where what stops stays. */
  readonly stay: 'stop' | 'halt';
  /** Failure codes, in hexadecimal. */
  readonly codes: Readonly<Record<Failure, string>>;
  /** Instructions are changed that may have been fetched before. */
  readonly patchesCode: boolean;
  /** Offset of the table. */
  readonly table: number;
}

const code = (failure: Failure): string => FAILURES[failure].code.toString(16);

const codes: CommonContext['codes'] = {
  range: code('range'),
  alignment: code('alignment'),
  overflow: code('overflow'),
};

/** The names that all formats have, with those that the machine adds. */
export function commonContext({ request, architecture, target }: Job, table: number): CommonContext {
  const { entry, entryFunctionBit, bases, alignment, block, beacon } = request;
  const checks = Boolean(bases || alignment || block);
  return {
    ...target.additions?.context?.(request),
    comment: target.assembler.comment,
    entry,
    // A branch of the prologue's own state does not reach an entry of the other one.
    short: entry <= target.placement.reach && !entryFunctionBit,
    bases,
    alignment,
    alignmentMask: (alignment ?? 1) - 1,
    checks,
    stops: checks,
    beacon: beacon && beaconLines(beacon, target.beacon),
    stay: beacon ? 'halt' : 'stop',
    codes,
    patchesCode: patchesCode(request, architecture),
    table,
  };
}

/** @throws RangeError for what the machine cannot do */
export function beaconLines({ kind, address }: Beacon, { store, port, noBytes }: BeaconAccess): string[] {
  if (kind === 'mmio') return store(address, 4);
  if (kind === 'serial' && noBytes === undefined) return store(address, 1);
  const lines = port?.(Number(address));
  if (kind === 'serial' || !lines) throw new RangeError(`no ${kind} on this machine`);
  return lines;
}

function patchesCode(
  { groups, records }: PrologueRequest,
  { machine, byName }: Job['architecture'],
): boolean {
  if (!machine.code.cache) return false;
  const isInstruction = (name: string): boolean => {
    const rule = byName.get(name);
    return rule?.kind === 'rule' && rule.field.kind === 'instruction';
  };
  return (
    groups.some(({ fields, inCode }) => fields !== undefined || inCode) ||
    records.some(({ rule, inCode }) => inCode || isInstruction(rule))
  );
}
