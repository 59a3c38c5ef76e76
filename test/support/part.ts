/** The number of `--part N`, which has a command take every N-th of many. Ends the program with 2 where it is none. */
export function partOf(text: string): number {
  const part = Number(text);
  if (Number.isInteger(part) && part >= 1) return part;
  console.error(`--part is a number from 1 on, not ${text}`);
  process.exit(2);
}
