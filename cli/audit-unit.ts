/** Audits one unit, and keeps of it what reports tell. */
import { type Audit, auditObject } from '../image/audit.ts';
import { type BuildOptions, type BuiltImage, buildImage, checkBuild } from '../image/build.ts';
import { buildFindings, type Finding, loaderFindings, ownFindings } from '../image/gate/findings.ts';
import { type Policy, policyFindings } from '../image/gate/policy.ts';
import type { Input } from '../image/input/files.ts';
import { loadMachinesOf } from '../image/input/needed.ts';
import { InputError } from '../image/trouble/errors.ts';
import { verdictName } from '../image/verdict.ts';
import { viewImage } from '../image/view/view.ts';
import { fingerprintOf } from './files/fingerprints.ts';
import type { Unit } from './files/units.ts';
import { type AuditFacts, type FileReport, findingText } from './reports/report.ts';
import { runBriefly } from './run-briefly.ts';

/** How units are audited, the same for all of them. */
export interface AuditRequest {
  readonly options: BuildOptions;
  /** What others define, and an entry, is not missed. */
  readonly parts: boolean;
  readonly policy: Policy;
  /** Fingerprints of findings that do not count. */
  readonly before: ReadonlySet<string>;
  /** Every place is told. */
  readonly all: boolean;
}

/** @param views images are built, to be shown */
export async function reportOn(unit: Unit, request: AuditRequest, views = false): Promise<FileReport> {
  const { name: file, found } = unit;
  const { audit, findings, view } = await findingsOf(unit, request, views);
  const isKnown = (finding: Finding): boolean => request.before.has(fingerprintOf(file, finding));
  const fresh = findings.filter((finding) => !isKnown(finding));
  const drawn = view ? { view } : {};
  const report = { file, found, findings: fresh, known: findings.filter(isKnown), ...drawn };
  return audit ? { ...report, audit: factsOf(audit, request.all) } : report;
}

/** What there is to object to. */
async function findingsOf(
  unit: Unit,
  { options, parts, policy }: AuditRequest,
  views: boolean,
): Promise<Pick<FileReport, 'view' | 'findings'> & { readonly audit?: Audit }> {
  try {
    const input = unit.read();
    await loadMachinesOf(input);
    try {
      const { loaders, maxBytes } = policy;
      const audit = auditObject(input, { ...options, parts, ...(loaders ? { loaders } : {}) });
      const own = ownFindings(audit).filter(({ kind }) => !parts || kind !== 'undefined');
      const objections = loaders ? audit.verdicts.flatMap(loaderFindings) : own;
      // Where relocations are in its way, building says what the audit has said.
      const isAsked = !loaders && !parts && own.length === 0;
      const isJudged = isAsked || maxBytes !== undefined;
      const isNeeded = views || maxBytes !== undefined;
      const { built, findings: why = [] } =
        isJudged || views ? await buildOrWhyNot(input, options, isNeeded) : {};
      const refused = isJudged && (loaders || own.length === 0) ? why : [];
      const findings = [...objections, ...refused, ...policyFindings(audit, policy, built?.blob.length)];
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

/** The image if it is needed, or why there is none. */
async function buildOrWhyNot(
  input: Input,
  options: BuildOptions,
  isNeeded: boolean,
): Promise<{ readonly built?: BuiltImage; readonly findings?: readonly Finding[] }> {
  try {
    if (!isNeeded) {
      checkBuild(input, options);
      return {};
    }
    runBriefly();
    return { built: await buildImage(input, options) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { findings: buildFindings(error) };
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

function factsOf({ arch, entries, places, verdicts }: Audit, all: boolean): AuditFacts {
  const loaders = verdicts.map((verdict) => {
    const { loader, release, judgedBy, whole, refused } = verdict;
    const takes = whole === undefined && refused.length === 0;
    const by = judgedBy === undefined ? {} : { judgedBy };
    return { label: verdictName(verdict), loader: loader.name, release, ...by, takes };
  });
  return { arch, entries, loaders, ...(all ? { places } : {}) };
}
