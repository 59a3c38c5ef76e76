/** A made-up machine whose few rules use everything the DSL offers. */
import { type Architecture, architecture } from '../../relocator-dsl/architecture.ts';
import { either, multipleOf, signed, unchecked, unsigned } from '../../relocator-dsl/check.ts';
import { register } from '../../relocator-dsl/entry.ts';
import { A, B, G, GOT, L, P, page, S, Z } from '../../relocator-dsl/expression.ts';
import { bits, immediate, insn32, signSelected, word } from '../../relocator-dsl/field.ts';
import { marker, refuse, rule } from '../../relocator-dsl/rule.ts';

const about = { source: 'Tiny psABI 1.0, table 1', notes: 'A test rule.', example: '.long foo' };

/** The tiny machine; `slotAt` is the bit at which R_TINY_SPLIT's second slice lands. */
export function tinyArchitecture(wordBits: 32 | 64, secondSliceAt = 29): Architecture {
  return architecture(
    {
      arch: `tiny${wordBits}`,
      psabi: 'tiny',
      title: 'Tiny',
      elfMachine: 0xfeed,
      wordBits,
      dataOrder: 'little',
      instructionOrder: 'little',
      addends: 'explicit',
      unalignedFaults: false,
      code: { alignment: 1 },
      loading: { loaders: [], kexecToolsSymbols: [] },
      entry: {
        preserved: [register('r1')],
        clobbered: [register('r0')],
        stackPointer: 'r1',
        state: 'off',
        failure: { register: 'r0' },
      },
    },
    [
      marker({ name: 'R_TINY_NONE', type: 0, source: about.source, notes: 'Nothing.' }),
      rule({ ...about, name: 'R_TINY_ABS32', type: 1, value: S.plus(A), field: word(32), check: either(32) }),
      rule({
        ...about,
        name: 'R_TINY_ABS16',
        type: 2,
        value: S.plus(A),
        field: word(16),
        check: unsigned(16),
      }),
      rule({
        ...about,
        name: 'R_TINY_PC8',
        type: 3,
        value: L.plus(A).minus(P),
        field: immediate(8),
        check: signed(8),
      }),
      rule({
        ...about,
        name: 'R_TINY_SPLIT',
        type: 4,
        value: page(S.plus(A)).minus(page(P)),
        field: insn32(bits(14, 32).at(5), bits(12, 13).at(secondSliceAt)),
        check: signed(wordBits === 64 ? 33 : 32),
      }),
      rule({
        ...about,
        name: 'R_TINY_LO12',
        type: 5,
        value: S.plus(A),
        field: insn32(bits(3, 11).at(10)),
        check: multipleOf(8),
      }),
      rule({
        ...about,
        name: 'R_TINY_MOVW',
        type: 6,
        value: S.plus(A).minus(P),
        field: signSelected(insn32(bits(0, 15).at(5)), 30),
        check: signed(16),
      }),
      rule({
        ...about,
        name: 'R_TINY_GOT',
        type: 7,
        value: G.plus(GOT).plus(A).minus(P.plus(4n)),
        field: immediate(32),
        check: multipleOf(2, signed(32)),
        got: { slot: S },
      }),
      rule({ ...about, name: 'R_TINY_SIZE', type: 8, value: Z.plus(A), field: word(8), check: unchecked }),
      rule({
        ...about,
        name: 'R_TINY_RELATIVE',
        type: 9,
        value: B.plus(A),
        field: word(64),
        check: unchecked,
        dynamic: true,
      }),
      ...refuse('A purgatory has no threads', 'Do not use thread-local variables', [
        [10, 'R_TINY_TLS'],
        [11, 'R_TINY_TLS2'],
      ]),
    ],
  );
}
