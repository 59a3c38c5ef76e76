/** `relocator loaders`: who else relocates, and which types they know since when. */
import { Command } from 'commander';
import { InputError, knowledgeOf, LOADERS, type Loader } from '../../index.ts';
import { facts, paint, table } from '../print.ts';

const HELP = `
A release that audit --loader NAME@RELEASE names may be any between those that were looked at.

Examples:
  relocator loaders
  relocator loaders kexec-tools`;

export function loadersCommand(): Command {
  return new Command('loaders')
    .summary('list other loaders and the relocation types they know')
    .description(
      'List other loaders: what they do, with which files, and what becomes of a relocation type they do not know. ' +
        'With a name, all types that it knows, by machine and by the release that first had them.',
    )
    .argument('[name]', 'a loader')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action((name: string | undefined, { json }: { json?: boolean }) => {
      const found = name === undefined ? LOADERS : LOADERS.filter((loader) => loader.name === name);
      if (found.length === 0) {
        const known = LOADERS.map((loader) => loader.name).join(', ');
        throw new InputError(`no loader is called ${name}; known are ${known}`);
      }
      if (json) console.log(JSON.stringify(found.map(jsonOf), null, 2));
      else console.log(name === undefined ? listText(found) : found.map(loaderText).join('\n\n'));
    });
}

function listText(loaders: readonly Loader[]): string {
  const columns = ['NAME', 'RELEASES', 'DOES', 'MACHINES'].map((title) => ({ title }));
  return table(
    columns,
    loaders.map((loader) => {
      const machines = knowledgeOf(loader).map(({ arch }) => arch);
      return [loader.name, loader.seen.join(' to '), loader.does, machines.join(' ')];
    }),
  );
}

function loaderText(loader: Loader): string {
  const { name, title, does, seen, releases, unknown, undefinedSymbols, commonSymbols, unchecked } = loader;
  const about = facts([
    ['does', does],
    ['releases', `${releases} ${seen.join(' to ')} were looked at`],
    ['unknown types', unknown],
    ['undefined symbols', undefinedSymbols],
    ['COMMON symbols', commonSymbols],
    ['does not check', unchecked],
  ]);
  const machines = knowledgeOf(loader).map(({ arch, source, types, notes }) => {
    const rows = Object.entries(types).map(([since, names]) => [since, names.join(' ')] as const);
    const more = Object.entries(notes).map(([type, note]) => [type, note] as const);
    return `${paint('bold', arch)} (${source})\n${facts([...rows, ...more])}`;
  });
  return [`${paint('bold', name)}: ${title}\n${about}`, ...machines].join('\n\n');
}

function jsonOf(loader: Loader): unknown {
  return { ...loader, machines: knowledgeOf(loader) };
}
