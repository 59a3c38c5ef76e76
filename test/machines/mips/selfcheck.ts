/** Images of the programs that check themselves. */
import type { Refused, SelfChecks } from '../../selfcheck/plan.ts';

const BOTH = `
      gcc clang | rel         | -mno-abicalls -fno-pic -G0
      gcc clang | rel         | -mabicalls -fPIC -G0
      gcc clang | rel         | -mabicalls -fno-pic -G0
      gcc clang | rel         | -mabicalls -fPIC -mxgot -G0
      gcc clang | rel         | -mno-abicalls -fno-pic -mlong-calls -G0
      gcc       | rel         | -mno-abicalls -fno-pic -G8 asm
      clang     | rel         | -mno-abicalls -fno-pic -G8 -mno-extern-sdata asm
      gcc       | rel         | -O2 -mno-abicalls -fno-pic -G8
      clang     | rel         | -O1 -mno-abicalls -fno-pic -G8 -mno-extern-sdata
      gcc       | rel         | -mno-abicalls -fno-pic -mno-explicit-relocs -G0
      gcc       | rel         | -mabicalls -fPIC -mno-explicit-relocs -G0
      gcc       | rel         | -mabicalls -fPIC -ffunction-sections -fdata-sections -G0
      clang     | rel         | -O2 -mabicalls -fPIC -ffunction-sections -fdata-sections -G0
      gcc clang | pie lld     | -mabicalls -fPIC -G0
      gcc clang | pie lld     | -mabicalls -fPIE -G0
      gcc clang | objects     | -mabicalls -fPIC -G0
      gcc clang | objects     | -mno-abicalls -fno-pic -G0
      c++ clang     | rel     | -mno-abicalls -fno-pic -G0 -fno-exceptions -fno-rtti
      c++ clang     | rel     | -mabicalls -fPIC -G0 -fno-exceptions -fno-rtti
      c++ clang     | rel     | -mabicalls -fPIC -G0 -fexceptions -DRTTI
    `;
const KEPT = [
  'c clang16 rel -O2 -mno-abicalls -fno-pic -G0',
  'c clang16 rel -O2 -mabicalls -fPIC -G0',
  'c gcc rel -Os -mno-abicalls -fno-pic -G8',
  'c gcc rel -O2 -mno-abicalls -fno-pic -G8',
  'c gcc rel -O1 -mabicalls -fPIC -mxgot -G0',
  'c clang16 pie -Os -mabicalls -fPIC -G0',
  'c++ clang19 rel -Oz -mabicalls -fPIC -G0 -fno-exceptions -fno-rtti',
];

/** No address may be 0, as weak symbols that nobody defines are in linked images. */
const LINKING = { pie: '-Ttext=0x8000', lld: '--image-base=0x10000' };

/** Instructions of 16 bits, or with halves in an order of their own. */
const COMPRESSED: Refused = {
  images: / -(mmicromips|mips16) /,
  ends: /^refused: .*(microMIPS|MIPS16e), whose instructions have halves in another order; compile with -mno-/,
  why: 'types of microMIPS and MIPS16e code; lld refuses them, too, or links what ends with a signal',
  psabi:
    'MIPS psABI supplement, Relocation Types: none is of microMIPS or MIPS16e, whose types are of their makers alone, and ' +
    'e_flags says which code a file has',
};

const O32 = {
  refused: [COMPRESSED],
  linking: LINKING,
  kept: KEPT,
  flags: '-march=mips32r2 -msoft-float',
  images: `${BOTH}
      gcc clang | rel         | -mno-abicalls -fno-pic -mmicromips -G0 cpu=M14Kc
      gcc       | rel         | -mno-abicalls -fno-pic -mips16 -G0
    `,
};
const N64 = {
  linking: LINKING,
  kept: KEPT,
  flags: '-mabi=64 -march=mips64r2 -msoft-float',
  images: `${BOTH}
      gcc       | rel         | -mno-abicalls -fno-pic -msym32 -G0
    `,
};

/** GNU ld -r drops the section with GP0 when it drops sections that nothing names, which Rust's library asks for. */
const WITHOUT_GP0: Refused = {
  images: /^rust rustc rel /,
  ends: /^refused: .*the global pointer for which the file was made/,
  why: 'GNU ld -r --gc-sections drops .reginfo and .MIPS.options',
  psabi:
    'MIPS psABI supplement, Relocation: addends of local symbols count from GP0, the pointer with which the object was ' +
    'made, and Register Information has it: without that section nobody knows it',
};

/** Debian has Rust for the machines with the lowest byte first; its core is for floating point, as lld minds. */
const RUST = `
      rust rustc    | rel lldrel  | -mhard-float -Wa,-mhard-float -mabicalls -fPIC -G0 -Crelocation-model=pic
    `;

export const selfChecks: SelfChecks = {
  mips: O32,
  mipsel: {
    ...O32,
    images: `${O32.images}${RUST}`,
    refused: [COMPRESSED, WITHOUT_GP0],
    rust: { target: 'mipsel-unknown-linux-gnu', debian: 'mipsel' },
  },
  mips64: N64,
  mips64el: {
    ...N64,
    images: `${N64.images}${RUST}`,
    refused: [WITHOUT_GP0],
    rust: { target: 'mips64el-unknown-linux-gnuabi64', debian: 'mips64el' },
  },
};
