/** The machines on which early oopses are saved. */
import type { EarlyMachine } from '../machine.ts';
import { aarch64 } from './aarch64.ts';
import { riscv64 } from './riscv64.ts';
import { x86_64 } from './x86_64.ts';

export const EARLY_MACHINES: readonly EarlyMachine[] = [x86_64, aarch64, riscv64];
