/** The registers of a jump in real mode as the code of Debian's purgatories loads them, which no emulator here runs. */
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../../relocator-dsl/own-purgatory.ts';
import { placedMembers } from '../../../relocator-dsl/told.ts';
import { fetchPurgatories } from '../../../scripts/debian-purgatories.ts';
import { architectureOf } from '../../support/architecture.ts';
import { inFolder } from '../../support/folder.ts';
import { run } from '../../support/run.ts';

const PURGATORIES = fetchPurgatories().filter(({ name }) => name === 'amd64' || name === 'i386');
const AT = 0x1_0000;

/** Where each register is loaded from, in bytes from the structure, in the order of the code. */
function loads(
  path: string,
  emulation: string,
  entry: string,
  symbol: string,
): (readonly [string, number])[] {
  return inFolder((file) => {
    run(['ld'], ['-m', emulation, '-e', 'purgatory_start', `-Ttext=${AT}`, '-o', file('linked'), path]);
    const addresses = new Map(
      [...run(['nm', file('linked')]).matchAll(/^([0-9a-f]+) . (\w+)$/gm)].map(
        ([, address = '', name = '']) => [name, Number.parseInt(address, 16)] as const,
      ),
    );
    const [base = 0, at = 0] = [addresses.get(entry), addresses.get(symbol)];
    const text = ['-j', '.text', '-d', '-M', 'i8086', `--start-address=${at - 0x80}`, `--stop-address=${at}`];
    const lines = run(['objdump', ...text, file('linked')]).split('\n');
    return lines.flatMap((line): (readonly [string, number])[] => {
      const found = /mov +0x([0-9a-f]+),%(\w+)$/.exec(line);
      return found ? [[found[2] ?? '', Number.parseInt(found[1] ?? '', 16) + base - at]] : [];
    });
  });
}

describe.each(PURGATORIES)("Debian's $name", ({ arch, name, path }) => {
  test.each([
    ['entry16', 'entry16_regs'],
    ['entry16_debug', 'entry16_debug_regs'],
  ])('%s loads %s in the order that is told, and edi over esi', (entry, symbol) => {
    const told = toldBy('kexec-tools', architectureOf(arch).machine) ?? [];
    const structure = told.find((each) => each.name === symbol)?.structure;
    if (!structure) throw new Error(`nobody is told ${symbol}`);
    const offsets = new Map(placedMembers(structure).map((member) => [member.name, member.offset]));
    const registers = ['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'esp', 'ebp', 'es', 'ss', 'fs', 'gs', 'ds'];
    const expected = registers.map((each) => [each === 'edi' ? 'esi' : each, offsets.get(each)]);
    expect(loads(path, name === 'i386' ? 'elf_i386' : 'elf_x86_64', entry, symbol)).toEqual(expected);
  });
});
