/** Objects with more relocations than anybody writes down. */
import type { Machine } from '../../relocator-dsl/machine.ts';
import { elfWords } from './elf-words.ts';
import { CODE, DATA, relocatable } from './relocatable.ts';

const SHT_RELA = 4;
const SHT_REL = 9;

/** An object whose .data has `count` relocations of a type against `purgatory_start`, `step` bytes apart. */
export function manyRelocations(machine: Machine, type: number, count: number, step: number): Uint8Array {
  const data = new Uint8Array(count * step + 64);
  const base = relocatable(
    machine,
    [
      { name: '.text', flags: CODE, data: new Uint8Array(16) },
      { name: '.data', flags: DATA, data, relocations: [{ offset: 0, type, symbol: 'purgatory_start' }] },
    ],
    [{ name: 'purgatory_start', value: 0n, size: 16n, place: '.text' }],
  );
  const { wide, half, full, word } = elfWords(base);
  const [table, size, sections] = [Number(word(wide ? 40 : 32)), half(wide ? 58 : 46), half(wide ? 60 : 48)];
  const header = Array.from({ length: sections }, (_, index) => table + index * size).find((at) =>
    [SHT_RELA, SHT_REL].includes(full(at + 4)),
  );
  if (header === undefined) throw new RangeError('the object has no relocations');
  const [offsetAt, sizeAt] = [header + (wide ? 24 : 16), header + (wide ? 32 : 20)];
  const entry = base.subarray(Number(word(offsetAt)), Number(word(offsetAt)) + Number(word(sizeAt)));
  const start = Math.ceil(base.length / 8) * 8;
  const file = new Uint8Array(start + count * entry.length);
  file.set(base);
  const { view, little } = elfWords(file);
  const put = (at: number, value: number): void => {
    if (wide) view.setBigUint64(at, BigInt(value), little);
    else view.setUint32(at, value, little);
  };
  for (let index = 0; index < count; index++) {
    file.set(entry, start + index * entry.length);
    put(start + index * entry.length, index * step);
  }
  put(offsetAt, start);
  put(sizeAt, count * entry.length);
  return file;
}
