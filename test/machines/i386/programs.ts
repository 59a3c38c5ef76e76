import type { Program } from '../../support/programs.ts';

const i386: Program = {
  add: Uint8Array.of(0x8b, 0x07, 0x83, 0xc0, 0x01, 0x89, 0x07, 0xbb, 0x2a, 0, 0, 0, 0x90),
  addInstructions: 4,
  stop: 12,
  pointer: 'edi',
  output: 'ebx',
  width: 4,
  forever: Uint8Array.of(0xeb, 0xfe),
  load: Uint8Array.of(0x8b, 0x07, 0x90),
  loadStop: 2,
  store: Uint8Array.of(0x89, 0x07, 0x90),
  jump: Uint8Array.of(0xff, 0xe7),
  bases: [0x1000n, 0x40_0000n, 0x8000_0000n, 0xf000_0000n],
};

export const programs = { i386 };
