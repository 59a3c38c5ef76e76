/** The machines whose prologues are set beside C. */
import type { BenchMachine } from '../machine.ts';
import { aarch64 } from './aarch64.ts';
import { i386 } from './i386.ts';
import { s390x } from './s390x.ts';
import { x86_64 } from './x86_64.ts';

export const BENCH_MACHINES: readonly BenchMachine[] = [x86_64, i386, aarch64, s390x];
