/** docs/radar.md: for each machine which types compilers emit, since which version, by which flags, and who takes them. */
import { architectureNamed } from '../../relocator-dsl/arch/index.ts';
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { avoidanceOf, habitsOf, loaderNamed, loadersOf } from '../../relocator-dsl/loaders.ts';
import type { MachineFindings } from './findings.ts';
import { type Change, changesOf, type Sighting, sightingsOf } from './sightings.ts';

const HEAD = `# Which compiler emits which relocation type

<!-- written by npm run radar -->

The corpus is freestanding: the purgatories of this project ([purgatory/](../purgatory)), and the programs that
[check themselves](../test/selfcheck/README.md). Each is compiled by every gcc and clang that Debian 12 has for the machine, with every set of flags
in its plan, and with none: \`-O0\`, \`-O2\` and \`-Os\` for the programs, \`-O1\`, \`-O3\` and \`-Os\` or \`-Oz\` for the purgatories. gcc's objects are as GNU as
2.40 writes them, and clang's as its own assembler does. Only sections that take memory count.

- **gcc**, **clang**: the versions that emit the type. A range is of those that were asked.
- **first with**: the least flags that bring it, by the oldest version that does; levels where it is not at all of them. "By itself" is without
  any flag of the plan. The purgatories have the flags of [purgatory/machines](../purgatory/machines), too, which keep vectors out.
- **in**: code, data, or unwinding tables, which \`-fno-asynchronous-unwind-tables\` leaves out.
- **refused by**: loaders of objects, and converters of linked files, that have no such type in their lists, up to which release
  ([loaders.md](loaders.md#other-loaders)). A linker leaves types to converters only with \`--emit-relocs\`. Those who read dynamic relocations never see what compilers emit.
- **relocator**: what becomes of it in an image. "takes": it is a rule, or stores nothing.

What of this has broken loaders stands in [breakages.md](breakages.md).
`;

/** The whole page; `asked` is every machine that could have been. */
export function radarPage(machines: readonly MachineFindings[], asked: readonly string[]): string {
  const all = machines.map((findings) => ({ findings, sightings: sightingsOf(findings) }));
  const changes = all.flatMap(({ findings, sightings }) =>
    changesOf(findings).map((change) => ({ arch: findings.arch, change, sightings })),
  );
  const missing = asked.filter((arch) => machines.every((each) => each.arch !== arch));
  return [
    HEAD,
    ...(missing.length === 0 ? [] : [`Not compiled for yet: ${missing.join(', ')}.\n`]),
    '## What newer versions changed\n',
    'Types that a version emits with flags with which the version before did not, or no more. Each is a loader that broke, or might have.\n',
    ...table(
      ['machine', 'since', 'type', 'with', 'refused by'],
      changes.map(({ arch, change }) => changeRow(arch, change)),
    ),
    '',
    ...all.map(({ findings, sightings }) => machineText(findings, sightings)),
  ].join('\n');
}

function changeRow(arch: string, { compiler, type, flags, gone }: Change): string[] {
  return [
    arch,
    compiler.replace('-', ' '),
    `${gone ? 'no more ' : ''}\`${type}\``,
    flags.map(flagsText).join(', '),
    gone ? '' : refusers(known(arch), type),
  ];
}

function machineText({ arch, compilers, jobs }: MachineFindings, sightings: readonly Sighting[]): string {
  const architecture = known(arch);
  const names = Object.entries(compilers).map(([name, version]) => `${name.replace('-', ' ')} (${version})`);
  const failed = jobs.flatMap(({ flags, compilers: own, emitted }) =>
    emitted.failed === undefined
      ? []
      : [`- ${flagsText(flags)}, ${own.join(', ')}: ${cell(emitted.failed.why)}`],
  );
  return [
    `## ${arch}\n`,
    `Asked: ${names.join(', ')}; ${new Set(jobs.map(({ flags }) => flags)).size} sets of flags.\n`,
    ...table(
      ['type', 'gcc', 'clang', 'first with', 'in', 'refused by', 'relocator'],
      sightings.map((sighting) => row(architecture, compilers, sighting)),
    ),
    ...(failed.length === 0 ? [] : ['\nNot all of the corpus was compiled with:\n', ...failed]),
    '',
  ].join('\n');
}

function row(
  architecture: Architecture,
  compilers: MachineFindings['compilers'],
  sighting: Sighting,
): string[] {
  const { type, by, standsIn } = sighting;
  const versions = (family: string): string => {
    const all = Object.keys(compilers).filter((name) => name.startsWith(`${family}-`));
    const [asked, own] = [all, all.filter((name) => by[name])].map((list) =>
      list.map((name) => name.slice(family.length + 1)),
    );
    return versionsText(asked ?? [], own ?? []);
  };
  const first = ['gcc', 'clang'].flatMap((family) => {
    const oldest = Object.keys(compilers).find((name) => name.startsWith(`${family}-`) && by[name]);
    const found = oldest === undefined ? undefined : by[oldest];
    return found ? [{ family, text: `${flagsText(found.flags)}${found.levels}` }] : [];
  });
  const texts = [...new Set(first.map(({ text }) => text))];
  const told = texts.length === 1 ? texts : first.map(({ family, text }) => `${family}: ${text}`);
  return [
    `\`${type}\``,
    versions('gcc'),
    versions('clang'),
    told.join('; '),
    standsIn.join(', '),
    refusers(architecture, type),
    fate(architecture, type),
  ];
}

/** Which of the versions that were asked, in few words. */
function versionsText(all: readonly string[], own: readonly string[]): string {
  if (own.length === 0) return all.length === 0 ? '' : 'no';
  if (own.length === all.length) return own.length === 1 ? `${own[0]}` : `${own[0]} to ${own.at(-1)}`;
  const isTail = own.every((version, index) => version === all[all.length - own.length + index]);
  return isTail ? `since ${own[0]}` : own.join(', ');
}

/** Who reads relocations of sections and has no such type. */
function refusers(architecture: Architecture, type: string): string {
  const { loading } = architecture.machine;
  const refusing = loadersOf(architecture, type).flatMap(({ loader, known: applies, since, until }) => {
    const knowledge = loading.loaders.find((each) => each.loader === loader.name);
    const { takes } = habitsOf(loaderNamed(loader.name), knowledge);
    // One that has no types at all on the machine loads nothing there.
    if (takes === 'static PIEs' || Object.keys(knowledge?.types ?? {}).length === 0) return [];
    if (until !== undefined) return [`${loader.name} since ${until}`];
    if (!applies) return [loader.name];
    return since === undefined ? [] : [`${loader.name} before ${since}`];
  });
  return refusing.join(', ');
}

function fate({ byName, ...architecture }: Architecture, name: string): string {
  const type = byName.get(name);
  if (type === undefined) return 'has no such type';
  const flag = avoidanceOf({ byName, ...architecture }, name);
  const avoid = flag === undefined ? '' : `; to avoid it, ${flag}`;
  return type.kind === 'refusal' ? `refuses: ${cell(type.reason)}${avoid}` : `takes${avoid}`;
}

function flagsText(flags: string): string {
  return flags === '' ? 'by itself' : `\`${flags}\``;
}

function known(arch: string): Architecture {
  const architecture = architectureNamed(arch);
  if (!architecture) throw new Error(`there are no rules for ${arch}`);
  return architecture;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
