/**
 * Addresses whose fields stand apart in many ways, as optimising compilers order instructions: rather than a loop for each way, one
 * that reads from its table how far each field is from the first.
 */
import type { PlacedField, WordGroup } from '../request.ts';

/** A group of which the table says where all fields but the first stand. */
export interface DisplacedGroup extends WordGroup {
  /** The fields, each `at` 0. */
  readonly fields: readonly PlacedField[];
  /** For each word, how far each field but the first is behind it, in units of 2 ** `shift` bytes. */
  readonly displacements: readonly (readonly number[])[];
  readonly shift: 0 | 2;
}

/** Bytes of another loop, less what it has to read more: about what it takes on any machine. */
const LOOP_BYTES = 80;
const READ_BYTES = 16;
/** What one byte with a sign holds, and the unit that it is of where bytes do not reach. */
const MOST = 0x7f;
const UNIT = 4;

export function isDisplaced(group: WordGroup): group is DisplacedGroup {
  return 'displacements' in group;
}

/** The groups, with those that differ only in where their fields stand put together where that takes fewer bytes. */
export function withShapesJoined(groups: readonly WordGroup[]): WordGroup[] {
  const kinds = new Map<string, WordGroup[]>();
  for (const group of groups) {
    const key =
      group.fields && isNear(group.fields) ? `${group.bytes} ${inOrder(group.fields).map(kindOf)}` : '';
    kinds.set(key, [...(kinds.get(key) ?? []), group]);
  }
  return [...kinds].flatMap(([key, shapes]) => {
    const fields = shapes[0]?.fields?.length ?? 0;
    const words = shapes.reduce((sum, group) => sum + group.words.length, 0);
    const cost = (fields - 1) * (words + READ_BYTES);
    return key === '' || (shapes.length - 1) * LOOP_BYTES <= cost ? shapes : [joined(shapes)];
  });
}

function joined(shapes: readonly WordGroup[]): DisplacedGroup {
  const [first] = shapes;
  if (!first) throw new RangeError('nothing to join');
  const all = shapes.flatMap(({ fields = [], words }) => {
    const [anchor, ...others] = inOrder(fields);
    const start = anchor?.at ?? 0;
    const displacements = others.map(({ at }) => at - start);
    return words.map(({ offset, value }) => ({ offset: offset + start, value, displacements }));
  });
  all.sort((a, b) => a.offset - b.offset);
  const reach = all.every(({ displacements }) => displacements.every((each) => Math.abs(each) <= MOST));
  const unit = reach ? 1 : UNIT;
  return {
    ...first,
    fields: inOrder(first.fields ?? []).map((field) => ({ ...field, at: 0 })),
    words: all.map(({ offset, value }) => ({ offset, value })),
    displacements: all.map(({ displacements }) => displacements.map((each) => each / unit)),
    shift: reach ? 0 : 2,
  };
}

function kindOf({ rule, plus = 0n }: PlacedField): string {
  return `${rule} ${plus}`;
}

/** Whether a byte says how far all fields are from the first. */
function isNear(fields: readonly PlacedField[]): boolean {
  const [anchor, ...others] = inOrder(fields);
  return others.every(({ at }) => {
    const distance = Math.abs(at - (anchor?.at ?? 0));
    return distance <= MOST * UNIT && distance % UNIT === 0;
  });
}

/** In an order that does not depend on where they stand, but among fields of one kind. */
function inOrder(fields: readonly PlacedField[]): PlacedField[] {
  const key = (field: PlacedField): string => kindOf(field);
  return [...fields].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.at - b.at));
}
