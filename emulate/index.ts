export { addressBits } from './machines/index.ts';
export { type QemuOptions, QemuUser, qemuAvailable, runInQemu } from './qemu-user.ts';
export type { Region, Run, RunResult } from './types.ts';
export { runInUnicorn, unicornAvailable } from './unicorn.ts';
export {
  defaultBases,
  EMULATORS,
  type Emulator,
  emulatorMissing,
  emulatorsFor,
  type Verification,
  type VerifiedBase,
  type VerifyOptions,
  verifyImage,
} from './verify.ts';
