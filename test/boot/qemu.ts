/** One QEMU: what its serial line says, until a text shows, it ends, or it hangs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { processorTime } from '../../emulate/processor-time.ts';
import type { BootMachine } from './machine.ts';

export interface Boot {
  readonly machine: Pick<BootMachine, 'qemu'>;
  readonly args: readonly string[];
  /** Ends the run; the text is in the log then. */
  readonly until: RegExp;
  /** Monitor commands to give once the text is there. */
  readonly last?: readonly string[];
  /**
   * Monitor commands to give when, after `when` showed or from the start, QEMU had so much processor time or nothing
   * more to do.
   */
  readonly ask?: {
    readonly when?: RegExp;
    readonly processorMs: number;
    readonly commands: readonly string[];
  };
}

export interface Booted {
  readonly log: string;
  readonly seen: boolean;
  /** What the monitor answered. */
  readonly answers: readonly string[];
  readonly ended: 'text' | 'exit' | 'timeout' | 'asked';
}

/** Whoever has said nothing for so long hangs, however loaded the machine is. */
const WATCHDOG_MS = 3_600_000;
/** How often, and over how long, it is seen whether QEMU does anything; in milliseconds, the last of processor time. */
const [LOOK_MS, IDLE_MS, LITTLE_MS] = [500, 5000, 20];

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export async function boot({ machine: { qemu }, args, until, last = [], ask }: Boot): Promise<Booted> {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-boot-'));
  const monitor = join(folder, 'monitor');
  const [program = '', ...machine] = qemu;
  const common = ['-accel', 'tcg', '-display', 'none', '-no-reboot', '-serial', 'stdio', '-nic', 'none'];
  const control = ['-monitor', `unix:${monitor},server,nowait`];
  const child = spawn(program, [...machine, ...common, ...control, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let log = '';
  const answers: string[] = [];
  try {
    const ended = await new Promise<Booted['ended']>((resolve) => {
      const timer = setTimeout(() => resolve('timeout'), WATCHDOG_MS);
      let asked = false;
      const finish = async (how: Booted['ended'], commands: readonly string[]): Promise<void> => {
        for (const command of commands) answers.push(await askMonitor(monitor, command));
        clearTimeout(timer);
        resolve(how);
      };
      const askLater = ({ processorMs, commands }: NonNullable<Boot['ask']>): void => {
        asked = true;
        void settled(child, processorMs).then(() => (found ? undefined : finish('asked', commands)));
      };
      let found = false;
      child.on('error', (error) => {
        log += `\n${error.message}\n`;
        resolve('exit');
      });
      child.on('close', () => {
        clearTimeout(timer);
        resolve('exit');
      });
      const hear = (data: Buffer): void => {
        log += data.toString('latin1');
        if (found) return;
        found = until.test(log);
        if (found) void finish('text', last);
        else if (ask && !asked && ask.when?.test(log)) askLater(ask);
      };
      if (ask && !ask.when) askLater(ask);
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
    });
    return { log, seen: until.test(log), answers, ended };
  } finally {
    child.kill('SIGKILL');
    running.delete(child);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends when the process has had so much more processor time, has had next to none for a while, or is gone. */
async function settled({ pid }: ChildProcess, processorMs: number): Promise<void> {
  const start = processorTime(pid);
  const seen: number[] = [];
  for (;;) {
    const now = processorTime(pid);
    seen.push(now);
    const before = seen[seen.length - 1 - IDLE_MS / LOOK_MS];
    if (now < start || now - start >= processorMs) return;
    if (before !== undefined && now - before <= LITTLE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** One command to QEMU's monitor, and its answer. */
function askMonitor(path: string, command: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    let sent = false;
    const socket = connect(path);
    const done = (): void => {
      socket.destroy();
      // The first line is the command, as it was typed.
      resolve(answer.slice(answer.indexOf('\n') + 1));
    };
    socket.on('error', done);
    socket.on('data', (data) => {
      answer += data.toString('latin1');
      if (!answer.trimEnd().endsWith('(qemu)')) return;
      if (sent) done();
      else {
        sent = true;
        answer = '';
        socket.write(`${command}\n`);
      }
    });
  });
}

/** Writes files that QEMU reads into a folder; `remove` takes it away. */
export function scratch(files: ReadonlyMap<string, Uint8Array>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-boot-'));
  for (const [name, data] of files) writeFileSync(join(folder, name), data);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
