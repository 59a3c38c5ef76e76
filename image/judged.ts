/** What there is to object to in an input, whoever objects: relocator itself, loaders that are named, a policy. */
import { type Audit, auditObject } from './audit.ts';
import { type BuildOptions, type BuiltImage, buildImage, checkBuild } from './build.ts';
import { buildFindings, type Finding, loaderFindings, ownFindings } from './gate/findings.ts';
import { type Policy, policyFindings } from './gate/policy.ts';
import type { Input } from './input/files.ts';
import { ReadInput } from './input/open.ts';
import { InputError } from './trouble/errors.ts';

/** By what an input is judged. */
export interface GateRequest {
  readonly options: BuildOptions;
  /** What others define, and an entry, is not missed. */
  readonly parts: boolean;
  readonly policy: Policy;
}

export interface Judged {
  readonly audit: Audit;
  readonly findings: readonly Finding[];
  /** The image, where it was needed and there can be one. */
  readonly built?: BuiltImage;
  /** Why there is none, if that was asked. */
  readonly why: readonly Finding[];
}

/**
 * Audits an input of machines that have been loaded, and tells what is found fault with: by loaders that the policy names,
 * and by them alone; by relocator, if it names none; and by the rules of the policy.
 * @param isDrawn the image is needed, whatever the policy asks
 * @throws InputError when the input cannot be audited
 */
export async function judgeInput(
  input: Input,
  { options, parts, policy }: GateRequest,
  isDrawn = false,
): Promise<Judged> {
  const { loaders, maxBytes } = policy;
  const read = new ReadInput(input, options);
  const audit = auditObject(input, { ...options, parts, ...(loaders ? { loaders } : {}) }, read);
  const own = ownFindings(audit).filter(({ kind }) => !parts || kind !== 'undefined');
  const objections = loaders ? audit.verdicts.flatMap(loaderFindings) : own;
  // Where relocations are in its way, building says what the audit has said.
  const isAsked = !loaders && !parts && own.length === 0;
  const isJudged = isAsked || maxBytes !== undefined;
  const isNeeded = isDrawn || maxBytes !== undefined;
  const { built, why = [] } = isJudged || isDrawn ? await buildOrWhyNot(input, options, isNeeded, read) : {};
  const refused = isJudged && (loaders || own.length === 0) ? why : [];
  const findings = [...objections, ...refused, ...policyFindings(audit, policy, built?.blob.length)];
  return { audit, findings, ...(built ? { built } : {}), why };
}

/** The image if it is needed, or why there is none. */
async function buildOrWhyNot(
  input: Input,
  options: BuildOptions,
  isNeeded: boolean,
  read: ReadInput,
): Promise<{ readonly built?: BuiltImage; readonly why?: readonly Finding[] }> {
  try {
    if (isNeeded) return { built: await buildImage(input, options) };
    checkBuild(input, options, read);
    return {};
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { why: buildFindings(error) };
  }
}
