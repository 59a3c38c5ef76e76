/** What relocator knows about one relocation type. */
import { describeType, descriptionText, type TypeDescription } from '../codegen/docs/describe.ts';
import { architectureNamed, architectures } from '../relocator-dsl/arch/index.ts';
import { type Architecture, commonPrefix } from '../relocator-dsl/architecture.ts';
import { InputError } from './trouble/errors.ts';
import { REPORT } from './trouble/report.ts';

/** How many similar names an unknown one is answered with. */
const SUGGESTIONS = 5;

/**
 * The type with that name (in any case) or number (decimal or 0x…).
 * @throws InputError when the architecture or the type is unknown, with names that come close
 */
export function explainType(typeNameOrNumber: string, arch: string): TypeDescription {
  const architecture = architectureNamed(arch);
  if (!architecture) {
    const known = architectures.map(({ machine }) => machine.arch).join(', ');
    throw new InputError(`unknown architecture ${arch}; known are ${known}`);
  }
  const entry = /^(\d+|0x[0-9a-f]+)$/i.test(typeNameOrNumber)
    ? architecture.byType.get(Number(typeNameOrNumber))
    : (architecture.byName.get(typeNameOrNumber) ?? architecture.byName.get(typeNameOrNumber.toUpperCase()));
  if (!entry) {
    const close = closeNames(typeNameOrNumber, architecture);
    const hint = close.length > 0 ? `; close to it are ${close.join(', ')}` : '';
    throw new InputError(
      `relocator's table for ${arch} has no relocation type ${typeNameOrNumber}${hint}; if a file has it, it is newer ` +
        `than relocator: ${REPORT}`,
    );
  }
  return describeType(architecture, entry);
}

/**
 * The architecture whose relocation types have that name; the first one where several share a psABI.
 * @throws InputError when there is none, or when it is a number, which means another type in each
 */
export function architectureOfType(typeName: string): string {
  const known = architectures.filter(
    ({ byName }) => byName.has(typeName) || byName.has(typeName.toUpperCase()),
  );
  const [first] = known;
  const machines = new Set(known.map(({ machine }) => machine.elfMachine));
  if (first && machines.size === 1) return first.machine.arch;
  const all = architectures.map(({ machine }) => machine.arch).join(', ');
  throw new InputError(`${typeName} alone does not tell the architecture; add --arch (${all})`);
}

/** `explainType` as text. @throws InputError like `explainType` */
export function explain(typeNameOrNumber: string, arch: string): string {
  return descriptionText(explainType(typeNameOrNumber, arch));
}

/** The names nearest to `wanted`; for a number, the types with the nearest numbers. */
export function closeNames(wanted: string, { types }: Architecture): string[] {
  const number = Number(wanted);
  const prefix = commonPrefix(types);
  const bareName = (name: string): string => name.slice(name.startsWith(prefix) ? prefix.length : 0);
  const target = bareName(wanted.toUpperCase());
  const ranked = types.map((entry) => {
    const name = bareName(entry.name);
    const distance = Number.isNaN(number)
      ? editDistance(target, name) - (target !== '' && name.includes(target) ? target.length : 0)
      : Math.abs(entry.type - number);
    return {
      name: entry.name,
      text: Number.isNaN(number) ? entry.name : `${entry.name} (${entry.type})`,
      distance,
    };
  });
  ranked.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return ranked.slice(0, SUGGESTIONS).map(({ text }) => text);
}

/** How many characters must be inserted, removed or replaced to turn `a` into `b`. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
