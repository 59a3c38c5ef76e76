import { describe, expect, it } from 'vitest';
import { architectures } from '../../../relocator-dsl/arch/index.ts';
import {
  contractText,
  type EntryContract,
  other,
  range,
  register,
  registers,
  registersIn,
  wordAt,
} from '../../../relocator-dsl/entry.ts';

const CONTRACT: EntryContract = {
  sigil: '%',
  preserved: [range('a', 0, 3, 'arguments'), register('sp'), wordAt('sp', 8), range('s', 0, 1)],
  clobbered: [...registers('t1', 't3'), other('flags')],
  stackPointer: 'sp',
  state: 'asleep',
  failure: { register: 't1' },
};

describe('contractText', () => {
  it('spells registers, and ranges by their ends', () => {
    expect(contractText(CONTRACT)).toEqual({
      preserved: '%a0 to %a3 (arguments), %sp, the word at 8(%sp), %s0, %s1',
      clobbered: '%t1, %t3, flags',
      stack: 'none is used',
      state: 'asleep',
      leaving: undefined,
      failure: 'code in %t1, then a jump to itself',
      codeRegister: '%t1',
      placeRegister: undefined,
    });
  });

  it('marks what is written as in assembly', () => {
    const { sigil: _, ...plain } = CONTRACT;
    const { preserved, clobbered } = contractText(plain, '`');
    expect(preserved).toBe('`a0` to `a3` (arguments), `sp`, the word at `8(sp)`, `s0`, `s1`');
    expect(clobbered).toBe('`t1`, `t3`, flags');
  });

  it('tells the stack that is written, the register of the entry and that of the place', () => {
    const text = contractText({
      ...CONTRACT,
      stack: { bytes: 4, purpose: 'once' },
      entryRegister: 't3',
      promises: [{ register: 'a0', to: 'descriptor' }],
      failure: { register: 't1', place: 't3' },
    });
    expect(text.clobbered).toBe('%t1, %t3, flags, the 4 bytes below %sp');
    expect(text.stack).toBe('4 writable bytes below %sp, once');
    expect(text.leaving).toBe(
      "%t3 holds the entry's address; %a0 holds the pointer of the entry's descriptor, if one names it",
    );
    expect(text.failure).toBe('code in %t1, then a jump to itself; after an overflow %t3 is the place');
    expect(text.placeRegister).toBe('%t3');
  });
});

it('a range of one register, or backwards, is none', () => {
  expect(() => range('x', 3, 3)).toThrow(/x3 to x3 is no range/);
  expect(() => range('x', 3, 1)).toThrow(/x3 to x1 is no range/);
});

describe.each(architectures.map(({ machine }) => [machine.arch, machine.entry] as const))(
  'the contract of %s',
  (_arch, { preserved, clobbered, stackPointer, entryRegister, failure }) => {
    it('names no register twice', () => {
      const named = [...registersIn(preserved), ...registersIn(clobbered)];
      expect(named.filter((name, index) => named.indexOf(name) !== index)).toEqual([]);
    });

    it('preserves what it finds memory by, and overwrites what it leaves results in', () => {
      const bases = preserved.flatMap((part) => (part.kind === 'word' ? [part.base] : []));
      expect(registersIn(preserved)).toEqual(expect.arrayContaining([stackPointer, ...bases]));
      const results = [entryRegister, failure.register, failure.place].filter((name) => name !== undefined);
      expect(registersIn(clobbered)).toEqual(expect.arrayContaining(results));
      expect(failure.place).not.toBe(failure.register);
    });
  },
);
