/** docs/breakages.md: what broke, as it is told in the lists, and what the audit says of the objects today. */
import { findingText } from '../../cli/reports/report.ts';
import { type Audit, auditObject, type Finding, loaderFindings } from '../../index.ts';
import { FAMILIES } from '../machines/index.ts';
import type { Breakage, NoObject, Told } from './breakage.ts';
import { keptObject, objectName, sourceOf } from './kept.ts';

export const BREAKAGES: readonly Breakage[] = FAMILIES.flatMap(({ breakages }) => breakages?.objects ?? []);
const NO_OBJECTS: readonly NoObject[] = FAMILIES.flatMap(({ breakages }) => breakages?.noObjects ?? []);

/** What a release of the breakage's loader does with its object, as `relocator audit --loader` asks. */
export function auditAt({ loader }: Breakage, object: Uint8Array, release: string): Audit {
  return auditObject(object, { loaders: [{ loader, release }] });
}

export function findingsAt(breakage: Breakage, object: Uint8Array, release: string): Finding[] {
  return auditAt(breakage, object, release).verdicts.flatMap(loaderFindings);
}

/** The findings that are of the breakage; the same object may have others. */
export function foundAt(breakage: Breakage, object: Uint8Array, release: string): Finding | undefined {
  const { finds } = breakage;
  const findings = findingsAt(breakage, object, release);
  if ('says' in finds) {
    return findings.find(
      ({ kind, message }) => kind === finds.kind && finds.says.every((each) => message.includes(each)),
    );
  }
  const { kind, type, symbol, section, offset } = finds;
  return findings.find(
    (finding) =>
      finding.kind === kind &&
      finding.place?.type === type &&
      finding.place.symbol === symbol &&
      finding.place.section === section &&
      finding.offsets[0] === offset,
  );
}

const HEAD = `# What broke loaders

<!-- written by npm run breakages -->

A compiler, an assembler or a flag brings a relocation type that a loader's list lacks, and the one who pays is whoever loads a kernel that day. These
are the cases that are on public record, as objects: each is one that the loader could not load, or loaded wrong, and under it stands what
\`relocator audit\` says of it when it is asked about that release. The objects are in [test/fixtures/breakages](../test/fixtures/breakages), and a
test holds that the release which broke is told with type, symbol, section, offset and remedy, and that the release which learnt the type takes it.
Which compiler emits which type stands in [radar.md](radar.md).
`;

/** The whole page. */
export function breakagesPage(): string {
  const rest = NO_OBJECTS.map((each) => `${toldText(each)}\n**Not an object**: ${paragraph(each.why)}\n`);
  return [
    HEAD,
    ...BREAKAGES.map((each) => `${toldText(each)}\n${objectText(each)}`),
    '## What no object shows\n\nThese have the same cause, but no audit of a file can see them, or no release had them.\n',
    ...rest.map((text) => `#${text}`),
  ].join('\n');
}

function toldText({ title, when, what, references }: Told): string {
  return `## ${title} (${when})\n\n${paragraph(what)}\n\nOn record: ${references.join('; ')}.\n`;
}

function objectText(breakage: Breakage): string {
  const { arch, by, loader, broke, learnt, says } = breakage;
  const found = foundAt(breakage, keptObject(breakage), broke);
  if (!found) throw new Error(`${objectName(breakage)}: the audit does not find what it is to`);
  const more = says === undefined ? '' : ` ${paragraph(says)}`;
  return [
    `The object (${arch}): [\`${sourceOf(breakage)}\`](../${sourceOf(breakage)}), by \`${by}\`.`,
    '',
    '```text',
    `$ relocator audit ${objectName(breakage)} --loader ${loader}@${broke}`,
    findingText(found),
    '```',
    '',
    learnt === undefined
      ? `No release of ${loader} up to ${broke} takes it.${more}`
      : `${loader} ${learnt} takes it.${more}`,
    '',
  ].join('\n');
}

/** Lines of source as one paragraph. */
function paragraph(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
