/** One QEMU: what its serial line says, until a text shows, it ends, or its time is up. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootArchitecture } from '../../scripts/debian-packages.ts';

export const MEMORY = 5n << 30n;
const MACHINES: Readonly<Record<BootArchitecture, readonly string[]>> = {
  amd64: ['qemu-system-x86_64', '-M', 'pc', '-cpu', 'qemu64', '-m', '5G'],
  i386: ['qemu-system-x86_64', '-M', 'pc', '-cpu', 'qemu32', '-m', '1G'],
  arm64: ['qemu-system-aarch64', '-M', 'virt', '-cpu', 'cortex-a57', '-m', '5G'],
  s390x: ['qemu-system-s390x', '-M', 's390-ccw-virtio', '-m', '5G'],
};

export interface Boot {
  readonly architecture: BootArchitecture;
  readonly args: readonly string[];
  /** Ends the run; the text is in the log then. */
  readonly until: RegExp;
  readonly timeoutMs: number;
  /** Monitor commands to give when the run has lasted `afterMs` after `when` showed. */
  readonly ask?: { readonly when: RegExp; readonly afterMs: number; readonly commands: readonly string[] };
}

export interface Booted {
  readonly log: string;
  readonly seen: boolean;
  /** What the monitor answered. */
  readonly answers: readonly string[];
  readonly ended: 'text' | 'exit' | 'timeout' | 'asked';
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The arguments without a kernel, for QEMU's own questions. */
export function machineArguments(architecture: BootArchitecture): readonly string[] {
  return MACHINES[architecture];
}

/** A device tree of the machine, as QEMU would hand it to a kernel. */
export function dumpDeviceTree(folder: string, architecture: BootArchitecture): string {
  const path = join(folder, 'virt.dtb');
  const [program = '', machine = '', name = '', ...rest] = MACHINES[architecture];
  execFileSync(program, [machine, `${name},dumpdtb=${path}`, ...rest, '-display', 'none'], {
    stdio: 'ignore',
  });
  return path;
}

export async function boot({ architecture, args, until, timeoutMs, ask }: Boot): Promise<Booted> {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-boot-'));
  const monitor = join(folder, 'monitor');
  const [program = '', ...machine] = MACHINES[architecture];
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
      const timer = setTimeout(() => resolve('timeout'), timeoutMs);
      let asked = false;
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
        if (until.test(log)) {
          clearTimeout(timer);
          resolve('text');
        } else if (ask && !asked && ask.when.test(log)) {
          asked = true;
          setTimeout(async () => {
            for (const command of ask.commands) answers.push(await askMonitor(monitor, command));
            clearTimeout(timer);
            resolve('asked');
          }, ask.afterMs);
        }
      };
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

/** One command to QEMU's monitor, and its answer. */
function askMonitor(path: string, command: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    let sent = false;
    const socket = connect(path);
    const done = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(10_000, done);
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
