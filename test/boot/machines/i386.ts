import type { BootMachine } from '../machine.ts';
import { structureValue } from '../told.ts';
import { KEXEC_TOOLS_SERIAL, placeLinux, SERIAL } from './x86-common.ts';

export const i386: BootMachine = {
  arch: 'i386',
  debian: 'i386',
  qemu: ['qemu-system-x86_64', '-M', 'pc', '-cpu', 'qemu32', '-m', '1G'],
  kernelPackage: 'linux-image-686',
  kernelName: /^linux-image-[\d.]+-\d+-686$/,
  clang: ['--target=i686-linux-gnu', '-march=i686', '-fuse-ld=lld-16'],
  console: 'console=ttyS0',
  windows: [
    [0x2200_0000n, 0x2600_0000n],
    [0x2600_0000n, 0x2a00_0000n],
    [0x2a00_0000n, 0x2e00_0000n],
  ],
  own: 'i386-gcc-nopic-Os.ro',
  withDebian: true,
  saysRefusal: true,
  registers: ['EIP', 'EAX'],
  place: (...parts) => placeLinux(...parts, 32),
  serial: SERIAL,
  kexecToolsValues: (map, { entry, argument }) => [
    ['entry32_regs', structureValue(map, 'kexec-tools', 'entry32_regs', { esi: argument, eip: entry })],
    ...KEXEC_TOOLS_SERIAL,
  ],
};
