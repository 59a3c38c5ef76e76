import type { Program } from '../../support/programs.ts';

const x86_64: Program = {
  // mov (%rdi),%rax; add $1,%rax; mov %rax,(%rdi); mov $0x2a,%r8d; nop
  add: Uint8Array.of(
    0x48,
    0x8b,
    0x07,
    0x48,
    0x83,
    0xc0,
    0x01,
    0x48,
    0x89,
    0x07,
    0x41,
    0xb8,
    0x2a,
    0,
    0,
    0,
    0x90,
  ),
  addInstructions: 4,
  stop: 16,
  pointer: 'rdi',
  output: 'r8',
  width: 8,
  forever: Uint8Array.of(0xeb, 0xfe),
  load: Uint8Array.of(0x48, 0x8b, 0x07, 0x90),
  loadStop: 3,
  store: Uint8Array.of(0x48, 0x89, 0x07, 0x90),
  jump: Uint8Array.of(0xff, 0xe7),
  bases: [
    0x1000n,
    0x40_0000n,
    0x8000_0000n,
    0xffff_0000n,
    0x1_0000_0000n,
    0x12_3456_7000n,
    0x7fff_0000_0000n,
  ],
  // movb $0x2b,3(%rip); jmp .+2; mov $0x2a,%al; nop
  patching: {
    code: Uint8Array.of(0xc6, 5, 3, 0, 0, 0, 0x2b, 0xeb, 0, 0xb0, 0x2a, 0x90),
    stop: 11,
    registers: {},
    register: 'rax',
    value: 0x2bn,
  },
};

export const programs = { x86_64 };
