/** `relocator loaders`: who else relocates, and which types they know since when. */
import { knowledgeOf } from '../../image/explain.ts';
import { loadAllMachines } from '../../image/models.ts';
import { InputError } from '../../image/trouble/errors.ts';
import type { Habits, Loader } from '../../relocator-dsl/loader.ts';
import { LOADERS } from '../../relocator-dsl/loader-list.ts';
import { knownLoaders } from '../arguments.ts';
import { Command } from '../command.ts';
import type { Manual } from '../manual.ts';
import { facts, paint, table } from '../print.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
A release that audit --loader NAME@RELEASE names may be any between those that were looked at; one that is later is judged by
what the last of them knows, and a note says so.`,
  examples: ['relocator loaders', 'relocator loaders kexec-tools'],
};

export function loadersCommand(): Command {
  const command = new Command('loaders')
    .summary('list other loaders and the relocation types they know')
    .description(
      'List other loaders: what they do, with which files, and what becomes of a relocation type they do not know. ' +
        'With a name, all types that it knows, by machine and by the release that first had them.',
    )
    .argument('[name]', 'a loader');
  return addTelling(command, 'loaders')
    .offering({ name: ['loaders'] })
    .withManual(MANUAL)
    .action(async (name: string | undefined, options: Telling) => {
      await loadAllMachines();
      const found = LOADERS.filter((loader) => name === undefined || loader.name === name);
      if (name !== undefined && found.length === 0)
        throw new InputError(`no loader is called ${name}${knownLoaders(name)}`);
      const answer: Answer = {
        command: 'loaders',
        text: () => (name === undefined ? listText(found) : found.map(loaderText).join('\n\n')),
        data: () => ({ loaders: found.map((loader) => ({ ...loader, machines: knowledgeOf(loader) })) }),
      };
      tell(answer, options);
    });
}

function listText(loaders: readonly Loader[]): string {
  const columns = ['NAME', 'RELEASES', 'DOES', 'MACHINES'].map((title) => ({ title }));
  return table(
    columns,
    loaders.map((loader) => {
      const machines = knowledgeOf(loader).map(({ arch }) => arch);
      return [loader.name, seenText(loader), loader.does, machines.join(' ')];
    }),
  );
}

function seenText({ seen: [first, last] }: Loader): string {
  return first === last ? first : `${first} to ${last}`;
}

function loaderText(loader: Loader): string {
  const { name, title, does, releases, looked } = loader;
  const about = facts([
    ['does', does],
    ['releases', `${releases} ${seenText(loader)}${looked === undefined ? '' : `; looked at: ${looked}`}`],
    ...habitRows(loader),
  ]);
  const machines = knowledgeOf(loader).map(({ arch, source, types, until, otherwise, notes }) => {
    const since = Object.entries(types).map(([release, names]) => [release, names.join(' ')] as const);
    const gone = Object.entries(until).map(
      ([release, names]) => [release, `no more: ${names.join(' ')}`] as const,
    );
    const rows = [...since, ...gone, ...habitRows(otherwise), ...Object.entries(notes)];
    return `${paint('bold', arch)} (${source})\n${facts(rows)}`;
  });
  return [`${paint('bold', name)}: ${title}\n${about}`, ...machines].join('\n\n');
}

function habitRows(habits: Partial<Habits>): (readonly [string, string])[] {
  const { takes, unknown, unknownHow, undefinedSymbols, commonSymbols, relr, unchecked } = habits;
  const since = relr?.since === undefined ? '' : `relocated since ${relr.since}, before `;
  const rows: (readonly [string, string | undefined])[] = [
    ['takes', takes],
    ['unknown types', unknown === undefined ? undefined : `${unknown}: it ${unknownHow}`],
    ['undefined symbols', undefinedSymbols],
    ['COMMON symbols', commonSymbols],
    ['packed words', relr === undefined ? undefined : since + relr.otherwise],
    ['does not check', unchecked],
  ];
  return rows.flatMap(([label, text]) => (text === undefined ? [] : [[label, text] as const]));
}
