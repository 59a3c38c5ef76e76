/** A report as SARIF 2.1.0 (OASIS), which code scanners and editors read. */
import { createHash } from 'node:crypto';
import { type Finding, fingerprint } from '../../image/gate/findings.ts';
import { printableJson } from '../../image/trouble/printable.ts';
import { type FileReport, findingText, type Report } from './report.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export function sarifReport({ version, files }: Report): string {
  const results = files.flatMap((report) => report.findings.map((finding) => resultOf(report, finding)));
  const rules = [...new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)))].sort();
  const log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'relocator',
            semanticVersion: version,
            rules: rules.map((id) => ({ id, shortDescription: { text: describe(id) } })),
          },
        },
        artifacts: files.map(({ file }) => ({ location: { uri: uriOf(file) } })),
        results,
      },
    ],
  };
  return printableJson(JSON.stringify(log, null, 2));
}

function resultOf({ file }: FileReport, finding: Finding): unknown {
  const { rule, place, offsets } = finding;
  const logical = place && [
    { name: place.symbol || place.section, fullyQualifiedName: `${place.section}:${place.symbol}` },
  ];
  const [offset] = offsets;
  return {
    ruleId: rule,
    level: 'error',
    message: { text: findingText(finding) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) } },
        ...(logical ? { logicalLocations: logical } : {}),
      },
    ],
    partialFingerprints: {
      'relocator/v1': createHash('sha256').update(fingerprint(file, finding)).digest('hex'),
    },
    properties: {
      ...(place ? { type: place.type, section: place.section, symbol: place.symbol } : {}),
      ...(offset === undefined ? {} : { offset: `0x${offset.toString(16)}`, count: offsets.length }),
    },
  };
}

/** A path as a relative or file URI, every character that has a meaning in one escaped. */
function uriOf(file: string): string {
  const path = file.split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
}

function describe(rule: string): string {
  const [kind, name] = rule.split('/');
  switch (kind) {
    case 'refused':
      return 'A relocation that relocator cannot do';
    case 'build':
      return 'What keeps an image from being built';
    case 'undefined':
      return 'A symbol that nobody defines';
    case 'loader':
      return `A relocation that ${name} does not do, or does to something else`;
    case 'policy':
      return `A relocation that the policy does not admit (${name})`;
    default:
      return 'An input that cannot be audited';
  }
}
