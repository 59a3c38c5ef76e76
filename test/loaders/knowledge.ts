/** What is known of a loader, in the numbers that files have. */
import { architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import type { LoaderKnowledge } from '../../relocator-dsl/loader.ts';

/** What a loader knows of each machine. */
export function knowledgeOfAll(loader: string): [arch: string, Architecture, LoaderKnowledge][] {
  return architectures.flatMap((architecture) =>
    architecture.machine.loading.loaders
      .filter((knowledge) => knowledge.loader === loader)
      .map((knowledge): [string, Architecture, LoaderKnowledge] => [
        architecture.machine.arch,
        architecture,
        knowledge,
      ]),
  );
}

/** The numbers of types, each once, from the lowest on. */
export function numbersOf({ byName }: Architecture, names: Iterable<string>): number[] {
  const numbers = [...names].map((name) => byName.get(name)?.type ?? Number.NaN);
  return [...new Set(numbers)].sort((a, b) => a - b);
}
