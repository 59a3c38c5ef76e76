import type { EarlyMachine } from '../machine.ts';
import { PROGRAMS } from './packages.ts';

export const x86_64: EarlyMachine = {
  arch: 'x86_64',
  debian: 'amd64',
  packages: PROGRAMS,
  linux: 'x86_64',
  cross: '',
  image: 'arch/x86/boot/bzImage',
  qemu: ['qemu-system-x86_64', '-M', 'pc', '-cpu', 'qemu64', '-m', '5G'],
  disk: 'virtio-blk-pci',
  console: 'ttyS0',
  earlyConsole: 'earlyprintk=ttyS0,115200',
  // With addresses chosen at random, the kernel's own may fall into a region that was asked for.
  options: ['nokaslr'],
  regions: ['64M@512M', '64M@768M', '64M@5G'],
  oops: /BUG: kernel NULL pointer dereference, address: 0000000000000010[\s\S]*RIP: 0010:earlyoops_trigger/,
  noEarlyBug: {
    why: 'before trap_init() an invalid instruction ends in a loop, not in an oops',
    says: /PANIC: early exception 0x06/,
  },
  catcher: { memory: 0, zone: 0x1800_0000, serial: '0x3f8' },
  linuxPurgatory: true,
};
