/** Code that is in no file, but made here as linkers make it. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { SHF, SHT } from '../elf/constants.ts';
import type { Section } from '../elf/types.ts';
import { writeContainer } from '../memory/bytes.ts';

/** Bytes of an instruction of the machines for which code is made. */
export const INSTRUCTION = 4;

/** Instructions in the machine's order of bytes. */
export function machineCode(instructions: readonly number[], { instructionOrder }: Machine): Uint8Array {
  const data = new Uint8Array(instructions.length * INSTRUCTION);
  for (const [index, word] of instructions.entries()) {
    writeContainer(data, index * INSTRUCTION, INSTRUCTION, instructionOrder, BigInt(word >>> 0));
  }
  return data;
}

/** A section of it. */
export function codeSection(name: string, index: number, data: Uint8Array, { code }: Machine): Section {
  return {
    index,
    name,
    made: true,
    type: SHT.PROGBITS,
    flags: SHF.ALLOC | SHF.EXECINSTR,
    address: 0n,
    size: data.length,
    alignment: code.alignment,
    link: 0,
    info: 0,
    entrySize: 0,
    data,
  };
}
