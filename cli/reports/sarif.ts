/** A report as SARIF 2.1.0 (OASIS), which code scanners and editors read. */
import { createHash } from 'node:crypto';
import type { AuditPlace } from '../../image/audit-places.ts';
import type { Finding } from '../../image/gate/findings.ts';
import { printableJson } from '../../image/trouble/printable.ts';
import { fingerprintOf } from '../files/fingerprints.ts';
import { type FileReport, FULL, findingText, hex, placeText, type Report } from './report.ts';
import { summaryOf, summaryText } from './summary.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function sarifReport(report: Report): string {
  const { version, files, passedOver, all } = report;
  const found = files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  const told = files.flatMap(({ audit }) => (audit?.places ?? []).map(({ class: is }) => relocationRule(is)));
  const rules = [...new Set([...found, ...told])].sort();
  const numbers = new Map(rules.map((rule, at) => [rule, at]));
  const numbered = (rule: string) => ({ ruleId: rule, ruleIndex: numbers.get(rule) });
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'relocator',
            semanticVersion: version,
            rules: rules.map(ruleOf),
          },
        },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [
              { level: 'note', message: { text: `${summaryText(report)}.` } },
              ...(all ? passedOver.map(({ path, why }) => passedOverNote(path, why)) : []),
            ],
          },
        ],
        artifacts: files.map(artifactOf),
        results: files.flatMap((file, index) => [
          ...file.findings.map((finding) => ({
            ...numbered(finding.rule),
            ...resultOf(file, index, finding, all),
          })),
          ...(file.audit?.places ?? []).map((place) => ({
            ...numbered(relocationRule(place.class)),
            ...relocationOf(file, index, place),
          })),
        ]),
        properties: { summary: summaryOf(report) },
      },
    ],
  };
  return printableJson(JSON.stringify(log, null, 2));
}

function artifactOf({ file, audit, known }: FileReport): object {
  return {
    location: { uri: uriOf(file) },
    roles: ['analysisTarget'],
    properties: { ...(audit ? { machine: audit.arch } : {}), known: known.length },
  };
}

type Where = Pick<AuditPlace, 'section' | 'file' | 'symbol' | 'offset'>;

function resultOf({ file }: FileReport, index: number, finding: Finding, all: boolean): object {
  const { place, offsets } = finding;
  const [offset] = offsets;
  const more = place && all ? offsets.slice(1).map((at) => ({ ...place, offset: at })) : [];
  return {
    level: 'error',
    message: { text: `${findingText(finding, false, FULL)}.` },
    locations: [locationOf(file, index, place)],
    ...(more.length === 0
      ? {}
      : { relatedLocations: more.map((each, at) => ({ id: at + 1, ...locationOf(file, index, each) })) }),
    partialFingerprints: {
      'relocator/v1': createHash('sha256').update(fingerprintOf(file, finding)).digest('hex'),
    },
    properties: {
      ...(place ? { type: place.type, section: place.section, symbol: place.symbol } : {}),
      ...(offset === undefined ? {} : { offset: hex(offset), count: offsets.length }),
    },
  };
}

/** A relocation that is told because all of them are asked for. */
function relocationOf({ file }: FileReport, index: number, place: AuditPlace): object {
  return {
    kind: 'informational',
    level: 'none',
    message: { text: `${place.type} at ${placeText(place, FULL)}: ${place.class}.` },
    locations: [locationOf(file, index, place)],
    properties: { type: place.type, section: place.section, symbol: place.symbol, offset: hex(place.offset) },
  };
}

/** A file, and the place in it; of files that were put together, the one that the place is in. */
function locationOf(file: string, index: number, place: Where | undefined): object {
  const artifactLocation = { uri: uriOf(file), index };
  if (!place) return { physicalLocation: { artifactLocation } };
  return {
    physicalLocation: {
      artifactLocation,
      address: { fullyQualifiedName: placeText({ ...place, symbol: '' }, FULL) },
    },
    logicalLocations: [
      { name: place.symbol || place.section, fullyQualifiedName: `${place.section}:${place.symbol}` },
    ],
  };
}

function passedOverNote(path: string, why: string): unknown {
  return {
    level: 'note',
    message: { text: `Passed over, as all ${why}.` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  };
}

/** A path as a relative or file URI, every character that has a meaning in one escaped. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}

const RELOCATION = 'relocation';

function relocationRule(is: AuditPlace['class']): string {
  return `${RELOCATION}/${is.replaceAll(' ', '-')}`;
}

function ruleOf(id: string): object {
  const { what, help } = describe(id);
  const text = `${what}.`;
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text: `${help}.` } };
}

/** What a rule finds, and what to do about it. */
function describe(rule: string): { readonly what: string; readonly help: string } {
  const [kind, name = ''] = rule.split('/');
  switch (kind) {
    case 'refused':
      return {
        what: 'A relocation that relocator cannot do',
        help: 'The result names the flag or the change that avoids it; relocator explain tells about its type',
      };
    case 'build':
      return {
        what: 'What keeps an image from being built',
        help: 'The result tells what is missing; relocator build says the same',
      };
    case 'undefined':
      return {
        what: 'A symbol that nobody defines',
        help: 'Define it, add the library that has it, or name it with --late if the loader fills it in',
      };
    case 'loader':
      return {
        what: `A relocation that ${name} does not do, or does to something else`,
        help: 'The result names the flag that avoids it, or the release that knows it; an image of relocator needs neither',
      };
    case 'policy':
      return {
        what: `A relocation that the policy does not admit (${name})`,
        help: 'Change the code or the flags that ask for it, or the policy',
      };
    case RELOCATION:
      return {
        what: `A relocation of the class "${name.replaceAll('-', ' ')}"`,
        help: 'Nothing is wrong with it; it is told because --all asks for every relocation',
      };
    default:
      return {
        what: 'An input that cannot be audited',
        help: 'Compile it, repair it, or leave it out',
      };
  }
}
