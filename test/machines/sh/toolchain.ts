import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

const common = {
  notEmitted: { R_SH_RELATIVE: LINKER_MAKES_IT },
  gotSection: '.got',
  tableAlign: 4,
  oneGot: true,
  gotReference: 'R_SH_GOTPC',
  slotKeeper: 'R_SH_GOT32',
  // A process has the lower 2 GiB, and its stack at their end.
  bases: [0x1_0000n, 0x7_7000n, 0x3fff_f000n, 0x7000_0000n],
  guard: [/mov\.l( +)r1, @\(28,r0\)/, 'nop'],
  emitted: 'gcc-nopic-Os.ro',
  otherLayout: ['gcc-pic-O2.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  argumentRegister: 'r4',
} as const satisfies Partial<Toolchains[string]>;

export const toolchains: Toolchains = {
  sh: {
    ...common,
    filling: '0900',
  },
  sheb: {
    ...common,
    filling: '0009',
  },
};
