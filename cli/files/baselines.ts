/** Baselines: reports of before, whose findings are known. */
import { InputError } from '../../image/trouble/errors.ts';
import { fingerprintOf } from './fingerprints.ts';
import { type Inputs, type Most, nameOf } from './inputs.ts';
import { isObject, readJson } from './json-file.ts';

const WHAT = 'a baseline is a report of audit --format json';
const MOST: Most = {
  bytes: 0x1000_0000,
  otherwise: `is larger than a baseline may be, 0x10000000 bytes (256 MiB); write it without --all`,
};

/** The fingerprints of what a JSON report has found. @throws InputError when the file is no such report */
export function readBaseline(inputs: Inputs, path: string): Set<string> {
  const fail = (): never => {
    throw new InputError(`${nameOf(path)}: it is no such report: ${WHAT}; write one anew`);
  };
  const root = readJson(inputs, path, WHAT, MOST);
  if (!isObject(root) || !Array.isArray(root.files)) return fail();
  const known = new Set<string>();
  for (const report of root.files) {
    if (!isObject(report) || typeof report.file !== 'string') return fail();
    const { findings, knownFindings = [] } = report;
    if (!Array.isArray(findings) || !Array.isArray(knownFindings)) return fail();
    // A report that was made beside a baseline is a whole one itself.
    for (const finding of [...findings, ...knownFindings] as readonly unknown[]) {
      if (!isObject(finding) || typeof finding.rule !== 'string' || typeof finding.message !== 'string')
        return fail();
      known.add(
        fingerprintOf(report.file, {
          rule: finding.rule,
          message: finding.message,
          ...placeOf(finding.place, fail),
        }),
      );
    }
  }
  return known;
}

function placeOf(place: unknown, fail: () => never): Pick<Parameters<typeof fingerprintOf>[1], 'place'> {
  if (place === undefined) return {};
  if (!isObject(place)) return fail();
  const { type, number, section, symbol, file, offset } = place;
  if (typeof type !== 'string' || typeof section !== 'string' || typeof symbol !== 'string') return fail();
  if (typeof number !== 'number' || typeof offset !== 'string') return fail();
  return {
    place: { type, number, section, symbol, offset: 0n, ...(typeof file === 'string' ? { file } : {}) },
  };
}
