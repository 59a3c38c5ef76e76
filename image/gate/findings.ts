/** What an audit finds fault with, in one form, whoever objects: relocator, another loader, or a policy. */
import type { Audit } from '../audit.ts';
import type { AuditPlace } from '../audit-places.ts';
import type { InputError } from '../trouble/errors.ts';
import { RelocationError, type RelocationPlace, type Trouble } from '../trouble/troubles.ts';
import { type Verdict, verdictName } from '../verdict.ts';

/**
 * Who objects. `refused`: relocator cannot do it, or cannot build the whole; `undefined`: it lacks a symbol; `loader`: a loader would end there;
 * `loader-wrong`: a loader would apply it to something else in silence; `policy`: a rule of the policy; `file`: the input
 * is none that can be audited.
 */
export type FindingKind = 'refused' | 'undefined' | 'loader' | 'loader-wrong' | 'policy' | 'file';

export interface Finding {
  readonly kind: FindingKind;
  /** Names the check that objects, the same from run to run: `refused`, `build`, `loader/kexec-tools`, `policy/deny`. */
  readonly rule: string;
  /** What is wrong, without its place. */
  readonly message: string;
  /** What to do about it; empty if the message says it. */
  readonly remedy: string;
  /** Where it is: of places alike but for their offset, the first. */
  readonly place?: RelocationPlace;
  /** The offsets of all of them, in bytes. */
  readonly offsets: readonly bigint[];
}

/** What relocator itself cannot do: what it refuses, and what nobody defines. */
export function ownFindings({ faults }: Pick<Audit, 'faults'>): Finding[] {
  return grouped(
    faults.flatMap((each) => {
      if (each.class !== 'refused' && each.class !== 'undefined') return [];
      return [
        {
          kind: each.class,
          rule: each.class,
          place: each,
          message: each.reason ?? '',
          remedy: each.remedy ?? '',
        },
      ];
    }),
  );
}

/** Why no image can be built, where nothing is wrong with single relocations, or not with these. */
export function buildFindings(error: InputError): Finding[] {
  const rule = 'build';
  if (error instanceof RelocationError) {
    return grouped(
      error.places.map((place) => ({
        kind: 'refused',
        rule,
        place,
        message: place.why,
        remedy: place.remedy,
      })),
    );
  }
  return error.lines.map((message) => ({ kind: 'refused', rule, message, remedy: '', offsets: [] }));
}

/** Why a loader does not take the file, or gets it wrong. */
export function loaderFindings(verdict: Verdict): Finding[] {
  const { loader, whole, refused, wrong } = verdict;
  const rule = `loader/${loader.name}`;
  const told = (kind: FindingKind, list: readonly Trouble[]): Single[] =>
    list.map((place) => ({ kind, rule, place, message: place.why, remedy: place.remedy }));
  if (whole !== undefined) {
    return [{ kind: 'loader', rule, message: `${verdictName(verdict)}: ${whole}`, remedy: '', offsets: [] }];
  }
  return grouped([...told('loader', refused), ...told('loader-wrong', wrong)]);
}

/** A finding at one place. */
export interface Single {
  readonly kind: FindingKind;
  readonly rule: string;
  readonly message: string;
  readonly remedy: string;
  readonly place: AuditPlace | Trouble;
}

/** Findings that differ in their offset only become one. */
export function grouped(singles: readonly Single[]): Finding[] {
  const groups = new Map<string, { first: Single; offsets: bigint[] }>();
  for (const single of singles) {
    const { type, section, file, symbol, offset } = single.place;
    const key = [single.rule, single.message, type, section, file, symbol].join('\0');
    const group = groups.get(key);
    if (group) group.offsets.push(offset);
    else groups.set(key, { first: single, offsets: [offset] });
  }
  return [...groups.values()].map(({ first: { kind, rule, message, remedy, place }, offsets }) => {
    const { type, number, section, file, offset, address, symbol } = place;
    const where = {
      type,
      number,
      section,
      file,
      offset,
      ...(address === undefined ? {} : { address }),
      symbol,
    };
    return { kind, rule, message, remedy, place: where, offsets };
  });
}

/** The same in every run, wherever the code around it moves: what a baseline remembers of a finding. */
export function fingerprint(
  file: string,
  { rule, message, place }: Pick<Finding, 'rule' | 'message' | 'place'>,
): string {
  const where = place ? [place.type, place.section, place.file ?? '', place.symbol] : [message];
  return [file, rule, ...where].map(withoutTabs).join('\t');
}

/** So that no name can be taken for several, or several for one; what has neither tabs nor backslashes is as it is. */
function withoutTabs(part: string): string {
  return part.replaceAll('\\', '\\\\').replaceAll('\t', '\\t');
}
