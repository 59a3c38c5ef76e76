/** The README's table of machines: counts from the rules, bytes from building Debian's purgatories. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasPrologue } from '../../codegen/prologue/target.ts';
import { buildImage, type ImageMap } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { fieldMotion } from '../../relocator-dsl/motion.ts';
import { debianObjects } from './debian-objects.ts';

export const README = fileURLToPath(new URL('../../README.md', import.meta.url));
const BEGIN = '<!-- the table of machines, written by npm run golden -->';
const END = '<!-- end of the table -->';

/** The README with the table as it must be. @throws Error when it has no place for it */
export async function readmeWithTable(): Promise<string> {
  const text = readFileSync(README, 'utf8');
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error('README.md lost the marks around the table of machines');
  return `${text.slice(0, begin + BEGIN.length)}\n${await table()}${text.slice(end)}`;
}

function leftText({ fixups }: ImageMap): string {
  const words = fixups.filter(({ kind }) => kind === 'word').length;
  const fields = fixups.length - words;
  const parts = [words === 0 ? '' : `${words} words`, fields === 0 ? '' : `${fields} instruction fields`];
  return parts.filter((part) => part !== '').join(' and ') || 'nothing';
}

async function table(): Promise<string> {
  const real = new Map<string, string[]>();
  for (const { name, object, completed } of debianObjects()) {
    const { map, summary } = await buildImage(object, { loaderWrites: 'kexec-tools' });
    const bytes = summary.codeSize + summary.tableSize;
    const label = completed ? `${name}, completed` : name;
    const text = `${label}: ${leftText(map)} left, ${summary.codeSize} + ${summary.tableSize} = ${bytes} bytes`;
    real.set(map.arch, [...(real.get(map.arch) ?? []), text]);
  }
  const rows = architectures.map(({ machine, types, rules }) => {
    const moving = rules.filter((rule) => fieldMotion(rule, 'image').coefficient !== 0n);
    const { arch } = machine;
    return [
      `[${arch}](docs/relocations/${arch}.md)`,
      types.length,
      rules.length + types.filter(({ kind }) => kind === 'marker').length,
      hasPrologue(arch) ? moving.length : 'rules only',
      real.get(arch)?.join('; ') ?? 'Debian has none',
    ];
  });
  const lines = [
    ['machine', 'types named', 'implemented', 'that the prologue may apply', "Debian's purgatory"],
    ['---', '--:', '--:', '--:', '---'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
