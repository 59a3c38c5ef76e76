export type { Region, Run, RunResult } from './types.ts';
export { runInUnicorn, unicornAvailable } from './unicorn.ts';
