/** Instruction selection for x86_64 and i386: a rule's value, check and store, from X = S + A in %rax and P in %rdi. */
import { limits } from '../../../relocator-dsl/check.ts';
import { isWholeWord } from '../../../relocator-dsl/field.ts';
import { recordForm } from '../../../relocator-dsl/record.ts';
import type { Rule } from '../../../relocator-dsl/rule.ts';
import type { BeaconAccess } from '../../machine.ts';
import { subtracted } from '../../selection/difference.ts';

/** The failure code, in %eax, to an address or a port; what is in %rdi stays. */
export function x86Beacon(wordBits: 32 | 64): BeaconAccess {
  return {
    store: (address, bytes) => {
      const at = `0x${address.toString(16)}`;
      const code = bytes === 1 ? '%al' : '%eax';
      if (wordBits === 32) return [`mov ${code}, ${at}`];
      const brought = address < 1n << 32n ? `mov $${at}, %ecx` : `movabs $${at}, %rcx`;
      return [brought, `mov ${code}, (%rcx)`];
    },
    port: (port) => {
      const at = `0x${port.toString(16)}`;
      return port < 0x100 ? [`outb %al, $${at}`] : [`mov $${at}, %edx`, 'outb %al, %dx'];
    },
  };
}

/** Instructions of the handler for `rule`; `got` is the GOT's offset from the load base. */
export function x86Handler(rule: Rule, wordBits: 32 | 64, got: number): string[] {
  const wide = wordBits === 64;
  const reg = (name: string): string => (wide ? `%r${name}` : `%e${name}`);
  const lines: string[] = [];
  const minus = subtracted(rule, recordForm(rule).tree, ['place', 'got']);
  if (minus === 'place') lines.push(`sub ${reg('di')}, ${reg('ax')}`);
  if (minus === 'got') {
    lines.push(`lea 0x${got.toString(16)}(${reg('bx')}), ${reg('cx')}`, `sub ${reg('cx')}, ${reg('ax')}`);
  }
  lines.push(...x86Check(rule, wordBits), ...x86Store(rule, wordBits));
  return lines;
}

function x86Check(rule: Rule, wordBits: 32 | 64): string[] {
  const { range, multipleOf } = rule.check;
  if (multipleOf) throw new RangeError(`${rule.name}: no alignment check on this machine`);
  if (!range || (range.bits === wordBits && range.kind !== 'either')) return [];
  const wide = wordBits === 64;
  const [x, t] = wide ? ['%rax', '%rcx'] : ['%eax', '%ecx'];
  const narrow = { 8: '%al', 16: '%ax', 32: '%eax' }[range.bits];
  if (!narrow) throw new RangeError(`${rule.name}: no ${range.bits}-bit check on this machine`);
  const fail = [`cmp ${t}, ${x}`, 'jne overflow'];
  const suffix = range.bits === 8 ? 'b' : range.bits === 16 ? 'w' : 'l';
  const wordSuffix = wide ? 'q' : 'l';
  switch (range.kind) {
    case 'signed':
      return [`movs${suffix}${wordSuffix} ${narrow}, ${t}`, ...fail];
    case 'unsigned':
      return [range.bits === 32 ? 'mov %eax, %ecx' : `movz${suffix}l ${narrow}, %ecx`, ...fail];
    case 'either': {
      const { min, max } = limits(range);
      if (range.bits === 32) throw new RangeError(`${rule.name}: no 32-bit either-check on this machine`);
      // -2^(n-1) <= X < 2^n  is  X + 2^(n-1) < 3 * 2^(n-1), unsigned.
      return [
        `lea 0x${(-min).toString(16)}(${x}), ${t}`,
        `cmp $0x${(max - min).toString(16)}, ${t}`,
        'jae overflow',
      ];
    }
  }
}

function x86Store(rule: Rule, wordBits: 32 | 64): string[] {
  if (!isWholeWord(rule.field))
    throw new RangeError(`${rule.name}: only whole words can be stored on this machine`);
  if (rule.field.bytes * 8 > wordBits) throw new RangeError(`${rule.name}: wider than the machine's word`);
  const store = { 1: 'stosb', 2: 'stosw', 3: undefined, 4: 'stosl', 8: 'stosq', 16: undefined }[
    rule.field.bytes
  ];
  if (!store) throw new RangeError(`${rule.name}: no ${rule.field.bytes}-byte store on this machine`);
  return [store];
}
