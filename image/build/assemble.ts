/** The blob of an image whose prologue has been generated, and what there is to say of it. */
import type { PlacedField, WordContent } from '../../codegen/request.ts';
import { insertPlainly, splitFields } from '../../codegen/selection/split.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { ImageSource } from '../input/source.ts';
import { digestOf } from '../map/digest.ts';
import { readField, writeField } from '../memory/container.ts';
import { placeText } from '../trouble/troubles.ts';
import type { Attempt } from './attempt.ts';
import { mapOf } from './draw-map.ts';
import type { BuildSummary, BuiltWithSource } from './types.ts';

export function assembleImage(source: ImageSource, attempt: Attempt): BuiltWithSource {
  const { layout, resolved, settings, prologue } = attempt;
  const blob = new Uint8Array(layout.size);
  blob.set(resolved.image, layout.imageOffset);
  blob.set(prologue.bytes);
  for (const { offset, bytes } of settings) blob.set(bytes, offset);
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const little = source.architecture.machine.dataOrder === 'little';
  for (const [offset, content] of prologue.words) {
    if (content.fields) writeFields(blob, offset, content, content.fields, source.architecture);
    else if (content.bytes === 8) view.setBigUint64(offset, content.value, little);
    else view.setUint32(offset, Number(content.value), little);
  }
  const drawn = mapOf(source, attempt);
  const map = { ...drawn, digest: digestOf(blob, drawn) };
  return { blob, map, summary: summaryOf(source, attempt), prologue, source, layout, settings };
}

/** What the prologue reads out of the fields that hold a word in parts. */
function writeFields(
  blob: Uint8Array,
  offset: number,
  { value }: WordContent,
  fields: readonly PlacedField[],
  architecture: Architecture,
): void {
  const { machine } = architecture;
  for (const { at, field } of splitFields(architecture, fields)) {
    const old = readField(blob, offset + at, field, 0n, machine);
    writeField(blob, offset + at, field, 0n, machine, insertPlainly(field, old, value));
  }
}

function summaryOf(source: ImageSource, attempt: Attempt): BuildSummary {
  const { resolved, prologue, fixups, words, dropped, alignment, bases } = attempt;
  const counts = new Map<string, number>();
  const count = ({ name }: Rule): void => {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  for (const { application } of fixups) count(application.rule);
  for (let index = 0; index < words.count; index++) count(words.ruleAt(index));
  return {
    settled: resolved.settled + source.rewritten,
    relaxed: source.relaxed,
    keptAddresses: source.keptAddresses,
    slots: source.slots,
    notes: [...source.notes, ...beaconNotes(attempt)],
    fixups: counts,
    dropped: dropped.length,
    codeSize: prologue.codeSize - (prologue.table.offset < prologue.codeSize ? prologue.table.size : 0),
    tableSize: prologue.table.size,
    loadAlign: alignment.bytes,
    loadAlignBecause: alignment.why,
    bases: {
      min: bases.min,
      max: bases.max,
      minBecause: bases.minBecause && placeText(bases.minBecause.application.origin),
      maxBecause: bases.maxBecause && placeText(bases.maxBecause.application.origin),
    },
  };
}

/** A beacon that nobody will see. */
function beaconNotes({ beacon, prologue }: Attempt): string[] {
  if (!beacon || prologue.labels.has('stop')) return [];
  return [
    'nothing stops this prologue, so there is no beacon in it; --checked has it test whether its base is aligned',
  ];
}
