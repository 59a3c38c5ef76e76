import { le32 } from '../../support/le32.ts';
import type { Program } from '../../support/programs.ts';

const aarch64: Program = {
  // ldr x1,[x0]; add x1,x1,#1; str x1,[x0]; mov x30,#0x2a; nop
  add: le32(0xf9400001, 0x91000421, 0xf9000001, 0xd280055e, 0xd503201f),
  addInstructions: 4,
  stop: 16,
  pointer: 'x0',
  output: 'x30',
  width: 8,
  forever: le32(0x14000000),
  load: le32(0xf9400001, 0xd503201f),
  loadStop: 4,
  store: le32(0xf9000001, 0xd503201f),
  jump: le32(0xd61f0000),
  bases: [
    0x1000n,
    0x40_0000n,
    0x8000_0000n,
    0xffff_0000n,
    0x1_0000_0000n,
    0x12_3456_7000n,
    0x7fff_0000_0000n,
  ],
  // 1: mov w1,#1; add x2,x2,x1; cbnz x3,2f; str w4,[x0]; mov x3,#1; b 1b; 2: nop
  patching: {
    code: le32(0x52800021, 0x8b010042, 0xb5000083, 0xb9000004, 0xd2800023, 0x17fffffb, 0xd503201f),
    stop: 0x18,
    // x4: mov w1,#7
    registers: { x0: 0x40_0000n, x4: 0x528000e1n },
    register: 'x2',
    value: 8n,
  },
};

export const programs = { aarch64 };
