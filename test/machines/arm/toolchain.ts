import { LINKER_MAKES_IT, type Toolchains } from '../../support/toolchain.ts';

/** Tag_CPU_arch as given, Tag_ARM_ISA_use 1, Tag_THUMB_ISA_use 1 */
function processor(arch: number): Uint8Array {
  return Buffer.from(
    `A\x15\0\0\0aeabi\0\x01\x0b\0\0\0\x06${String.fromCharCode(arch)}\x08\x01\x09\x01`,
    'latin1',
  );
}

export const toolchains: Toolchains = {
  arm: {
    notEmitted: { R_ARM_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got',
    oneGot: true,
    attributes: {
      name: '.ARM.attributes',
      type: 0x7000_0003,
      // Tag_CPU_arch 10 (Armv7), Tag_CPU_arch_profile 'A', Tag_ARM_ISA_use 1, Tag_THUMB_ISA_use 2
      data: Buffer.from('A\x17\0\0\0aeabi\0\x01\x0d\0\0\0\x06\x0a\x07A\x08\x01\x09\x02', 'latin1'),
    },
    formAttributes: {
      R_ARM_CALL_V4T: processor(2),
      R_ARM_THM_CALL_V4T: processor(2),
      R_ARM_THM_CALL_V5T: processor(3),
    },
    opcodes: {
      R_ARM_CALL: { mask: 0xee00_0000n, value: 0xea00_0000n },
      // With a condition, so that it is no call.
      R_ARM_PC24: { mask: 0xff00_0000n, value: 0x0a00_0000n },
      R_ARM_PLT32: { mask: 0xff00_0000n, value: 0x0a00_0000n },
      R_ARM_JUMP24: { mask: 0x8f00_0000n, value: 0x0a00_0000n },
      // The first halfword is the lower half.
      R_ARM_THM_CALL: { mask: 0xc000_f800n, value: 0xc000_f000n },
      R_ARM_CALL_V4T: { mask: 0xff00_0000n, value: 0xeb00_0000n },
      R_ARM_THM_CALL_V4T: { mask: 0xd000_f800n, value: 0xd000_f000n },
      R_ARM_THM_CALL_V5T: { mask: 0xc000_f800n, value: 0xc000_f000n },
      ...Object.fromEntries(
        // ADD with an immediate, or SUB, which linkers look for.
        ['G0_NC', 'G0', 'G1_NC', 'G1', 'G2'].map((group) => [
          `R_ARM_ALU_PC_${group}`,
          { mask: 0xffe0_0000n, value: 0xe280_0000n },
        ]),
      ),
      R_ARM_THM_JUMP24: { mask: 0xd000_f800n, value: 0x9000_f000n },
      R_ARM_THM_JUMP19: { mask: 0xd000_f800n, value: 0x8000_f000n },
      R_ARM_THM_MOVW_ABS_NC: { mask: 0x8000_fbf0n, value: 0xf240n },
      R_ARM_THM_MOVW_PREL_NC: { mask: 0x8000_fbf0n, value: 0xf240n },
      R_ARM_THM_MOVT_ABS: { mask: 0x8000_fbf0n, value: 0xf2c0n },
      R_ARM_THM_MOVT_PREL: { mask: 0x8000_fbf0n, value: 0xf2c0n },
    },
    slotKeeper: 'R_ARM_GOT_PREL',
    splits: [
      [
        { at: 0, rule: 'R_ARM_MOVW_ABS_NC' },
        { at: 4, rule: 'R_ARM_MOVT_ABS' },
      ],
      [
        { at: 0, rule: 'R_ARM_THM_MOVW_ABS_NC' },
        { at: 10, rule: 'R_ARM_THM_MOVT_ABS' },
      ],
    ],
    guard: [/str( +)r[57], \[r4, .*/, 'nop'],
    // More of the code than elsewhere maintains caches.
    unseenBits: { split: 0.22, head: 16 },
    emitted: 'gcc-arm-Os.ro',
    argumentRegister: 'r2',
    otherLayout: [
      'clang-armpic-Os.ro',
      'clang-thumbpic-Os.ro',
      'gcc-armpic-Os.ro',
      'gcc-thumbpic-Os.ro',
      'static-pie.elf',
    ],
  },
};
