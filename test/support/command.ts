/** The command in this process: what it prints, and how it ends. */
import { vi } from 'vitest';
import { run } from '../../cli/run.ts';

export async function relocator(
  ...args: readonly string[]
): Promise<{ code: number; out: string; err: string }> {
  const err: string[] = [];
  const out: string[] = [];
  const keep = (list: string[]) => (text: string | Uint8Array) => list.push(String(text)) > 0;
  const spies = [
    vi.spyOn(process.stderr, 'write').mockImplementation(keep(err)),
    vi.spyOn(process.stdout, 'write').mockImplementation(keep(out)),
    vi.spyOn(console, 'log').mockImplementation((text: string) => {
      out.push(`${text}\n`);
    }),
  ];
  try {
    return { code: await run(args), out: out.join(''), err: err.join('') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
