/** What bash needs to complete command lines of relocator. */
import type { OfferedNames } from '../offered.ts';
import type { ArgumentOutline, CommandOutline, OptionOutline } from './outline.ts';
import { flagsOf, hasWords, quoted } from './words.ts';

export function bash(comment: string, outlines: readonly CommandOutline[], names: OfferedNames): string {
  const kinds = Object.entries(names).map(
    ([kind, list]) => `    ${kind}) names=${quoted(list.join('\n'))} ;;`,
  );
  const below = outlines.slice(1).map(({ path }) => quoted(path));
  const values = outlines.flatMap(({ path, options }) =>
    options
      .filter(({ takes }) => takes)
      .map((option) => {
        const patterns = flagsOf(option).map((flag) => quoted(`${path} ${flag}`));
        return `    ${patterns.join('|')}) ${offering(option)}; return ;;`;
      }),
  );
  const words = outlines.map(
    ({ path, options, commands }) =>
      `    ${quoted(path)}) options=${quoted(options.flatMap(flagsOf).join(' '))} commands=${quoted(commands.map(({ name }) => name).join(' '))} ;;`,
  );
  const args = outlines.flatMap(({ path, arguments: all }) =>
    all.filter(hasWords).map((argument) => `    ${quoted(path)}) ${offering(argument)} ;;`),
  );
  return `${comment}
_relocator_offer() {
  local IFS=$'\\n' rest=\${current##*,} list='' names kind
  for kind; do
    case $kind in
${kinds.join('\n')}
    esac
    list+=$names$'\\n'
  done
  mapfile -t COMPREPLY < <(compgen -P "\${current%"$rest"}" -W "$list" -- "$rest")
}
_relocator() {
  local current=\${COMP_WORDS[COMP_CWORD]} path=relocator options='' commands='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$path \${COMP_WORDS[i]}" in
    ${below.join('|')}) path="$path \${COMP_WORDS[i]}" ;;
    esac
  done
  case "$path \${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  case "$path" in
${words.join('\n')}
  esac
  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
    return
  elif [[ -n $commands ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
    return
  fi
  case "$path" in
${args.join('\n')}
    *) mapfile -t COMPREPLY < <(compgen -f -- "$current") ;;
  esac
}
complete -o filenames -F _relocator relocator
`;
}

/** The command that offers what a value may be. */
function offering({ choices, offers }: OptionOutline | ArgumentOutline): string {
  if (offers.length > 0) return `_relocator_offer ${offers.join(' ')}`;
  const reply = choices ? `-W ${quoted(choices.join(' '))}` : '-f';
  return `mapfile -t COMPREPLY < <(compgen ${reply} -- "$current")`;
}
