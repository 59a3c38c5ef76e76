import { type EmulatedFamily, type EmulatedMachine, numbered } from '../machine.ts';

/** Unicorn lacks it. */
function machine(program: string): EmulatedMachine {
  return {
    unicorn: undefined,
    qemu: {
      program,
      pc: 16,
      registers: new Map([...numbered('r', 0, 15, 0), ['pr', 17], ['gbr', 18], ['vbr', 19]]),
      // The registers of bank 0, which is the one in use.
      alsoAt: new Map(numbered('r', 0, 7, 43)),
      // An SH-4A, where accesses that are not aligned are performed unless a process asks for SIGBUS.
      options: ['-cpu', 'sh7785,prctl-unalign-sigbus=true'],
    },
    // From 2 GiB on addresses are the kernel's.
    addressBits: 31,
  };
}

export const sh: EmulatedFamily = { sh: machine('sh4'), sheb: machine('sh4eb') };
