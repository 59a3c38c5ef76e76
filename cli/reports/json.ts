/** A report as JSON; its schema is docs/audit.schema.json. */
import type { AuditPlace } from '../../image/audit-places.ts';
import type { Finding } from '../../image/gate/findings.ts';
import { printableJson } from '../../image/trouble/printable.ts';
import { headOf } from '../tell.ts';
import { type FileReport, hex, type Report } from './report.ts';
import { summaryOf } from './summary.ts';

export function jsonReport(report: Report): string {
  const { files, passedOver, all } = report;
  const root = {
    ...headOf('audit'),
    summary: summaryOf(report),
    files: files.map(fileOf),
    ...(all ? { passedOver } : {}),
  };
  return printableJson(JSON.stringify(root, null, 2));
}

function fileOf({ file, audit, findings, known }: FileReport): unknown {
  return {
    file,
    ...(audit === undefined
      ? {}
      : {
          arch: audit.arch,
          entries: audit.entries.map((entry) => ({
            ...entry,
            first: placeOf(entry.first),
          })),
          loaders: audit.loaders.map(({ label: _, ...loader }) => loader),
          ...(audit.places ? { places: audit.places.map(placeOf) } : {}),
        }),
    findings: findings.map(findingOf),
    known: known.length,
    ...(known.length === 0 ? {} : { knownFindings: known.map(findingOf) }),
  };
}

function placeOf(place: Pick<AuditPlace, 'offset' | 'address'>): unknown {
  const { offset, address } = place;
  return { ...place, offset: hex(offset), address: address === undefined ? undefined : hex(address) };
}

function findingOf({ kind, rule, message, remedy, place, offsets }: Finding): unknown {
  return {
    kind,
    rule,
    message,
    remedy,
    ...(place === undefined ? {} : { place: placeOf(place) }),
    offsets: offsets.map(hex),
  };
}
