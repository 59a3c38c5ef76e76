import type { BenchMachine } from '../machine.ts';

export const i386: BenchMachine = {
  arch: 'i386',
  clang: ['--target=i686-linux-gnu', '-mno-sse'],
  call: ({ arguments: both, returnTo, frame, sp }) => {
    for (const [index, value] of [returnTo, ...both].entries())
      frame.writeUInt32LE(Number(value), sp + 4 * index);
    return {};
  },
};
