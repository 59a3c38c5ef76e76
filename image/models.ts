/** Machines as images need them, rules and reference model: each is to be loaded first. all-machines.ts loads all. */
import { EACH_MODEL } from '../reference-model/each.ts';
import type { ReferenceModel } from '../reference-model/types.ts';
import { loadArchitectures } from '../relocator-dsl/architectures.ts';
import { ByMachine } from '../relocator-dsl/by-machine.ts';

const kept = new ByMachine<ReferenceModel>(EACH_MODEL);

/** Keeps models that have been read by other means. */
export function addModels(models: Iterable<ReferenceModel>): void {
  for (const model of models) kept.add(model.arch, model);
}

/** The reference model of an architecture. @throws RangeError when it has not been loaded */
export function modelOf(arch: string): ReferenceModel | undefined {
  return kept.get(arch);
}

/** Reads the rules and reference models of machines; names of none are passed over. */
export async function loadMachines(names: Iterable<string>): Promise<void> {
  const wanted = [...names];
  await Promise.all([loadArchitectures(wanted), ...wanted.map((name) => kept.load(name))]);
}

/** Reads those of every machine. */
export function loadAllMachines(): Promise<void> {
  return loadMachines(Object.keys(EACH_MODEL));
}
