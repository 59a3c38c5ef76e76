/**
 * A small assembler for machines that Keystone lacks or knows in part: the same source, with an encoder per machine.
 *
 * The first pass only counts bytes: by mnemonics, or, where sizes depend on operands, as if all labels were where each line
 * is, so that none is out of reach. Others follow until every label stays where it was: two in all where the size of an
 * instruction does not depend on its labels, more where branches grow with their distance. Tests hold the encoders against
 * llvm-mc or GNU as.
 */

/** One instruction of a source, where it is, and what is known there. */
export interface Line {
  readonly mnemonic: string;
  readonly operands: readonly string[];
  /** Bytes from the start. */
  readonly at: number;
  readonly value: OperandValue;
  /** Bytes it had before labels moved, or 0: one whose size depends on a label has as many or more. */
  readonly least: number;
}

export interface Encoder {
  readonly order: 'little' | 'big';
  /**
   * Bytes of an instruction, where that does not depend on its operands: the first pass then counts without asking for
   * them, as it must where an instruction cannot reach its own place.
   * @throws RangeError for an instruction it does not know
   */
  sizeOf?(mnemonic: string): number;
  /**
   * The bytes of one instruction.
   * @throws RangeError for an instruction it does not know, or an operand that does not fit
   */
  encode(line: Line): readonly number[];
}

/**
 * The value of an operand: numbers and labels, in bytes from the start, added and subtracted.
 * @throws RangeError for anything else
 */
export type OperandValue = (text: string) => number;

/** An instruction, or data among them, and the line of the source that it is. */
export interface OwnInstruction {
  readonly offset: number;
  readonly size: number;
  readonly text: string;
}

export interface OwnAssembled {
  readonly bytes: Uint8Array;
  readonly instructions: readonly OwnInstruction[];
  /** Offset of each label from the first byte. */
  readonly labels: ReadonlyMap<string, number>;
}

/** A comma that is not in parentheses. */
const OUTER_COMMA = /,(?![^()]*\))/;

/** Passes after which the labels of a source must stay where they are. */
const MAX_PASSES = 16;

const DATA: Readonly<Record<string, number>> = {
  '.byte': 1,
  '.half': 2,
  '.short': 2,
  '.long': 4,
  '.word': 4,
  '.quad': 8,
};

/**
 * Assembles `text`, which holds no comments.
 * @throws RangeError naming the line that cannot be assembled
 */
export function assembleWith(encoder: Encoder, text: string): OwnAssembled {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  let before: Pass | undefined;
  for (let count = 0; count < MAX_PASSES; count++) {
    const pass = assembleOnce(encoder, lines, before);
    if (before && pass.places.every(({ at, size }, line) => isAt(before?.places[line], at, size)))
      return pass;
    before = pass;
  }
  throw new RangeError(`the sizes of instructions do not settle in ${MAX_PASSES} passes`);
}

interface Place {
  readonly at: number;
  readonly size: number;
}

function isAt(place: Place | undefined, at: number, size: number): boolean {
  return place?.at === at && place.size === size;
}

interface Pass extends OwnAssembled {
  /** Labels, and what `.set name, value` defines. */
  readonly known: ReadonlyMap<string, number>;
  /** Where each line was. */
  readonly places: readonly Place[];
}

/** One pass, in which every line, and every label, is taken to be where the one before put it. */
function assembleOnce(encoder: Encoder, lines: readonly string[], before: Pass | undefined): Pass {
  const labels = new Map<string, number>();
  const known = new Map(before?.known);
  const instructions: OwnInstruction[] = [];
  const places: Place[] = [];
  const bytes: number[] = [];
  for (const [index, line] of lines.entries()) {
    const offset = bytes.length;
    const { at, size: least } = before?.places[index] ?? { at: offset, size: 0 };
    const value = valuesAt(at, before && known);
    const label = /^([A-Za-z_][A-Za-z0-9_]*):$/.exec(line)?.[1];
    const [, name, operand] = /^\.set\s+([A-Za-z_][A-Za-z0-9_]*),\s*(.*)$/.exec(line) ?? [];
    if (label !== undefined) {
      if (labels.has(label)) throw new RangeError(`the label ${label} is defined twice`);
      labels.set(label, offset);
    } else if (name !== undefined && operand !== undefined) {
      known.set(name, value(operand));
    } else {
      try {
        bytes.push(...encodeLine(encoder, { ...operandsOf(line), at, value, least }, before === undefined));
      } catch (error) {
        throw new RangeError(`${line}: ${error instanceof Error ? error.message : String(error)}`);
      }
      const size = bytes.length - offset;
      if (size > 0) instructions.push({ offset, size, text: line });
    }
    places.push({ at: offset, size: bytes.length - offset });
  }
  return {
    bytes: Uint8Array.from(bytes),
    labels,
    instructions,
    places,
    known: new Map([...known, ...labels]),
  };
}

/** The mnemonic of a line and its operands. */
export function operandsOf(line: string): Pick<Line, 'mnemonic' | 'operands'> {
  const [, mnemonic = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  return { mnemonic, operands: rest === '' ? [] : rest.split(OUTER_COMMA).map((operand) => operand.trim()) };
}

/** @param first nothing is known of any label */
function encodeLine(encoder: Encoder, line: Line, first: boolean): readonly number[] {
  const { mnemonic, operands, at, value } = line;
  const size = DATA[mnemonic];
  if (mnemonic === '.balign') return fillBytes(operands.map(value), at);
  if (size !== undefined)
    return operands.flatMap((operand) => bytesOf(BigInt(value(operand)), size, encoder.order));
  if (first && encoder.sizeOf) return Array.from({ length: encoder.sizeOf(mnemonic) }, () => 0);
  return encoder.encode(line);
}

/** What `.balign boundary, fill` puts `at` bytes from the start; assemblers would fill code with instructions otherwise. */
function fillBytes([boundary = 0, fill]: readonly number[], at: number): number[] {
  if (!(boundary > 0) || fill === undefined)
    throw new RangeError('it has a boundary and a byte to fill with');
  return Array.from({ length: (boundary - (at % boundary)) % boundary }, () => fill);
}

/** The lowest `size` bytes of `value`. */
export function bytesOf(value: bigint, size: number, order: Encoder['order']): number[] {
  const whole = BigInt.asUintN(size * 8, value);
  const bytes = Array.from({ length: size }, (_, index) => Number((whole >> BigInt(8 * index)) & 0xffn));
  return order === 'little' ? bytes : bytes.reverse();
}

/** Numbers and labels that are added or subtracted. */
const SUM = /^[+-]?\s*(?:0x[0-9a-f]+|\d+|[a-z_]\w*)(?:\s*[+-]\s*(?:0x[0-9a-f]+|\d+|[a-z_]\w*))*$/i;
const TERM = /([+-]?)\s*(0x[0-9a-f]+|\d+|[a-z_]\w*)/gi;
const NUMBER = /^[0-9]/;

/** The operands of a line `at` bytes from the start; without `labels`, each label with its offset is taken to be there. */
function valuesAt(at: number, labels: ReadonlyMap<string, number> | undefined): OperandValue {
  return (text) => {
    if (!SUM.test(text)) throw new RangeError(`${text} is neither a number nor a label`);
    const terms = [...text.matchAll(TERM)].map(([, sign, term = '']) => ({ sign, term }));
    if (!labels && terms.some(({ term }) => !NUMBER.test(term))) return at;
    return terms.reduce((sum, { sign, term }) => {
      const known = NUMBER.test(term) ? Number(term) : labels?.get(term);
      if (known === undefined) throw new RangeError(`there is no label ${term}`);
      return sign === '-' ? sum - known : sum + known;
    }, 0);
  };
}
