/** Policies: what a project has written down about its objects. */
import { checkPolicy, loadForPolicy, type Policy } from '../../image/gate/policy.ts';
import { closeText } from '../../image/trouble/close-names.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printableName } from '../../image/trouble/printable.ts';
import type { LoaderRequest } from '../../image/verdict.ts';
import { loaderRequest } from '../arguments.ts';
import { about, type Inputs, type Most } from './inputs.ts';
import { isObject, readJson, valueText } from './json-file.ts';

const KEYS = ['$schema', 'allow', 'deny', 'maxFixups', 'maxBytes', 'noAbsolute', 'loaders'];
const WHAT = 'a policy is one JSON object, as docs/policy.schema.json has it';
const MOST: Most = {
  bytes: 0x10_0000,
  otherwise: `is larger than a policy may be, 0x100000 bytes (1 MiB); ${WHAT}`,
};

/** A policy as docs/policy.schema.json has it. @throws InputError naming the file, and what is wrong in it */
export async function readPolicy(inputs: Inputs, path: string): Promise<Policy> {
  const root = readJson(inputs, path, WHAT, MOST);
  return about(path, async () => {
    const policy = policyOf(root);
    await loadForPolicy(policy);
    checkPolicy(policy);
    return policy;
  });
}

/** @throws InputError with all that is wrong */
function policyOf(root: unknown): Policy {
  if (!isObject(root)) throw new InputError(`it is ${valueText(root)}; ${WHAT}`);
  const troubles = Object.keys(root)
    .filter((key) => !KEYS.includes(key))
    .map((key) => {
      const name = printableName(JSON.stringify(key));
      return `a policy has no ${name}${closeText(key, KEYS)}; it has ${KEYS.join(', ')}`;
    });
  const list = (key: string): { readonly [key: string]: readonly string[] } => {
    const value = root[key];
    if (value === undefined) return {};
    if (!Array.isArray(value)) {
      troubles.push(`${key} is ${valueText(value)}; it takes a list of strings: ["…"]`);
      return {};
    }
    const strings = value.filter((each: unknown): each is string => typeof each === 'string' && each !== '');
    value.forEach((each: unknown, at) => {
      if (typeof each !== 'string' || each === '')
        troubles.push(`${key}[${at}] is ${valueText(each)}; it takes names`);
    });
    return { [key]: strings };
  };
  const number = (key: string): { readonly [key: string]: number } => {
    const value = root[key];
    if (value === undefined) return {};
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return { [key]: value };
    troubles.push(`${key} is ${valueText(value)}; it takes a whole number from 0 to 2^53 - 1`);
    return {};
  };
  const { loaders: named } = list('loaders');
  const loaders = named?.flatMap((text, at): LoaderRequest[] => {
    const request = loaderRequest(text);
    if (typeof request !== 'string') return [request];
    troubles.push(`loaders[${at}]: ${request}`);
    return [];
  });
  // Without one, nobody would be asked whether he takes the file, relocator neither.
  if (named?.length === 0) troubles.push('loaders is empty; leave it out, or name one');
  const policy = {
    ...list('allow'),
    ...list('deny'),
    ...list('noAbsolute'),
    ...number('maxFixups'),
    ...number('maxBytes'),
    ...(loaders ? { loaders } : {}),
  };
  if (troubles.length > 0) throw new InputError(troubles);
  return policy;
}
