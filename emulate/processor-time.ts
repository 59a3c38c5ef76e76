import { readFileSync } from 'node:fs';

/** Milliseconds of a clock tick in /proc: Linux has USER_HZ = 100 for all machines that run this. */
const TICK_MS = 10;

/** The processor time of a process so far, in milliseconds; 0 for one that has ended. */
export function processorTime(pid: number | undefined): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // Behind the name, which may have spaces: utime and stime are the 14th and 15th field.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}
