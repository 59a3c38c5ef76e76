/** Addresses of late symbols to try an image with: such that every field that has one admits it. */
import { evaluateFixup } from '../image/apply.ts';
import type { ImageMap, MapFixup } from '../image/map/map.ts';
import { hex } from '../image/memory/bytes.ts';
import type { LateValues } from '../image/memory/symbol-value.ts';
import { modelOf } from '../image/models.ts';
import { InputError } from '../image/trouble/errors.ts';
import type { ReferenceRule } from '../reference-model/types.ts';
import { architectureNamed } from '../relocator-dsl/architectures.ts';
import { limits } from '../relocator-dsl/check.ts';
import type { Machine } from '../relocator-dsl/machine.ts';

const PAGE = 0x1000n;
/** Bytes between one late symbol and the next. */
const STEP = 16n;

/**
 * Addresses for the image at `base`, next to it where its fields admit that.
 * @param given those that are settled, by name
 * @throws InputError naming a symbol that can have none, and a field that does not admit it next to the image
 */
export function lateAddresses(
  map: ImageMap,
  machine: Machine,
  base: bigint,
  given: LateValues = new Map(),
): Map<string, bigint> {
  const bySymbol = new Map<string, MapFixup[]>();
  for (const fixup of map.fixups) {
    if (fixup.target.kind !== 'late') continue;
    const known = bySymbol.get(fixup.symbol);
    if (known) known.push(fixup);
    else bySymbol.set(fixup.symbol, [fixup]);
  }
  const near = nextTo(map, machine, base);
  return new Map(
    map.late.map(({ name }, index) => {
      const settled = given.get(name);
      if (settled !== undefined) return [name, settled];
      const fixups = bySymbol.get(name) ?? [];
      const own = STEP * BigInt(index);
      const candidates = [near, ...fixups.flatMap((fixup) => withinLimits(map, machine, base, fixup))];
      // Bit 0 tells the state of a function's code where a machine has two.
      const addresses = [0n, 1n].flatMap((bit) => candidates.map((each) => each + own + bit));
      let why: string | undefined;
      const found = addresses.find((address) => {
        const wrapped = BigInt.asUintN(machine.wordBits, address);
        const trouble =
          wrapped === address ? troubleWith(map, machine, base, fixups, name, address) : hex(address);
        why ??= trouble;
        return trouble === undefined;
      });
      if (found !== undefined) return [name, found];
      throw new InputError(
        `at the load base ${hex(base)} no address of the late symbol ${name} suits all that name it: ${why}; ` +
          'choose another load base',
      );
    }),
  );
}

/** Behind the image, or in front of it where the address space or the image's block ends. */
export function nextTo(map: ImageMap, { wordBits }: Machine, base: bigint): bigint {
  const room = STEP * BigInt(map.late.length);
  const behind = base + ((BigInt(map.memsz) + PAGE - 1n) & ~(PAGE - 1n));
  const block = BigInt(map.block ?? 1n << BigInt(wordBits));
  const before = base - ((room + PAGE - 1n) & ~(PAGE - 1n));
  return (behind + room - 1n) / block === base / block ? behind : before;
}

/** Pages near both ends and in the middle of what a field admits. */
function withinLimits(map: ImageMap, machine: Machine, base: bigint, fixup: MapFixup): bigint[] {
  const rule = architectureNamed(map.arch)?.byName.get(fixup.type);
  if (rule?.kind !== 'rule' || !rule.check.range) return [];
  const { min, max } = limits(rule.check.range);
  const { value: distance } = evaluateFixup(map, machine, ruleOf(map, fixup), fixup, base, new Map());
  const first = BigInt.asUintN(machine.wordBits, min - distance);
  const length = max - min;
  return [PAGE, length / 2n, length - 2n * PAGE].map((at) => {
    const address = BigInt.asUintN(machine.wordBits, first + at);
    return address - (address % PAGE);
  });
}

function troubleWith(
  map: ImageMap,
  machine: Machine,
  base: bigint,
  fixups: readonly MapFixup[],
  name: string,
  address: bigint,
): string | undefined {
  const late = new Map([[name, address]]);
  for (const fixup of fixups) {
    const { why } = evaluateFixup(map, machine, ruleOf(map, fixup), fixup, base, late);
    if (why !== undefined) return `${fixup.type} at ${hex(fixup.offset)}: ${why}`;
  }
  return undefined;
}

function ruleOf({ arch }: ImageMap, { type }: MapFixup): ReferenceRule {
  const rule = modelOf(arch)?.rules.get(type);
  if (!rule) throw new InputError(`the map has a fixup of type ${type}, which ${arch} does not have`);
  return rule;
}
