/** Audits one unit, and keeps of it what reports tell. */
import type { Audit } from '../image/audit.ts';
import type { BuiltImage } from '../image/build.ts';
import type { Finding } from '../image/gate/findings.ts';
import { globMatches } from '../image/gate/policy.ts';
import { loadMachinesOf } from '../image/input/needed.ts';
import { type GateRequest, judgeInput } from '../image/judged.ts';
import { InputError } from '../image/trouble/errors.ts';
import { verdictName } from '../image/verdict.ts';
import { viewImage } from '../image/view/view.ts';
import { fingerprintOf } from './files/fingerprints.ts';
import type { Unit } from './files/units.ts';
import { type AuditFacts, type FileReport, findingText } from './reports/report.ts';
import { runBriefly } from './run-briefly.ts';

/** How units are audited, the same for all of them. */
export interface AuditRequest extends GateRequest {
  /** Fingerprints of findings that do not count. */
  readonly before: ReadonlySet<string>;
  /** Every place is told. */
  readonly all: boolean;
  /** Patterns of sections that none has matched so far; those that one does are taken out. */
  readonly idle: Set<string>;
}

/** @param views images are built, to be shown */
export async function reportOn(unit: Unit, request: AuditRequest, views = false): Promise<FileReport> {
  const { name: file, found } = unit;
  const { audit, findings, view } = await findingsOf(unit, request, views);
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    (request.before.has(fingerprintOf(file, finding)) ? known : fresh).push(finding);
  }
  const drawn = view ? { view } : {};
  const report = { file, found, findings: fresh, known, ...drawn };
  if (!audit) return report;
  for (const pattern of request.idle)
    if (audit.sections.some((name) => globMatches(pattern, name))) request.idle.delete(pattern);
  return { ...report, audit: factsOf(audit, request.all) };
}

/** What there is to object to. */
async function findingsOf(
  unit: Unit,
  request: AuditRequest,
  views: boolean,
): Promise<Pick<FileReport, 'view' | 'findings'> & { readonly audit?: Audit }> {
  try {
    const input = unit.read();
    await loadMachinesOf(input);
    if (views || request.policy.maxBytes !== undefined) runBriefly();
    try {
      const { audit, findings, built, why } = await judgeInput(input, request, views);
      return { audit, findings, ...(views ? { view: await viewOf(built, why) } : {}) };
    } catch (error) {
      // Of several files the troubles name theirs.
      throw error instanceof InputError && !unit.together ? error.about(unit.name) : error;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      findings: error.lines.map((message) => ({
        kind: 'file',
        rule: 'file',
        message,
        remedy: '',
        offsets: [],
      })),
    };
  }
}

async function viewOf(
  built: BuiltImage | undefined,
  why: readonly Finding[],
): Promise<FileReport['view'] & object> {
  if (built) return viewImage(built.map, built.blob);
  const [first, ...more] = why.map((finding) => findingText(finding));
  return { unbuilt: more.length === 0 ? (first ?? '') : `${first}; and ${more.length} more` };
}

function factsOf(audit: Audit, all: boolean): AuditFacts {
  const { arch, entries, verdicts } = audit;
  const loaders = verdicts.map((verdict) => {
    const { loader, release, judgedBy, takes } = verdict;
    const by = judgedBy === undefined ? {} : { judgedBy };
    return { label: verdictName(verdict), loader: loader.name, release, ...by, takes };
  });
  return { arch, entries, loaders, ...(all ? { places: audit.places } : {}) };
}
