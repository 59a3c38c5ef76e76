import { type Emulator, qemuAvailable, unicornAvailable } from '../../emulate/index.ts';

/** @throws Error where the emulator cannot run the machine's code here, with what installs it */
export function need(emulator: Emulator, arch: string): void {
  const reason = emulator === 'unicorn' ? unicornAvailable(arch) : qemuAvailable(arch);
  if (reason !== undefined) throw new Error(`${reason}: run scripts/setup`);
}
