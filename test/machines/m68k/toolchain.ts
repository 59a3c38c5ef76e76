import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

export const toolchains: Toolchains = {
  m68k: {
    // It knows a part of the instructions only; test/machines/m68k/encoder.test.ts asks it for those.
    filling: '4e71',
    notEmitted: { R_68K_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got',
    oneGot: true,
    slotKeeper: 'R_68K_GOT32',
    slotsPastReach: 1,
    // It also makes room for the sum in every slot.
    guard: [/clr\.w( +)\(%a1\)/, 'nop'],
    otherStatement: [/\bclr\.w( +)/, 'tst.w$1'],
    // What is added to the head adds to what is behind it, where no image is yet.
    unseenBits: { words: 0.07 },
    emitted: 'gcc-pic-Os.ro',
    otherLayout: ['gcc-bigpic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
    argumentRegister: 'a0',
  },
};
