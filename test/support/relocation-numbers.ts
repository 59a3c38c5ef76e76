/** An object with one relocation of every number, for readers to say what they call each. */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { toolchainOf } from '../machines/index.ts';
import { build, join, relocation, symbol } from './elf-builder.ts';

const SHT_PROGBITS = 1;
const SHT_SYMTAB = 2;
const SHT_STRTAB = 3;
const SHT_RELA = 4;
const SHT_REL = 9;
const CODE = 6n;
/** More than any psABI uses, where the number has more than 8 bits. */
const MANY = 1300;

/** How many numbers the object of a machine has, from 0 on. */
export function numbersOf({ machine }: Architecture): number {
  const narrow = machine.wordBits === 32 || machine.elf?.threeTypes || machine.elf?.secondAddend;
  return narrow ? 256 : MANY;
}

export function objectOfAllNumbers(architecture: Architecture): Uint8Array {
  const { machine } = architecture;
  const wide = machine.wordBits === 64;
  const shape = {
    wide,
    little: machine.dataOrder === 'little',
    threeTypes: machine.elf?.threeTypes === true,
  };
  const explicit = machine.addends === 'explicit';
  const entries = Array.from({ length: numbersOf(architecture) }, (_, type) =>
    relocation(shape, 0n, 0, type, explicit ? 0n : undefined),
  );
  const alignment = 8n;
  return build({
    ...shape,
    machine: machine.elfMachine,
    ...toolchainOf(machine.arch).elfHeader,
    sections: [
      { name: '.text', type: SHT_PROGBITS, flags: CODE, data: new Uint8Array(16), alignment },
      {
        name: '.symtab',
        type: SHT_SYMTAB,
        link: 3,
        info: 1,
        entrySize: wide ? 24 : 16,
        data: symbol(shape, 0, 0n, 0, 0),
        alignment,
      },
      { name: '.strtab', type: SHT_STRTAB, data: new Uint8Array(1) },
      {
        name: explicit ? '.rela.text' : '.rel.text',
        type: explicit ? SHT_RELA : SHT_REL,
        link: 2,
        info: 1,
        entrySize: (wide ? 8 : 4) * (explicit ? 3 : 2),
        data: join(...entries),
        alignment,
      },
    ],
  }).bytes;
}

/** What readelf calls each number of such an object; those that it does not know are left out. */
export function namesOf(output: string, { machine }: Architecture): Map<number, string> {
  const lines = output.matchAll(/^\s*[0-9a-f]{8,16}\s+([0-9a-f]{8,16})\s+(R_\w+)/gm);
  const mask =
    machine.wordBits === 32 || machine.elf?.threeTypes || machine.elf?.secondAddend ? 0xffn : 0xffffffffn;
  return new Map([...lines].map(([, info, name = '']) => [Number(BigInt(`0x${info}`) & mask), name]));
}
