/**
 * Encoders as tables. A row says how an instruction is written and which of its bits are fixed; the names of operands in
 * it stand for what the table says of them. A mnemonic may have several rows: the first that takes the operands is the
 * instruction.
 */
import { insert } from '../../relocator-dsl/field.ts';
import { fieldValue, type Operand } from './operands.ts';
import { bytesOf, type Encoder, type Line, operandsOf } from './own.ts';

/**
 * An instruction as it is written, such as `lda Ra, offset(Rb)`, and its fixed bits. Words that name no operand are
 * written as they stand here; `±` is in front of numbers that are written with their sign, `+ 8` or `- 8`.
 */
export type Row = readonly [form: string, opcode: number];

export interface InstructionTable {
  readonly order: Encoder['order'];
  /** Bytes of an instruction with these fixed bits; all rows of a mnemonic have as many. */
  readonly size: (opcode: number) => 2 | 4;
  readonly operands: Readonly<Record<string, Operand>>;
  readonly rows: readonly Row[];
}

/** Rows of instructions with the same operands; `place` brings their numbers to where they stand. */
export function rows(
  operands: string,
  numbers: Readonly<Record<string, number>>,
  place = (number: number): number => number,
): Row[] {
  return Object.entries(numbers).map(([name, number]) => [`${name} ${operands}`.trim(), place(number)]);
}

/** The encoder that `table` describes. */
export function encoderOf(table: InstructionTable): Encoder {
  const forms = new Map<string, Form[]>();
  const value = valueLooks(table);
  for (const [text, opcode] of table.rows) {
    const { mnemonic, operands } = operandsOf(text);
    const patterns = operands.map((each) => patternOf(each, table, value));
    forms.set(mnemonic, [...(forms.get(mnemonic) ?? []), { opcode, patterns }]);
  }
  const formsOf = (mnemonic: string): readonly Form[] => {
    const found = forms.get(mnemonic);
    if (!found) throw new RangeError(`there is no encoding for ${mnemonic}`);
    return found;
  };
  return {
    order: table.order,
    sizeOf: (mnemonic) => Math.max(...formsOf(mnemonic).map(({ opcode }) => table.size(opcode))),
    encode(line) {
      const refused = new Set<string>();
      for (const form of writtenAs(formsOf(line.mnemonic), line)) {
        try {
          return encoded(form, line, table);
        } catch (error) {
          if (!(error instanceof RangeError)) throw error;
          refused.add(error.message);
        }
      }
      throw new RangeError([...refused].join('; '));
    },
  };
}

/** A row, taken apart. */
interface Form {
  readonly opcode: number;
  readonly patterns: readonly Pattern[];
}

/** What stands between two commas of a row. */
interface Pattern {
  /** What messages call it. */
  readonly title: string;
  /** How a source has it. */
  readonly looks: RegExp;
  readonly operands: readonly (readonly [name: string, operand: Operand])[];
}

/** Numbers and labels that are added and subtracted, but no registers. */
function valueLooks({ operands }: InstructionTable): string {
  const registers = Object.values(operands).flatMap((operand) =>
    operand.kind === 'register' ? [...operand.registers.numbers.keys()] : [],
  );
  return `(?!(?:${[...new Set(registers)].map(escaped).join('|')})\\b)[\\w\\s+-]+`;
}

function patternOf(text: string, { operands }: InstructionTable, value: string): Pattern {
  const named: [string, Operand][] = [];
  // Words are at odd places.
  const parts = text.split(/(\w+)/);
  const looks = parts.map((part, index) => {
    const operand = operands[part];
    if (!operand) return part.replace('±', '').split(/\s+/).map(escaped).join('\\s*');
    named.push([part, operand]);
    if (operand.kind === 'register') return `(${operand.registers.like})`;
    return parts[index - 1]?.includes('±') ? `([+-]${value})` : `(${value})`;
  });
  const only = operands[text];
  const title = only?.kind === 'register' ? only.registers.title : text;
  return { title, looks: new RegExp(`^${looks.join('')}$`), operands: named };
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');
}

/**
 * The forms that look like the line.
 * @throws RangeError if there is none
 */
function writtenAs(forms: readonly Form[], { mnemonic, operands }: Line): readonly Form[] {
  let left = forms.filter(({ patterns }) => patterns.length === operands.length);
  if (left.length === 0) {
    const counts = new Set(forms.map(({ patterns }) => patterns.length));
    throw new RangeError(`${mnemonic} has ${[...counts].join(' or ')} operands`);
  }
  for (const [index, operand] of operands.entries()) {
    const titles = new Set(left.map(({ patterns }) => patterns[index]?.title));
    left = left.filter(({ patterns }) => patterns[index]?.looks.test(operand));
    if (left.length === 0) throw new RangeError(`${operand} is no ${[...titles].join(' or ')}`);
  }
  return left;
}

/** @throws RangeError for an operand that does not fit */
function encoded({ opcode, patterns }: Form, line: Line, { order, size }: InstructionTable): number[] {
  const values = new Map<string, bigint>();
  const bytes = size(opcode);
  let word = BigInt.asUintN(8 * bytes, BigInt(opcode));
  for (const [index, { looks, operands }] of patterns.entries()) {
    const [, ...texts] = looks.exec(line.operands[index] ?? '') ?? [];
    for (const [part, [name, operand]] of operands.entries()) {
      const text = texts[part] ?? '';
      const value = fieldValue(operand, text, line.at, line.value);
      const most = operand.kind === 'number' ? values.get(operand.notAbove ?? '') : undefined;
      if (most !== undefined && value > most) throw new RangeError(`${text} is above ${most}`);
      values.set(name, value);
      word = insert(operand.field, word, value);
    }
  }
  return bytesOf(word, bytes, order);
}
