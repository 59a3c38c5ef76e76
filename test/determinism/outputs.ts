/** What commands wrote and printed, and in what two runs of them differ. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes by what they are: the path of a file, or a command with what it printed where. */
export type Outputs = ReadonlyMap<string, Buffer>;

/** Every file below a folder. */
export function filesBelow(folder: string): [string, Buffer][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => [path, readFileSync(join(folder, path))]);
}

/** Each output that differs, with the first line that does; empty where all bytes are the same. */
export function differences(expected: Outputs, found: Outputs): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((name) => {
    const [before, now] = [expected.get(name), found.get(name)];
    if (before === undefined || now === undefined) return [`${name}: only one of them has it`];
    return before.equals(now) ? [] : [`${name}: ${firstDifference(before, now)}`];
  });
}

const SHOWN = 200;

function firstDifference(before: Buffer, now: Buffer): string {
  const [old, own] = [before, now].map((bytes) => bytes.toString('latin1').split('\n'));
  const at = (old ?? []).findIndex((line, index) => line !== own?.[index]);
  const line = at < 0 ? (old ?? []).length : at;
  const shown = [old, own].map((lines) => JSON.stringify(lines?.[line]?.slice(0, SHOWN)));
  return `line ${line + 1}: ${shown.join(' is now ')}`;
}
