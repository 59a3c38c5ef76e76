import type { EarlyMachine } from '../machine.ts';

export const riscv64: EarlyMachine = {
  arch: 'riscv64',
  debian: 'riscv64',
  // Debian 12 has no such machine.
  suite: 'trixie',
  packages: ['busybox-static', 'kexec-tools', 'libc6'],
  linux: 'riscv',
  cross: 'riscv64-linux-gnu-',
  image: 'arch/riscv/boot/Image',
  // kexec-tools' is a stub, without an entry.
  ownPurgatory: true,
  qemu: ['qemu-system-riscv64', '-M', 'virt', '-m', '5G'],
  disk: 'virtio-blk-device',
  console: 'ttyS0',
  earlyConsole: 'earlycon=uart8250,mmio,0x10000000',
  options: ['earlyoops_uart=0x10000000'],
  regions: ['64M@0x90000000', '64M@0xa0000000', '64M@5G'],
  catcher: { memory: 0x8000_0000, zone: 0x9800_0000, serial: '0x10000000' },
  oops: /Unable to handle kernel NULL pointer dereference at virtual address 0000000000000010[\s\S]*epc : earlyoops_trigger/,
  linuxPurgatory: true,
};
