/** What fish needs to complete command lines of relocator. */
import type { OfferedNames } from '../offered.ts';
import type { ArgumentOutline, CommandOutline, OptionOutline } from './outline.ts';
import { hasWords } from './words.ts';

export function fish(comment: string, outlines: readonly CommandOutline[], names: OfferedNames): string {
  const lists = Object.entries(names).map(
    ([kind, list]) => `set -g __relocator_${kind} ${list.map(quoted).join(' ')}`,
  );
  const lines = outlines.flatMap(({ path, options, commands, arguments: all }) => {
    const condition = conditionOf(path, outlines);
    return [
      ...commands.map(
        ({ name, summary }) => `complete -c relocator -n ${condition} -f -a ${name} -d ${quoted(summary)}`,
      ),
      ...all
        .filter(hasWords)
        .map((argument) => `complete -c relocator -n ${condition} -f -a ${wordsOf(argument)}`),
      ...options.map((option) => {
        const short = option.short === undefined ? '' : ` -s ${option.short.slice(1)}`;
        const value = hasWords(option) ? ` -x -a ${wordsOf(option)}` : ' -r';
        const long = option.long.slice(2);
        return `complete -c relocator -n ${condition}${short} -l ${long}${option.takes ? value : ''} -d ${quoted(option.text)}`;
      }),
    ];
  });
  return `${comment}
${lists.join('\n')}

# Behind what stands before the last comma, each name of the lists.
function __relocator_offer
    set -l token (commandline -ct)
    set -l value (string replace -r '^--[^=]*=' '' -- "$token")
    set -l before (string replace -r '[^,]*$' '' -- "$value")
    for kind in $argv
        # Releases are many: they come behind the loader's name.
        if test $kind = releases; and not string match -q '*@*' -- "$value"
            continue
        end
        set -l list __relocator_$kind
        printf '%s\\n' "$before"$$list
    end
end

${lines.join('\n')}
`;
}

/** The words that may stand there, or what prints them. */
function wordsOf({ choices = [], offers }: OptionOutline | ArgumentOutline): string {
  return quoted(offers.length > 0 ? `(__relocator_offer ${offers.join(' ')})` : choices.join(' '));
}

/** That the words so far are those of the path, and none of a command below it. */
function conditionOf(path: string, outlines: readonly CommandOutline[]): string {
  const [, ...words] = path.split(' ');
  const below = outlines
    .filter((each) => each.path.startsWith(`${path} `))
    .map((each) => each.path.slice(path.length + 1));
  const names = below.filter((name) => !name.includes(' '));
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const unseen = names.length === 0 ? [] : [`not __fish_seen_subcommand_from ${names.join(' ')}`];
  return quoted([...seen, ...unseen].join('; and ') || 'true');
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
