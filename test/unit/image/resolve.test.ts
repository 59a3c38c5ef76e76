import { describe, expect, it } from 'vitest';
import type { Relocation } from '../../../image/elf/types.ts';
import { type Resolved, resolve, wordFixup } from '../../../image/fixups/resolve.ts';
import { openObject } from '../../../image/input/object.ts';
import type { SourceOptions } from '../../../image/input/source.ts';
import { models } from '../../../reference-model/index.ts';
import { PARTED, PLAIN } from '../../machines/samples.ts';
import { architectureOf } from '../../support/architecture.ts';
import { ALLOC, EXEC, inSection, object, type SymbolSpec } from '../../support/object-builder.ts';

const IMAGE_OFFSET = 64;
const R_64 = 1;
const R_PC32 = 2;
const R_32 = 10;
const R_GOTPCREL = 9;
const R_8 = 14;
const R_SIZE64 = 33;
const R_REX_GOTPCRELX = 42;

/** `.text` of 16 bytes with `mov 0(%rip), %rax` first, and `.data` of 16 bytes, relocated as told. */
function resolved(
  text: readonly Relocation[],
  symbols: readonly SymbolSpec[],
  data: readonly Relocation[] = [],
  options: SourceOptions = {},
): Resolved {
  const architecture = architectureOf(PLAIN);
  const model = models.get(PLAIN);
  if (!model) throw new Error(`no model of ${PLAIN}`);
  const code = [0x48, 0x8b, 0x05, ...new Array<number>(13).fill(0xff)];
  const elf = object(
    [
      { name: '.text', flags: ALLOC | EXEC, alignment: 16, data: code, relocations: text },
      { name: '.data', alignment: 16, data: new Array<number>(16).fill(0xff), relocations: data },
      { name: '.eh_frame', data: [0, 0, 0, 0] },
    ],
    symbols,
  );
  const source = openObject(elf, architecture, model, options);
  return resolve(source, source.place(IMAGE_OFFSET));
}

function at(offset: number, type: number, addend = 0n, symbol = 1): Relocation {
  return { offset: BigInt(offset), type, symbol, addend };
}

const variable: SymbolSpec = { name: 'variable', place: inSection(2), value: 8n };

function word(image: Uint8Array, offset: number): bigint {
  return new DataView(image.buffer).getBigUint64(offset, true);
}

describe('resolve', () => {
  it('settles what does not move and leaves what does', () => {
    const { image, fixups, words, settled } = resolved([at(3, R_PC32, -4n), at(8, R_64, 2n)], [variable]);
    expect(settled).toBe(1);
    expect(new DataView(image.buffer).getInt32(3, true)).toBe(64 + 16 + 8 - 4 - (64 + 3));
    expect(fixups).toEqual([]);
    expect(words.count).toBe(1);
    expect(wordFixup(words, 0)).toMatchObject({ coefficient: 1n, value: 90n, linear: true });
    expect(word(image, 8)).toBe(90n);
  });

  it('keeps absolute symbols where they are: a distance to them moves', () => {
    const absolute: SymbolSpec = { name: 'console', place: { kind: 'absolute' }, value: 0x3f8n };
    const { image, fixups, settled } = resolved([at(8, R_64)], [absolute], [at(0, R_PC32)]);
    expect(settled).toBe(1);
    expect(word(image, 8)).toBe(0x3f8n);
    expect(fixups[0]).toMatchObject({ coefficient: -1n });
  });

  it('takes weak undefined symbols as 0 and refuses strong ones by name', () => {
    const missing: SymbolSpec = { name: 'missing', place: { kind: 'undefined' } };
    expect(word(resolved([at(8, R_64, 5n)], [{ ...missing, binding: 'weak' }]).image, 8)).toBe(5n);
    expect(() => resolved([at(8, R_64)], [missing])).toThrow(
      /R_X86_64_64 against missing in \.text at 0x8: it is undefined; .*--late missing/,
    );
  });

  it('leaves late symbols to the loader', () => {
    const late: SymbolSpec = { name: 'firmware', place: { kind: 'undefined' } };
    const { fixups } = resolved([at(8, R_64)], [late], [], { late: ['firmware'] });
    expect(fixups[0]?.application.target).toEqual({ kind: 'late', name: 'firmware' });
    expect(() => resolved([], [variable], [], { late: ['variable'] })).toThrow(
      /--late variable: the object defines/,
    );
    const twice = { late: ['firmware', 'nowhere', 'firmware'] };
    expect(() => resolved([at(8, R_64)], [late], [], twice)).toThrow(
      /--late firmware: it is named twice\n--late nowhere: .*no undefined symbol of that name/,
    );
    expect(() => resolved([], [late], [], { late: ['firmware'] })).toThrow(
      /--late firmware: no relocation of the image refers to it/,
    );
    const table: SymbolSpec = { name: '_GLOBAL_OFFSET_TABLE_', place: { kind: 'undefined' } };
    expect(() => resolved([at(8, R_64)], [table], [], { late: [table.name] })).toThrow(
      /relocator makes that table itself/,
    );
  });

  it('settles the size of a late symbol, which no address changes', () => {
    const late: SymbolSpec = { name: 'firmware', place: { kind: 'undefined' }, size: 24n };
    const { image, fixups } = resolved([at(8, R_SIZE64, 2n)], [late], [], { late: ['firmware'] });
    expect(fixups).toEqual([]);
    expect(word(image, 8)).toBe(26n);
  });

  it('relaxes GOT accesses where it may, and makes one slot for the others', () => {
    const relaxed = resolved([at(3, R_REX_GOTPCRELX, -4n)], [variable]);
    expect(relaxed.image[1]).toBe(0x8d);
    expect(relaxed.fixups).toHaveLength(0);
    const through = resolved([at(3, R_GOTPCREL, -4n), at(8, R_GOTPCREL, -4n)], [variable]);
    expect(through.image).toHaveLength(40);
    expect(word(through.image, 32)).toBe(88n);
    expect(through.fixups.map(({ application }) => application.offset)).toEqual([96]);
    expect(new DataView(through.image.buffer).getInt32(3, true)).toBe(96 - 4 - 67);
  });

  it('checks settled values at full width', () => {
    const far: SymbolSpec = { name: 'far', place: { kind: 'absolute' }, value: 1n << 32n };
    expect(() => resolved([at(8, R_32)], [far])).toThrow(
      /R_X86_64_32 against far in \.text at 0x8.*0x100000000/,
    );
  });

  it('reads addends in whole words, sign-extended, and refuses those in instructions (SHT_REL)', () => {
    const inPlace = { ...at(8, R_PC32), addend: undefined };
    // The field holds -1; S + A - P by hand.
    expect(new DataView(resolved([inPlace], [variable]).image.buffer).getInt32(8, true)).toBe(
      64 + 16 + 8 - 1 - (64 + 8),
    );
    const architecture = architectureOf(PARTED);
    const model = models.get(PARTED);
    if (!model) throw new Error(`no model of ${PARTED}`);
    const adrp = { offset: 0n, type: 275, symbol: 1, addend: undefined };
    const code = { name: '.text', flags: ALLOC | EXEC, data: [0, 0, 0, 0x90], relocations: [adrp] };
    const elf = object([code], [{ name: 'here', place: inSection(1) }]);
    expect(() =>
      openObject({ ...elf, machine: architecture.machine.elfMachine }, architecture, model, {}),
    ).toThrow(
      /R_AARCH64_ADR_PREL_PG_HI21 against here in \.text at 0x0: its addend stands in the instruction/,
    );
  });

  it('says of which section there would have to be a bound', () => {
    const bound: SymbolSpec = { name: '__start_table', place: { kind: 'undefined' } };
    expect(() => resolved([at(8, R_64)], [bound])).toThrow(
      /against __start_table .*the image has no section table/,
    );
  });

  it('refuses relocations that overlap, naming both', () => {
    expect(() => resolved([at(4, R_64), at(8, R_64)], [variable])).toThrow(
      /at 0x4 and .* at 0x8 patch the same bytes/,
    );
    expect(() => resolved([at(4, R_64), at(4, R_64)], [variable])).toThrow(/patch the same bytes/);
    expect(() => resolved([at(3, R_REX_GOTPCRELX, -4n), at(1, R_8)], [variable])).toThrow(
      /R_X86_64_8 .* at 0x1: it patches a byte of the instruction that R_X86_64_REX_GOTPCRELX .* at 0x3 rewrites/,
    );
  });

  it('refuses what reaches past the end, points into dropped sections, or is thread-local; all at once', () => {
    const frame: SymbolSpec = { name: 'frame', place: inSection(3) };
    const local: SymbolSpec = { name: 'errno', place: inSection(2), type: 6 };
    const bad = [at(9, R_64), at(0, R_64, 0n, 2), at(0, R_PC32, 0n, 3), at(0, 999)];
    const attempt = (): Resolved => resolved(bad, [variable, frame, local]);
    expect(attempt).toThrow(/at 0x9: its 8 bytes reach past the end/);
    expect(attempt).toThrow(/against frame .*\.eh_frame is left out/);
    expect(attempt).toThrow(/against errno .*thread-local/);
    expect(attempt).toThrow(/type 999/);
  });
});
