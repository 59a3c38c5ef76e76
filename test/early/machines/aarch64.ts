import type { EarlyMachine } from '../machine.ts';
import { PROGRAMS } from './packages.ts';

export const aarch64: EarlyMachine = {
  arch: 'aarch64',
  debian: 'arm64',
  packages: [...PROGRAMS, 'zlib1g'],
  linux: 'arm64',
  cross: 'aarch64-linux-gnu-',
  image: 'arch/arm64/boot/Image',
  // kexec refuses a tree whose seed nobody has wiped, as only kernels with RANDOMIZE_BASE do.
  qemu: ['qemu-system-aarch64', '-M', 'virt,dtb-randomness=off', '-cpu', 'cortex-a57', '-m', '5G'],
  disk: 'virtio-blk-device',
  console: 'ttyAMA0',
  earlyConsole: 'earlycon=pl011,0x9000000',
  options: ['earlyoops_uart=0x9000000'],
  regions: ['64M@0x50000000', '64M@0x60000000', '64M@5G'],
  catcher: { memory: 0x4000_0000, zone: 0x5800_0000, serial: '0x9000000' },
  oops: /Unable to handle kernel NULL pointer dereference at virtual address 0000000000000010[\s\S]*pc : earlyoops_trigger/,
};
