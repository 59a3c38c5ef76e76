/** What a process that ends within a second is better off without. */
import { setFlagsFromString } from 'node:v8';

/** The assembler runs for some milliseconds; to optimise its WebAssembly meanwhile costs many times what that would save. */
export function runBriefly(): void {
  setFlagsFromString('--wasm-tiering-budget=1000000000');
}
