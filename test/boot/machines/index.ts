/** The machines whose kernels are booted. */
import type { BootMachine } from '../machine.ts';
import { aarch64 } from './aarch64.ts';
import { i386 } from './i386.ts';
import { riscv64 } from './riscv64.ts';
import { s390x } from './s390x.ts';
import { x86_64 } from './x86_64.ts';

export const BOOT_MACHINES: readonly BootMachine[] = [x86_64, aarch64, i386, s390x, riscv64];
