/** The README's table of machines: counts from the rules, bytes from building Debian's purgatories and our own. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Marks, withPart } from '../../codegen/docs/part.ts';
import { hasPrologue } from '../../codegen/machines/index.ts';
import { buildImage, type ImageMap } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import { debianObjects } from './debian-objects.ts';
import { buildFixture, fixtureNames } from './golden.ts';

export const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const TABLE: Marks = {
  begin: '<!-- the table of machines, written by npm run golden -->',
  end: '<!-- end of the table -->',
};

/** The README with the table as it must be. @throws RangeError when it has no place for it */
export async function readmeWithTable(): Promise<string> {
  return withPart(readFileSync(README, 'utf8'), TABLE, await table());
}

function leftText({ fixups }: ImageMap): string {
  const words = fixups.filter(({ kind }) => kind === 'word').length;
  const fields = fixups.length - words;
  const parts = [words === 0 ? '' : `${words} words`, fields === 0 ? '' : `${fields} instruction fields`];
  return parts.filter((part) => part !== '').join(' and ') || 'nothing';
}

function sizeText(codeSize: number, tableSize: number): string {
  return `${codeSize} + ${tableSize} = ${codeSize + tableSize} bytes`;
}

/** The purgatories of ours with the least and the most in front of them, of a machine of which Debian has none. */
async function ourOwn(arch: string): Promise<string> {
  const names = fixtureNames().filter((name) => name.startsWith(`${arch}-`) && name.endsWith('.ro'));
  const built = await Promise.all(
    names.map(async (name) => {
      const { codeSize, tableSize } = (await buildFixture(name)).summary;
      return { name: name.slice(arch.length + 1, -'.ro'.length), codeSize, tableSize };
    }),
  );
  const bySize = built.sort((a, b) => a.codeSize + a.tableSize - b.codeSize - b.tableSize);
  const [least, most] = [bySize[0], bySize.at(-1)];
  if (!least || !most) return 'none';
  const [low, high] = [least, most].map(({ codeSize, tableSize }) => sizeText(codeSize, tableSize));
  return low === high
    ? `none; all of ours: ${low}`
    : `none; of ours, ${least.name}: ${low}, up to ${most.name}: ${high}`;
}

async function table(): Promise<string> {
  const real = new Map<string, string[]>();
  for (const { name, object, completed } of debianObjects()) {
    const { map, summary } = await buildImage(object, { loaderWrites: 'kexec-tools' });
    const label = completed ? `${name}, completed` : name;
    const text = `${label}: ${leftText(map)} left, ${sizeText(summary.codeSize, summary.tableSize)}`;
    real.set(map.arch, [...(real.get(map.arch) ?? []), text]);
  }
  const rows = architectures.map(async ({ machine, byType }) => {
    // What forms of a rule there are is no type more.
    const types = [...byType.values()];
    const rules = types.filter((type) => type.kind === 'rule');
    const moving = rules.filter(
      (rule) => !rule.parts?.summed && fieldMotion(rule, 'image').coefficient !== 0n,
    );
    const { arch } = machine;
    return [
      `[${arch}](docs/relocations/${arch}.md)`,
      types.length,
      rules.length + types.filter(({ kind }) => kind === 'marker').length,
      hasPrologue(arch) ? moving.length : 'rules only',
      real.get(arch)?.join('; ') ?? (await ourOwn(arch)),
    ];
  });
  const lines = [
    ['machine', 'types named', 'implemented', 'that the prologue may apply', "Debian's purgatory"],
    ['---', '--:', '--:', '--:', '---'],
    ...(await Promise.all(rows)),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
