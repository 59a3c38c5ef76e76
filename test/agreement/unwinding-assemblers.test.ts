/** What C++ and Rust leave for unwinding, as compilers write it: it is no part of an image that nobody unwinds. */
import { describe, expect, it } from 'vitest';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { buildImage, type ImageMap } from '../../index.ts';
import { FAMILIES } from '../machines/index.ts';
import { PLAIN } from '../machines/samples.ts';
import { gnuObject } from '../support/gnu-object.ts';

const MACHINES = FAMILIES.flatMap(({ toolchains }) => Object.keys(toolchains).filter(hasPrologue));

/** Like `g++ -fPIC` and `rustc`; .dc.a is a word with an address everywhere. `more` is behind the word of the entry. */
function source(unwinding: string, more = ''): string {
  return `
    .globl purgatory_start, other
    .text
    .balign 16
    purgatory_start: .space 16
    ${more}
    other: .space 16
    ${unwinding}
    .data
    .balign 8
    .dc.a purgatory_start
  `;
}

/** Names of the pointers' sections: gcc's, clang's and rustc's, and gcc's where data is small. */
const PREFIXES = ['.data.rel.local', '.data', '.sdata'];

const unwinding = (prefix: string): string => `
    .section .gcc_except_table,"a",%progbits
    .balign 4
    table: .byte 0xff, 0x9b, 0x1d, 1
    .dc.a other
    .dc.a DW.ref._ZTIi
    .section .gcc_except_table.other,"a",%progbits
    .dc.a table
    .hidden DW.ref.__gxx_personality_v0, DW.ref._ZTIi
    .weak DW.ref.__gxx_personality_v0, DW.ref._ZTIi
    .section ${prefix}.DW.ref.__gxx_personality_v0,"awG",%progbits,DW.ref.__gxx_personality_v0,comdat
    .balign 8
    DW.ref.__gxx_personality_v0: .dc.a __gxx_personality_v0
    .section ${prefix}.DW.ref._ZTIi,"awG",%progbits,DW.ref._ZTIi,comdat
    .balign 8
    DW.ref._ZTIi: .dc.a _ZTIi
    .section .eh_frame,"a",%progbits
    .balign 8
    .dc.a DW.ref.__gxx_personality_v0, table, other
  `;

const namesOf = ({ sections }: ImageMap): string[] => sections.map(({ name }) => name);

describe.each(MACHINES)('%s', (arch) => {
  it.each(PREFIXES)('leaves out tables of handlers, and pointers to routines in %s', async (prefix) => {
    const plain = await buildImage(gnuObject(arch, source('')));
    const { blob, map } = await buildImage(gnuObject(arch, source(unwinding(prefix))));
    expect(namesOf(map)).toEqual(namesOf(plain.map));
    expect(Buffer.from(blob).toString('hex')).toBe(Buffer.from(plain.blob).toString('hex'));
  });
});

describe('tables and pointers for unwinding', () => {
  it('stay where what is kept refers to them, and what they refer to with them', async () => {
    const object = gnuObject(PLAIN, source(unwinding('.data'), '.dc.a table'));
    await expect(buildImage(object)).rejects.toThrow(
      /^R_\w+ against _ZTIi in \.data\.DW\.ref\._ZTIi at 0x0: it is undefined; /,
    );
    await expect(buildImage(object)).rejects.not.toThrow(/__gxx_personality_v0/);
    const { map } = await buildImage(object, { late: ['_ZTIi'] });
    expect(namesOf(map)).toEqual(['.text', '.data', '.gcc_except_table', '.data.DW.ref._ZTIi', '.bss']);
  });

  it('stay if they are asked for', async () => {
    const object = gnuObject(PLAIN, source(unwinding('.data')));
    await expect(buildImage(object, { keepEhFrame: true })).rejects.toThrow(/__gxx_personality_v0/);
  });
});
