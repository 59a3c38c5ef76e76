/** All machines that have a prologue, in all formats that C has a loop of. */
import { hasPrologue } from '../../codegen/machines/index.ts';
import type { Format } from '../../codegen/request.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { compilersOf } from './loops.ts';
import { benchMachine } from './machines/index.ts';
import { type Measured, measure } from './measure.ts';

export const FORMATS = ['chain', 'delta', 'relr', 'rela'] as const satisfies readonly Format[];

/** The machines by name. */
export const MACHINES: readonly string[] = architectures
  .map(({ machine }) => machine.arch)
  .filter(hasPrologue)
  .sort();

/**
 * What every machine of a list comes to, for so many words each.
 * @throws Error where a tool is missing, or a prologue or a loop leaves something else in memory than it must
 */
export async function* measureEvery(
  machines: readonly string[],
  counts: readonly number[],
): AsyncGenerator<Measured> {
  for (const arch of machines) {
    const machine = benchMachine(arch);
    if (!machine) throw new Error(`bench/prologues/machines/index.ts lacks ${arch}`);
    yield* await measure(arch, machine, FORMATS, counts);
  }
}

/** The compilers of each machine, with versions. */
export function everyCompiler(): Map<string, readonly string[]> {
  return new Map(MACHINES.map((arch) => [arch, compilersOf(arch)]));
}
