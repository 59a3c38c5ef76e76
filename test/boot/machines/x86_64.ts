import type { BootMachine } from '../machine.ts';
import { structureValue } from '../told.ts';
import { KEXEC_TOOLS_SERIAL, MEMORY, placeLinux, SERIAL } from './x86-common.ts';

export const x86_64: BootMachine = {
  arch: 'x86_64',
  debian: 'amd64',
  qemu: ['qemu-system-x86_64', '-M', 'pc', '-cpu', 'qemu64', '-m', '5G'],
  kernelPackage: 'linux-image-amd64',
  kernelName: /^linux-image-[\d.]+-\d+-amd64$/,
  clang: ['--target=x86_64-linux-gnu', '-fuse-ld=lld-16'],
  console: 'console=ttyS0',
  windows: [
    [0x2200_0000n, 0x3e00_0000n],
    [0x4000_0000n, 0xb000_0000n],
    [0x1_0000_0000n, 0x1_3000_0000n],
  ],
  own: 'x86_64-gcc-pichidden-Os.ro',
  belowLast: 'x86_64-gcc-small-Os.ro',
  withDebian: true,
  saysRefusal: true,
  registers: ['RIP', 'RAX'],
  place: (...parts) => placeLinux(...parts, 64),
  serial: SERIAL,
  kexecToolsValues: (map, { entry, argument }) => [
    ['entry64_regs', structureValue(map, 'kexec-tools', 'entry64_regs', { rsi: argument, rip: entry })],
    ...KEXEC_TOOLS_SERIAL,
  ],
  direct: {
    stub: ['--target=i686-linux-gnu', '-fno-pic', '-Wl,-N,--build-id=none,-Ttext=0x100000'],
    start: (path) => ['-kernel', path],
    bundle: () => ({ memory: MEMORY }),
  },
};
