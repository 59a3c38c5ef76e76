/** Instructions that qemu-user executed, counted from its log: it is told to translate one at a time, and to log each. */
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readSync } from 'node:fs';

/** The option that has one instruction translated at a time; QEMU 8.1 gave it another name. */
function oneAtATime(program: string): string {
  const { stdout } = spawnSync(program, ['-h'], { encoding: 'utf8' });
  return stdout.includes('-one-insn-per-tb') ? '-one-insn-per-tb' : '-singlestep';
}

/** Options that make the program log to `file` where each instruction stands that it executes. */
export function countingOptions(program: string, file: string): string[] {
  return [oneAtATime(program), '-d', 'exec,nochain', '-D', file];
}

/** What is read at once, in bytes. */
const CHUNK = 1 << 20;

/** `Trace 0: HOST [CS-BASE/PC/FLAGS/…] SYMBOL` */
const EXECUTED = /^Trace [^[]*\[[0-9a-f]+\/([0-9a-f]+)\//;

/** A log that grows. */
export class QemuLog {
  readonly #file: string;
  #at = 0;
  #rest = '';

  constructor(file: string) {
    this.#file = file;
  }

  /** How many of the instructions logged since the last call stand where `counts` says. */
  count(counts: (address: bigint) => boolean): number {
    const log = openSync(this.#file, 'r');
    try {
      let found = 0;
      const bytes = Buffer.alloc(CHUNK);
      for (;;) {
        const read = readSync(log, bytes, 0, CHUNK, this.#at);
        if (read === 0) return found;
        this.#at += read;
        const lines = (this.#rest + bytes.toString('latin1', 0, read)).split('\n');
        this.#rest = lines.pop() ?? '';
        for (const line of lines) {
          const address = EXECUTED.exec(line)?.[1];
          if (address !== undefined && counts(BigInt(`0x${address}`))) found++;
        }
      }
    } finally {
      closeSync(log);
    }
  }
}
