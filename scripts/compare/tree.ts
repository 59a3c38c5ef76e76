/** Commits, read by git. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is compared, from the root of the repository. */
export const COMPARED = ['generated-asm', 'golden', 'reference-model'] as const;

/** The root of the repository that `directory` is in. */
export function rootOf(directory: string): string {
  return git(directory, 'rev-parse', '--show-toplevel');
}

/** The last commit that the branch has in common with its upstream; HEAD if it has none. */
export function startOfWork(root: string): string {
  try {
    return git(root, 'merge-base', 'HEAD', '@{upstream}');
  } catch {
    return 'HEAD';
  }
}

/** A commit's number and subject; undefined when there is no such commit. */
export function named(root: string, commit: string): string | undefined {
  try {
    return git(root, 'log', '-1', '--format=%h %s', commit, '--');
  } catch {
    return undefined;
  }
}

/** Writes what is compared of a commit into `directory`. @throws Error when there is no such commit */
export function checkOut(root: string, commit: string, directory: string): void {
  const archive = execFileSync('git', ['-C', root, 'archive', commit, ...COMPARED], {
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  execFileSync('tar', ['-x', '-C', directory], { input: archive });
  // Its models are ECMAScript modules, as in the repository.
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
}

function git(directory: string, ...command: string[]): string {
  return execFileSync('git', ['-C', directory, ...command], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
}
