import { type Family, LINKER_MAKES_IT } from '../../support/toolchain.ts';

export const x86 = {
  x86_64: {
    notEmitted: { R_X86_64_RELATIVE: LINKER_MAKES_IT },
    gotSection: '.got.plt',
    slotKeeper: 'R_X86_64_GOTPCREL',
    preserved: { rsp: 0x77n, rbp: 0x88n },
    failureRegister: 'rax',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%rbx\)/, 'mov$1 $2(%rbx), %ecx'],
    emitted: 'gcc-large-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'static-pie.elf'],
  },
  i386: {
    notEmitted: { R_386_RELATIVE: LINKER_MAKES_IT, R_386_32PLT: 'no assembler knows it' },
    gotSection: '.got.plt',
    slotKeeper: 'R_386_GOT32',
    preserved: {},
    stackRegister: 'esp',
    failureRegister: 'eax',
    guard: [/xchg( +)%ecx, (0x[0-9a-f]+)\(%ebx\)/, 'mov$1 $2(%ebx), %ecx'],
    emitted: 'gcc-nopic-Os.ro',
    otherLayout: ['clang-pic-Os.ro', 'gcc-pic-Os.ro', 'gcc-pichidden-Os.ro', 'static-pie.elf'],
  },
} as const satisfies Family;
