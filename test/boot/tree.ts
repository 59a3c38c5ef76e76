/** The device trees that second kernels are handed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BootMachine } from './machine.ts';

/** What a kernel reads in /chosen. */
export interface Chosen {
  readonly commandLine: string;
  /** Where the initrd begins, and where it ends. */
  readonly initrd: readonly [start: bigint, end: bigint];
}

/** A node that a tree is to have: its properties are one number of 32 bits, any of 64, or nothing but a name. */
export interface TreeNode {
  readonly path: string;
  readonly properties: Readonly<Record<string, number | readonly bigint[]>>;
}

/** A device tree of the machine, as QEMU would hand it to a kernel or to firmware. */
export function deviceTree([program = '', machine = '', name = '', ...rest]: BootMachine['qemu']): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-tree-'));
  try {
    const path = join(folder, 'tree');
    const args = [machine, `${name},dumpdtb=${path}`, ...rest, '-display', 'none'];
    execFileSync(program, args, { stdio: 'ignore' });
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const cells = (value: bigint): string[] => [
  `0x${(value >> 32n).toString(16)}`,
  `0x${(value & 0xffff_ffffn).toString(16)}`,
];

/** A flat tree with another command line and initrd, and with further nodes. @throws Error with what fdtput said */
export function changedTree(
  tree: Uint8Array,
  { commandLine, initrd: [start, end] }: Chosen,
  nodes: readonly TreeNode[] = [],
): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'relocator-tree-'));
  try {
    const path = join(folder, 'tree');
    writeFileSync(path, tree);
    const put = (...args: string[]): void => {
      execFileSync('fdtput', args, { stdio: ['ignore', 'ignore', 'pipe'] });
    };
    put('-t', 's', path, '/chosen', 'bootargs', commandLine);
    put('-t', 'x', path, '/chosen', 'linux,initrd-start', ...cells(start));
    put('-t', 'x', path, '/chosen', 'linux,initrd-end', ...cells(end));
    for (const { path: node, properties } of nodes) {
      put('-c', '-p', path, node);
      for (const [name, values] of Object.entries(properties))
        put(
          '-t',
          'x',
          path,
          node,
          name,
          ...(typeof values === 'number' ? [values.toString(16)] : values.flatMap(cells)),
        );
    }
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
