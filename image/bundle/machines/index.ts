/** The machines whose kernels can be put into a bundle. */
import type { BundleMachine } from '../machine.ts';
import { aarch64, riscv64 } from './linux-image.ts';
import { i386, x86_64 } from './x86.ts';

export const BUNDLE_MACHINES: readonly BundleMachine[] = [x86_64, i386, aarch64, riscv64];
