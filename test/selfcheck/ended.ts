/** Programs that run beside each other: compilers, linkers and emulators. */
import { execFile } from 'node:child_process';

export interface Ended {
  /** null when a signal ended it. */
  readonly status: number | null;
  readonly signal: string | null;
  readonly output: string;
}

/** Runs a program to its end, or for so many milliseconds. @throws Error where it is not installed, with the script that installs it */
export function ended(
  [command = '', ...args]: readonly string[],
  folder: string,
  timeout = 0,
  setup = 'scripts/setup-selfcheck',
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, timeout, killSignal: 'SIGKILL' as const };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error?.code === 'ENOENT') reject(new Error(`${command} is not installed: run ${setup}`));
      else resolve({ status: child.exitCode, signal: child.signalCode, output: stderr + stdout });
    });
  });
}
