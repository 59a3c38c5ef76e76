/** A report as JSON; its schema is docs/audit.schema.json. */
import { type AuditPlace, type Finding, printableJson } from '../../index.ts';
import type { FileReport, Report } from './report.ts';

export function jsonReport({ files, all }: Report): string {
  return printableJson(
    JSON.stringify(
      files.map((file) => fileOf(file, all)),
      null,
      2,
    ),
  );
}

function fileOf({ file, audit, findings, known }: FileReport, all: boolean): unknown {
  return {
    file,
    ...(audit === undefined
      ? {}
      : {
          arch: audit.arch,
          entries: audit.entries.map((entry) => ({
            ...entry,
            first: { ...entry.first, offset: hex(entry.first.offset) },
          })),
          loaders: audit.verdicts.map(({ loader, release, whole, refused }) => {
            return { loader: loader.name, release, takes: whole === undefined && refused.length === 0 };
          }),
          ...(all ? { places: audit.places.map(placeOf) } : {}),
        }),
    findings: findings.map(findingOf),
    known,
  };
}

function placeOf({ offset, ...place }: AuditPlace): unknown {
  return { ...place, offset: hex(offset) };
}

function findingOf({ kind, rule, message, remedy, place, offsets }: Finding): unknown {
  return {
    kind,
    rule,
    message,
    remedy,
    ...(place === undefined ? {} : { place: { ...place, offset: hex(place.offset) } }),
    offsets: offsets.map(hex),
  };
}

function hex(value: bigint): string {
  return `0x${value.toString(16)}`;
}
