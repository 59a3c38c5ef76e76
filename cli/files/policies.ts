/** Policies and baselines: what a project has written down about its objects. */
import { fingerprint } from '../../image/gate/findings.ts';
import type { Policy } from '../../image/gate/policy.ts';
import { InputError } from '../../image/trouble/errors.ts';
import type { LoaderRequest } from '../../image/verdict.ts';
import { loaderNamed } from '../../relocator-dsl/loaders.ts';
import { knownLoaders } from '../arguments.ts';
import type { Inputs } from './inputs.ts';

const KEYS = ['$schema', 'allow', 'deny', 'maxFixups', 'maxBytes', 'noAbsolute', 'loaders'] as const;

/** A policy as docs/policy.schema.json has it. @throws InputError naming the file, and what is wrong in it */
export function readPolicy(inputs: Inputs, path: string): Policy {
  const fail = (what: string): never => {
    throw new InputError(`${path}: ${what}; see docs/policy.schema.json`);
  };
  const root = json(inputs, path);
  if (!isObject(root)) return fail('a policy is one JSON object');
  const unknown = Object.keys(root).find((key) => !KEYS.some((each) => each === key));
  if (unknown !== undefined)
    return fail(`a policy has no ${JSON.stringify(unknown)}; it has ${KEYS.join(', ')}`);
  const list = (key: string): readonly string[] | undefined => {
    const value = root[key];
    if (value === undefined) return undefined;
    if (Array.isArray(value) && value.every((each): each is string => typeof each === 'string')) return value;
    return fail(`${key} is no list of strings`);
  };
  const number = (key: string): number | undefined => {
    const value = root[key];
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    return fail(`${key} is no number of them`);
  };
  const loaders = list('loaders')?.map((text): LoaderRequest => {
    const [loader = '', release] = text.split('@');
    try {
      return { loader: loaderNamed(loader).name, release };
    } catch {
      return fail(`no loader is called ${loader}${knownLoaders(loader)}`);
    }
  });
  const [allow, deny, noAbsolute] = [list('allow'), list('deny'), list('noAbsolute')];
  const [maxFixups, maxBytes] = [number('maxFixups'), number('maxBytes')];
  return {
    ...(allow ? { allow } : {}),
    ...(deny ? { deny } : {}),
    ...(noAbsolute ? { noAbsolute } : {}),
    ...(loaders ? { loaders } : {}),
    ...(maxFixups === undefined ? {} : { maxFixups }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  };
}

/** The fingerprints of what a JSON report has found. @throws InputError when the file is no such report */
export function readBaseline(inputs: Inputs, path: string): Set<string> {
  const fail = (): never => {
    throw new InputError(
      `${path}: it is no report of audit --format json; write one, and take it for the baseline`,
    );
  };
  const root = json(inputs, path);
  if (!isObject(root) || !Array.isArray(root.files)) return fail();
  const known = new Set<string>();
  for (const report of root.files) {
    if (!isObject(report) || typeof report.file !== 'string' || !Array.isArray(report.findings))
      return fail();
    for (const finding of report.findings) {
      if (!isObject(finding) || typeof finding.rule !== 'string' || typeof finding.message !== 'string')
        return fail();
      known.add(
        fingerprint(report.file, {
          rule: finding.rule,
          message: finding.message,
          ...placeOf(finding.place, fail),
        }),
      );
    }
  }
  return known;
}

function placeOf(place: unknown, fail: () => never): Pick<Parameters<typeof fingerprint>[1], 'place'> {
  if (place === undefined) return {};
  if (!isObject(place)) return fail();
  const { type, number, section, symbol, file, offset } = place;
  if (typeof type !== 'string' || typeof section !== 'string' || typeof symbol !== 'string') return fail();
  if (typeof number !== 'number' || typeof offset !== 'string') return fail();
  return {
    place: { type, number, section, symbol, offset: 0n, ...(typeof file === 'string' ? { file } : {}) },
  };
}

function json(inputs: Inputs, path: string): unknown {
  try {
    return JSON.parse(Buffer.from(inputs.read(path)).toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new InputError(`${path}: it is no JSON: ${error.message}`);
    throw error;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
