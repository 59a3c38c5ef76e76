/**
 * A small assembler for machines that Keystone lacks: the same source, two passes, with an encoder per machine.
 *
 * The first pass asks the encoder for every line with all labels where that line is, so that none is out of reach, and
 * only counts bytes: an instruction's size must not depend on where its labels are. Tests hold the encoders against
 * llvm-mc, or against GNU as where LLVM lacks the machine.
 */

export interface Encoder {
  readonly order: 'little' | 'big';
  /**
   * The bytes of one instruction that stands `at` bytes from the start.
   * @throws RangeError for an instruction it does not know, or an operand that does not fit
   */
  encode(
    mnemonic: string,
    operands: readonly string[],
    at: number,
    operandValue: OperandValue,
  ): readonly number[];
}

/**
 * The value of an operand: a number, or a label with an optional `+number` or `-number`, in bytes from the start.
 * @throws RangeError for anything else
 */
export type OperandValue = (text: string) => number;

/** An instruction and the line of the source that it is. */
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
  const labels = new Map<string, number>();
  /** Labels, and what `.set name, value` defines. */
  const known = new Map<string, number>();
  const instructions: OwnInstruction[] = [];
  const pass = (final: boolean): number[] => {
    const bytes: number[] = [];
    for (const line of lines) {
      const value = valuesAt(bytes.length, final ? known : undefined);
      const [, name, operand] = /^\.set\s+([A-Za-z_][A-Za-z0-9_]*),\s*(.*)$/.exec(line) ?? [];
      if (name !== undefined && operand !== undefined) {
        known.set(name, value(operand));
        continue;
      }
      const label = /^([A-Za-z_][A-Za-z0-9_]*):$/.exec(line)?.[1];
      if (label === undefined) {
        const offset = bytes.length;
        bytes.push(...encodeLine(encoder, line, offset, value));
        if (final && !line.startsWith('.'))
          instructions.push({ offset, size: bytes.length - offset, text: line });
        continue;
      }
      if (!final && labels.has(label)) throw new RangeError(`the label ${label} is defined twice`);
      labels.set(label, bytes.length);
      known.set(label, bytes.length);
    }
    return bytes;
  };
  pass(false);
  return { bytes: Uint8Array.from(pass(true)), labels, instructions };
}

function encodeLine(encoder: Encoder, line: string, at: number, value: OperandValue): readonly number[] {
  const [, mnemonic = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  const operands = rest === '' ? [] : rest.split(',').map((operand) => operand.trim());
  const size = DATA[mnemonic];
  try {
    if (size === undefined) return encoder.encode(mnemonic, operands, at, value);
    return operands.flatMap((operand) => dataBytes(value(operand), size, encoder.order));
  } catch (error) {
    throw new RangeError(`${line}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function dataBytes(value: number, size: number, order: Encoder['order']): number[] {
  const whole = BigInt.asUintN(size * 8, BigInt(value));
  const bytes = Array.from({ length: size }, (_, index) => Number((whole >> BigInt(8 * index)) & 0xffn));
  return order === 'little' ? bytes : bytes.reverse();
}

/** The operands of a line `at` bytes from the start; without `labels`, each label with its offset is taken to be there. */
function valuesAt(at: number, labels: ReadonlyMap<string, number> | undefined): OperandValue {
  return (text) => {
    if (/^-?(0x[0-9a-f]+|[0-9]+)$/i.test(text)) {
      return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
    }
    const [, label, sign, offset = '0'] =
      /^([A-Za-z_][A-Za-z0-9_]*)(?:\s*([+-])\s*(0x[0-9a-f]+|[0-9]+))?$/i.exec(text) ?? [];
    if (label === undefined) throw new RangeError(`${text} is neither a number nor a label`);
    if (!labels) return at;
    const known = labels.get(label);
    if (known === undefined) throw new RangeError(`there is no label ${label}`);
    return known + (sign === '-' ? -Number(offset) : Number(offset));
  };
}
