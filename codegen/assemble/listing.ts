/**
 * Listings: offset, bytes and instruction, as Capstone reads the bytes back. It shares no code with the assembler's
 * input, so a listing shows what the processor will see and not what the source meant. Where Capstone lacks the machine
 * a listing shows the lines of the source, and tests hold them against what llvm-mc or objdump reads.
 */
import type { CapstoneInstance, CapstoneModule } from '@alexaltea/capstone-js';
import { type Assembler, modesOf } from './engines.ts';
import type { OwnInstruction } from './own.ts';

let module: Promise<CapstoneModule> | undefined;
const instances = new Map<Assembler, CapstoneInstance>();

/** @throws RangeError for a machine that Capstone lacks */
async function instanceFor(assembler: Assembler): Promise<CapstoneInstance> {
  const known = instances.get(assembler);
  if (known) return known;
  if (!assembler.capstone) throw new RangeError('Capstone does not know this machine');
  // Large, and few need it.
  module ??= import('@alexaltea/capstone-js').then(({ default: capstone }) => capstone());
  const cs = await module;
  const instance = new cs.Capstone(cs[assembler.capstone.arch], modesOf(cs, assembler.capstone));
  if ('attSyntax' in assembler && assembler.attSyntax) instance.option(cs.OPT_SYNTAX, cs.OPT_SYNTAX_ATT);
  instances.set(assembler, instance);
  return instance;
}

export interface Listed {
  /** Code, and data behind it. */
  readonly bytes: Uint8Array;
  /** Bytes of code. */
  readonly codeSize: number;
  /** Offsets of labels in the code. */
  readonly labels: ReadonlyMap<string, number>;
  /** For machines that Capstone lacks. */
  readonly instructions?: readonly OwnInstruction[] | undefined;
}

/** The instructions of the code: as Capstone reads them, or as they were written. */
async function instructionsOf(assembler: Assembler, listed: Listed): Promise<readonly OwnInstruction[]> {
  const { bytes, codeSize, instructions } = listed;
  if (!assembler.capstone && instructions) return instructions.filter(({ offset }) => offset < codeSize);
  return readBack(assembler, bytes.subarray(0, codeSize));
}

/**
 * The instructions that Capstone reads, up to the first bytes that are none to it.
 * @throws RangeError for a machine that Capstone lacks
 */
export async function readBack(assembler: Assembler, code: Uint8Array): Promise<OwnInstruction[]> {
  const instance = await instanceFor(assembler);
  let offset = 0;
  return instance.disasm(code, 0).map(({ size, mnemonic, op_str }) => {
    offset += size;
    return { offset: offset - size, size, text: `${mnemonic} ${op_str}`.trimEnd() };
  });
}

const DATA_ROW = 8;
const BYTES_WIDTH = 30;

/**
 * One line for each instruction, with the labels above theirs, then the data in rows of 8 bytes.
 * @throws RangeError when the code holds something that is no instruction
 */
export async function listing(assembler: Assembler, listed: Listed): Promise<string> {
  const { bytes, codeSize, labels } = listed;
  const lines: string[] = [];
  const namesAt = new Map<number, string[]>();
  for (const [name, offset] of labels) namesAt.set(offset, [...(namesAt.get(offset) ?? []), name]);
  const row = (offset: number, size: number, text: string): void => {
    for (const name of namesAt.get(offset) ?? []) lines.push(`${name}:`);
    const part = [...bytes.subarray(offset, offset + size)].map((byte) => byte.toString(16).padStart(2, '0'));
    const place = offset.toString(16).padStart(4, '0');
    lines.push(`${place}  ${part.join(' ').padEnd(BYTES_WIDTH)} ${text}`.trimEnd());
  };
  let end = 0;
  for (const { offset, size, text } of await instructionsOf(assembler, listed)) {
    if (offset !== end) break;
    const [, mnemonic = '', operands = ''] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
    row(end, size, `${mnemonic.padEnd(7)} ${operands}`);
    end += size;
  }
  if (end !== codeSize) throw new RangeError(`no instruction at 0x${end.toString(16)}`);
  for (let offset = codeSize; offset < bytes.length; offset += DATA_ROW) {
    row(offset, Math.min(DATA_ROW, bytes.length - offset), '(data)');
  }
  return `${lines.join('\n')}\n`;
}
