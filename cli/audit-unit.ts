/** Audits one unit, and keeps of it what reports tell. */
import {
  type Audit,
  auditObject,
  buildImage,
  type Finding,
  fingerprint,
  InputError,
  loaderFindings,
  ownFindings,
  type Policy,
  policyFindings,
  verdictName,
} from '../index.ts';
import type { Unit } from './files/units.ts';
import type { AuditFacts, FileReport } from './reports/report.ts';

/** How units are audited, the same for all of them. */
export interface AuditRequest {
  readonly late?: readonly string[] | undefined;
  readonly entry?: string | undefined;
  readonly policy: Policy;
  /** Fingerprints of findings that do not count. */
  readonly before: ReadonlySet<string>;
  /** Every place is told. */
  readonly all: boolean;
}

export async function reportOn(unit: Unit, request: AuditRequest): Promise<FileReport> {
  const { name: file, found } = unit;
  const { audit, findings } = await findingsOf(unit, request);
  const fresh = findings.filter((finding) => !request.before.has(fingerprint(file, finding)));
  const report = { file, found, findings: fresh, known: findings.length - fresh.length };
  return audit ? { ...report, audit: factsOf(audit, request.all) } : report;
}

/** What there is to object to. */
async function findingsOf(
  unit: Unit,
  { late, entry, policy }: AuditRequest,
): Promise<{ readonly audit?: Audit; readonly findings: readonly Finding[] }> {
  const source = { ...(late ? { late } : {}), ...(entry === undefined ? {} : { entry }) };
  try {
    const input = unit.read();
    try {
      const audit = auditObject(input, { ...source, ...(policy.loaders ? { loaders: policy.loaders } : {}) });
      const bytes = policy.maxBytes === undefined ? undefined : (await buildImage(input, source)).blob.length;
      const objections = policy.loaders ? audit.verdicts.flatMap(loaderFindings) : ownFindings(audit);
      return { audit, findings: [...objections, ...policyFindings(audit, policy, bytes)] };
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

function factsOf({ arch, entries, places, verdicts }: Audit, all: boolean): AuditFacts {
  const loaders = verdicts.map((verdict) => {
    const { loader, release, whole, refused } = verdict;
    const takes = whole === undefined && refused.length === 0;
    return { label: verdictName(verdict), loader: loader.name, release, takes };
  });
  return { arch, entries, loaders, ...(all ? { places } : {}) };
}
