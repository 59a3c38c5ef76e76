/** What the loader or the builder puts into symbols: no fixup may stand there, and nothing else may change. */
import { describe, expect, it } from 'vitest';
import {
  applyAt,
  auditObject,
  type BuildOptions,
  buildImage,
  OWN_LOADER_WRITES,
  ownPurgatories,
  ownPurgatory,
} from '../../index.ts';
import { NARROW, PLAIN } from '../machines/samples.ts';
import { gnuObject } from '../support/gnu-object.ts';

const OBJECT = gnuObject(
  PLAIN,
  `.globl purgatory_start, entry, pair, tail, nothing, zeros, number
  .text
  purgatory_start: nop
  .data
  .balign 8
  before: .quad purgatory_start
  entry: .quad purgatory_start
  .size entry, 8
  pair: .quad 0x1122334455667788
  .size pair, 8
  tail: .long 0
  .size tail, 12
  .quad purgatory_start
  nothing: .quad purgatory_start
  number: .long 0
  .size number, 4
  local: .long 0
  .size local, 4
  .bss
  zeros: .skip 8
  .size zeros, 8`,
);

const BASE = 0x12_3000n;

describe('--loader-writes', () => {
  it('leaves no fixup in the symbol: what the loader wrote stays, all else slides', async () => {
    const plain = (await buildImage(OBJECT)).map;
    const { blob, map } = await buildImage(OBJECT, { loaderWrites: ['entry'] });
    expect(plain.fixups).toHaveLength(4);
    expect(map.fixups).toHaveLength(3);
    expect(map.dropped).toMatchObject([{ type: 'R_X86_64_64', inside: 'entry' }]);
    const at = map.symbols.find(({ name }) => name === 'entry')?.offset ?? 0;
    const written = blob.slice();
    new DataView(written.buffer).setBigUint64(at, 0xdead_beefn, true);
    const view = new DataView(applyAt(written, map, BASE).buffer);
    expect(view.getBigUint64(at - map.imageOffset, true)).toBe(0xdead_beefn);
    expect(view.getBigUint64(at - 8 - map.imageOffset, true)).toBe(BASE + BigInt(map.entry));
  });

  it('takes a word with it that begins in the symbol and ends behind it', async () => {
    const { map } = await buildImage(OBJECT, { loaderWrites: ['tail'] });
    expect(map.dropped).toMatchObject([{ inside: 'tail' }]);
  });

  it.each([
    ['missing', /--loader-writes missing: the image has no such global symbol; name one/],
    ['local', /--loader-writes local: it is local to its file/],
    ['nothing', /--loader-writes nothing: the symbol has no size; give it one with \.size/],
  ])('refuses %s', async (name, message) => {
    await expect(buildImage(OBJECT, { loaderWrites: [name] })).rejects.toThrow(message);
  });
});

describe('--loader-writes of a family', () => {
  /** A purgatory that one loader would take, with an address in a symbol that both tell, and one beside it. */
  const purgatoryOf = (regions: string): Uint8Array =>
    gnuObject(
      PLAIN,
      `.globl purgatory_start, ${regions}, entry64_regs
      .text
      purgatory_start: nop
      .data
      .balign 8
      ${regions}: .skip 256
      .size ${regions}, 256
      entry64_regs: .skip 128
      .quad purgatory_start
      .size entry64_regs, 136
      .quad purgatory_start`,
    );
  const [ofLinux, ofKexecTools] = [purgatoryOf('purgatory_sha_regions'), purgatoryOf('sha256_regions')];

  it.each([
    ['linux', ofLinux, ['purgatory_sha_regions', 'entry64_regs']],
    ['kexec-tools', ofKexecTools, ['sha256_regions', 'entry64_regs']],
  ] as const)('%s leaves alone what its purgatories are told', async (family, object, written) => {
    const { map } = await buildImage(object, { loaderWrites: family });
    expect(map.fixups).toHaveLength(1);
    expect(map.dropped).toMatchObject([{ type: 'R_X86_64_64', inside: 'entry64_regs' }]);
    expect([...(map.loaderWrites ?? [])].sort()).toEqual([...written].sort());
    const audited = auditObject(object, { loaderWrites: family }).entries;
    expect(audited.map(({ class: kind }) => kind)).toContain('loader writes');
  });

  it.each([
    ['linux', ofKexecTools, 'kexec-tools'],
    ['kexec-tools', ofLinux, 'linux'],
    ['relocator', ofKexecTools, 'kexec-tools'],
    ['linux', ownPurgatory(PLAIN), 'relocator'],
  ] as const)('%s is refused for a purgatory of another', async (family, object, other) => {
    const message = new RegExp(
      `--loader-writes ${family}: this is a purgatory of ${other}, without .*; name ${other}`,
    );
    await expect(buildImage(object, { loaderWrites: family })).rejects.toThrow(message);
    expect(() => auditObject(object, { loaderWrites: family })).toThrow(message);
  });

  it('linux is refused where it has no purgatory', async () => {
    await expect(buildImage(ownPurgatory(NARROW), { loaderWrites: 'linux' })).rejects.toThrow(
      /Linux has no purgatory of its own for .*; name kexec-tools or relocator, or symbols one by one/,
    );
  });

  it.each(ownPurgatories())(
    'of %s, ours: relocator is all that --list has; kexec-tools what it knows',
    async (arch) => {
      const written = async (loaderWrites: BuildOptions['loaderWrites']): Promise<string[]> =>
        [...((await buildImage(ownPurgatory(arch), { loaderWrites })).map.loaderWrites ?? [])].sort();
      expect(await written('relocator')).toEqual([...OWN_LOADER_WRITES].sort());
      const common = ['sha256_digest', 'sha256_regions', 'skip_checks'];
      const fromKexecTools = await written('kexec-tools');
      expect(fromKexecTools).toEqual(expect.arrayContaining(common));
      expect(OWN_LOADER_WRITES.filter((name) => fromKexecTools.includes(name)).sort()).toEqual(common);
    },
  );
});

describe('--set', () => {
  it('stores numbers in the order of the machine, with the size of the symbol', async () => {
    const set = new Map([
      ['pair', 0x0102_0304_0506_0708n],
      ['number', -2n],
    ]);
    const { blob, map } = await buildImage(OBJECT, { set });
    const bytes = (name: string): Uint8Array => {
      const { offset, size } = map.symbols.find((symbol) => symbol.name === name) ?? { offset: 0, size: 0 };
      return blob.subarray(offset, offset + size);
    };
    expect([...bytes('pair')]).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect([...bytes('number')]).toEqual([0xfe, 0xff, 0xff, 0xff]);
  });

  it.each([
    ['missing', 1n, /--set missing: the image has no such global symbol/],
    ['local', 1n, /it is local to its file, .*--globalize-symbol=local/],
    ['nothing', 1n, /the symbol has no size/],
    ['zeros', 1n, /it is in \.bss, which has no contents/],
    ['number', 1n << 32n, /0x100000000 does not fit its 4 bytes/],
    ['pair', new Uint8Array(7), /it has 8 bytes, the value has 7/],
    ['entry', 1n, /R_X86_64_64 against .* in \.data at 0x8 is inside it/],
  ] as const)('refuses %s: %s', async (name, value, message) => {
    await expect(buildImage(OBJECT, { set: new Map([[name, value]]) })).rejects.toThrow(message);
  });

  it('may fill what the loader would write', async () => {
    const both = { loaderWrites: ['entry'], set: new Map([['entry', 5n]]) };
    const { blob, map } = await buildImage(OBJECT, both);
    const at = map.symbols.find(({ name }) => name === 'entry')?.offset ?? 0;
    expect(new DataView(applyAt(blob, map, BASE).buffer).getBigUint64(at - map.imageOffset, true)).toBe(5n);
  });
});
