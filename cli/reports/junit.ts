/**
 * A report as JUnit's XML: a test suite for each file, and a test case for each type, or for what is wrong; first a suite that
 * has the summary as its properties.
 */
import type { Finding } from '../../image/gate/findings.ts';
import { printable } from '../../image/trouble/printable.ts';
import { type FileReport, FULL, findingText, placeText, type Report } from './report.ts';
import { summaryOf, summaryText } from './summary.ts';

export function junitReport(report: Report): string {
  const suites = [summarySuite(report), ...report.files.map((file) => fileSuite(file, report.all))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="relocator audit" ${countsOf(suites.flatMap(({ cases }) => cases))}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly properties: readonly (readonly [string, string | number])[];
  readonly cases: readonly Case[];
  /** Its output, by lines. */
  readonly out: readonly string[];
}

interface Case {
  readonly name: string;
  readonly result?: { readonly kind: 'failure' | 'error' | 'skipped'; readonly attributes: string };
  /** What stands in its result. */
  readonly text?: string;
}

function summarySuite(report: Report): Suite {
  const { machines, passedOver, ...counts } = summaryOf(report);
  return {
    name: 'summary',
    properties: [
      ['relocator', report.version],
      ...Object.entries(counts),
      ...machines.map(({ name, files }) => [`machine ${name}`, files] as const),
      ...passedOver.map(({ name, files }) => [`passed over: ${name}`, files] as const),
    ],
    cases: report.all ? report.passedOver.map(({ path, why }) => skipped(path, why)) : [],
    out: [summaryText(report)],
  };
}

function skipped(path: string, why: string): Case {
  return { name: path, result: { kind: 'skipped', attributes: attribute('message', `all ${why}`) } };
}

function fileSuite({ file, audit, findings, known }: FileReport, all: boolean): Suite {
  const faulty = new Set(findings.map(({ place }) => place?.type));
  const sound = [...new Set(audit?.entries.map(({ name }) => name))].filter((name) => !faulty.has(name));
  return {
    name: file,
    properties: [...(audit ? [['machine', audit.arch] as const] : []), ['known', known.length]],
    cases: [...sound.map((name) => ({ name })), ...findings.map((finding) => findingCase(finding, all))],
    out: (audit?.places ?? []).map((place) => `${place.class}: ${place.type} at ${placeText(place, FULL)}`),
  };
}

/** What could not be audited is an error, what was found in the audit a failure. */
function findingCase(finding: Finding, all: boolean): Case {
  const { kind, rule, message, place } = finding;
  return {
    name: `${rule}: ${place?.type ?? 'file'}`,
    result: {
      kind: kind === 'file' ? 'error' : 'failure',
      attributes: `${attribute('type', rule)} ${attribute('message', message)}`,
    },
    text: findingText(finding, all, FULL),
  };
}

function suiteLines({ name, properties, cases, out }: Suite): string[] {
  return [
    `  <testsuite ${attribute('name', name)} ${countsOf(cases)}>`,
    '    <properties>',
    ...properties.map(
      ([key, value]) => `      <property ${attribute('name', key)} ${attribute('value', `${value}`)}/>`,
    ),
    '    </properties>',
    ...cases.flatMap((each) => caseLines(name, each)),
    ...(out.length === 0 ? [] : [`    <system-out>${out.map(escaped).join('\n')}</system-out>`]),
    '  </testsuite>',
  ];
}

function caseLines(suite: string, { name, result, text = '' }: Case): string[] {
  const head = `    <testcase ${attribute('classname', suite)} ${attribute('name', name)}`;
  if (!result) return [`${head}/>`];
  const { kind, attributes } = result;
  return [`${head}>`, `      <${kind} ${attributes}>${escaped(text)}</${kind}>`, '    </testcase>'];
}

function countsOf(cases: readonly Case[]): string {
  const count = (kind: string): number => cases.filter(({ result }) => result?.kind === kind).length;
  return [
    attribute('tests', `${cases.length}`),
    attribute('failures', `${count('failure')}`),
    attribute('errors', `${count('error')}`),
    attribute('skipped', `${count('skipped')}`),
  ].join(' ');
}

function attribute(name: string, value: string): string {
  return `${name}="${escaped(value)}"`;
}

/** Text as XML has it; characters that no XML may have are written out. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
