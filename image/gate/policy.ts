/** What a project allows in its objects, whatever could be done with the rest. */
import {
  architectureNamed,
  architecturesNaming,
  loadArchitectures,
} from '../../relocator-dsl/architectures.ts';
import type { Audit } from '../audit.ts';
import { type AuditPlace, CLASSES } from '../audit-places.ts';
import { closeText } from '../trouble/close-names.ts';
import { InputError } from '../trouble/errors.ts';
import { printableName } from '../trouble/printable.ts';
import type { LoaderRequest } from '../verdict.ts';
import { type Finding, grouped, type Single } from './findings.ts';

/** Rules of a project; each that is absent is not asked for. */
export interface Policy {
  /** The types that may occur, and no others. */
  readonly allow?: readonly string[];
  /** Types, or classes of what becomes of them, that may not occur. */
  readonly deny?: readonly string[];
  /** The most relocations that may be left to the prologue. */
  readonly maxFixups?: number;
  /** The most bytes that the image may have, its prologue included. */
  readonly maxBytes?: number;
  /** Sections, `*` and `?` as in a shell, in which nothing may depend on the load base. */
  readonly noAbsolute?: readonly string[];
  /** Loaders that must take the file. */
  readonly loaders?: readonly LoaderRequest[];
}

/** Loads the architectures that a policy's types may be of. */
export async function loadForPolicy({ allow = [], deny = [] }: Policy): Promise<void> {
  await loadArchitectures([...allow, ...deny].flatMap(architecturesNaming));
}

/** @throws InputError when it names types that no machine has */
export function checkPolicy({ allow = [], deny = [] }: Policy): void {
  const troubles = [
    ...allow.flatMap((name) => {
      const why = whyNoType(name, []);
      return why === undefined ? [] : [`allow names ${why}; it takes types, by name`];
    }),
    ...deny.flatMap((name) => {
      const why = whyNoType(name, CLASSES);
      return why === undefined
        ? []
        : [`deny names ${why}; it takes types, by name, and ${CLASSES.join(', ')}`];
    }),
  ];
  if (troubles.length > 0) throw new InputError(troubles);
}

/** Undefined for a type of some machine, and for one of the names besides. */
function whyNoType(name: string, besides: readonly string[]): string | undefined {
  if (besides.includes(name)) return undefined;
  const types = architecturesNaming(name).flatMap((arch) => [
    ...(architectureNamed(arch)?.byName.keys() ?? []),
  ]);
  if (types.includes(name)) return undefined;
  const close = closeText(name, [...types, ...besides]);
  return `"${printableName(name)}", which is no relocation type of any machine${close}`;
}

/** What the policy objects to; `bytes` is the size of the image, if the policy limits it and there is one. */
export function policyFindings(
  audit: Pick<Audit, 'entries' | 'places'>,
  policy: Policy,
  bytes?: number,
): Finding[] {
  const { allow, deny, maxFixups, maxBytes, noAbsolute } = policy;
  if ([allow, deny, maxFixups, maxBytes, noAbsolute].every((rule) => rule === undefined)) return [];
  const singles: Single[] = [];
  const add = (rule: string, place: AuditPlace, message: string, remedy: string): void => {
    singles.push({ kind: 'policy', rule: `policy/${rule}`, place, message, remedy });
  };
  // Of a large object all places are thousands of times as many as its types.
  const isAsked = audit.entries.some(
    ({ name, class: is }) =>
      (is !== 'left out' && allow && !allow.includes(name)) || deny?.includes(name) || deny?.includes(is),
  );
  for (const place of isAsked || noAbsolute ? audit.places : []) {
    const remedy = place.avoid ?? 'change the code that asks for it, or the policy';
    if (place.class !== 'left out' && allow && !allow.includes(place.type))
      add('allow', place, 'the policy does not allow the type', remedy);
    if (deny?.includes(place.type)) add('deny', place, 'the policy denies the type', remedy);
    if (deny?.includes(place.class)) add('deny', place, `the policy denies what is ${place.class}`, remedy);
    if (place.moves && noAbsolute?.some((pattern) => globMatches(pattern, place.section)))
      add('no-absolute', place, 'it depends on the load base, which nothing in this section may', remedy);
  }
  const fixups = audit.entries.reduce((sum, { class: is, count }) => (is === 'fixup' ? sum + count : sum), 0);
  const over = (rule: string, count: number, limit: number | undefined, what: string): Finding[] =>
    limit === undefined || count <= limit
      ? []
      : [
          {
            kind: 'policy',
            rule: `policy/${rule}`,
            message: `${count} ${what}; the policy admits ${limit}`,
            remedy: 'make it smaller, or change the policy',
            offsets: [],
          },
        ];
  return [
    ...grouped(singles),
    ...over('max-fixups', fixups, maxFixups, 'relocations are left to the prologue'),
    ...over('max-bytes', bytes ?? 0, maxBytes, 'bytes are in the image'),
  ];
}

/**
 * Whether `name` is what a shell's pattern describes: `*` is any text, `?` any character, all else itself. In time that
 * grows with the product of both lengths, whatever the pattern.
 */
export function globMatches(pattern: string, name: string): boolean {
  const wanted = [...pattern];
  const given = [...name];
  let at = 0;
  let next = 0;
  // Where the last star stands, and up to where it has taken the name.
  let star = -1;
  let taken = 0;
  while (next < given.length) {
    if (at < wanted.length && wanted[at] !== '*' && (wanted[at] === '?' || wanted[at] === given[next])) {
      at++;
      next++;
    } else if (wanted[at] === '*') {
      star = at++;
      taken = next;
    } else if (star >= 0) {
      at = star + 1;
      next = ++taken;
    } else return false;
  }
  while (wanted[at] === '*') at++;
  return at === wanted.length;
}
