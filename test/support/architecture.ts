import { architectureNamed, architectures } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';

/** @throws Error for a machine that there is none of */
export function architectureOf(arch: string): Architecture {
  const found = architectureNamed(arch);
  if (!found) throw new Error(`no architecture is called ${arch}`);
  return found;
}

/** The type of a machine that stores an address in a whole word of so many bytes. @throws Error where there is none */
export function addressType({ machine, rules }: Architecture, bytes: number): number {
  const found = rules.find(({ value, field }) => `${value}` === 'S + A' && field.bytes === bytes);
  if (!found) throw new Error(`${machine.arch} has no S + A of ${bytes} bytes`);
  return found.type;
}

/** The first machine that has a rule of that name. @throws Error where none has */
export function architectureWith(type: string): Architecture {
  const found = architectures.find(({ byName }) => byName.get(type)?.kind === 'rule');
  if (!found) throw new Error(`no machine has a rule ${type}`);
  return found;
}
