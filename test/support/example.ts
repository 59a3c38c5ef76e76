import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program of examples/ prints. */
export function example(name: string, ...args: string[]): string {
  return run([process.execPath, '--import', 'tsx', `examples/${name}.ts`], args, { cwd: root });
}
