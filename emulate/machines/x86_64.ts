import { type EmulatedFamily, inOrder, numbered } from '../machine.ts';

export const x86_64: EmulatedFamily = {
  x86_64: {
    unicorn: {
      arch: 4,
      mode: 8,
      pc: 41,
      registers: new Map([
        ['rax', 35],
        ['rcx', 38],
        ['rdx', 40],
        ['rbx', 37],
        ['rsp', 44],
        ['rbp', 36],
        ['rsi', 43],
        ['rdi', 39],
        ...numbered('r', 8, 15, 106),
      ]),
    },
    qemu: {
      pc: 16,
      registers: inOrder(
        ...['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'],
        ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
      ),
    },
  },
};
