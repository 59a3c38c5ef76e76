/** Audits one unit, and keeps of it what reports tell. */
import {
  type Audit,
  auditObject,
  type BuildOptions,
  buildFindings,
  buildImage,
  type Finding,
  fingerprint,
  type Input,
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
  readonly options: BuildOptions;
  /** What others define, and an entry, is not missed. */
  readonly parts: boolean;
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
  { options, parts, policy }: AuditRequest,
): Promise<{ readonly audit?: Audit; readonly findings: readonly Finding[] }> {
  try {
    const input = unit.read();
    try {
      const { loaders, maxBytes } = policy;
      const audit = auditObject(input, { ...options, ...(loaders ? { loaders } : {}) });
      const own = ownFindings(audit).filter(({ kind }) => !parts || kind !== 'undefined');
      const objections = loaders ? audit.verdicts.flatMap(loaderFindings) : own;
      // Where relocations are in its way, building says what the audit has said.
      const isAsked = !loaders && !parts && own.length === 0;
      const built = isAsked || maxBytes !== undefined ? await buildOrWhyNot(input, options) : {};
      const refused = loaders || own.length === 0 ? (built.findings ?? []) : [];
      return { audit, findings: [...objections, ...refused, ...policyFindings(audit, policy, built.bytes)] };
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

/** The size of the image in bytes, or why there is none. */
async function buildOrWhyNot(
  input: Input,
  options: BuildOptions,
): Promise<{ readonly bytes?: number; readonly findings?: readonly Finding[] }> {
  try {
    return { bytes: (await buildImage(input, options)).blob.length };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { findings: buildFindings(error) };
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
