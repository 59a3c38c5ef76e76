/** The end of a command that writes files. */
import type { Inputs } from './files/inputs.ts';
import { type Content, goesToStandard, writeOutputs } from './files/outputs.ts';
import { type Answer, refuseTwo, type Telling, tell } from './tell.ts';

/**
 * Writes all files or none, then tells what was done: on standard error where a file goes to standard output.
 * @param replaced inputs that outputs may take the place of
 * @throws Exit when a JSON document would go where a file goes; InputError like `writeOutputs`
 */
export function writeAndTell(
  files: ReadonlyMap<string, Content>,
  inputs: Inputs,
  answer: Answer,
  options: Telling,
  replaced: readonly string[] = [],
): void {
  const toStandard = goesToStandard(files.keys());
  refuseTwo(toStandard, options);
  writeOutputs(files, inputs, replaced);
  tell(answer, options, toStandard ? 'error' : 'output');
}
