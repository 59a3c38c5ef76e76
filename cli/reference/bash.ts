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
    # Releases are many: they come behind the loader's name.
    if [[ $kind == releases && $rest != *@* ]]; then continue; fi
    case $kind in
${kinds.join('\n')}
    esac
    list+=$names$'\\n'
  done
  mapfile -t COMPREPLY < <(compgen -P "\${current%"$rest"}" -W "$list" -- "$rest")
  # As names of files they would have their commas quoted, with which nothing behind would be found.
  compopt +o filenames
  COMPREPLY=("\${COMPREPLY[@]// /\\\\ }")
}
_relocator_reply() {
  local path=relocator options='' commands='' i
  for ((i = 1; i < count; i++)); do
    case "$path \${words[i]}" in
    ${below.join('|')}) path="$path \${words[i]}" ;;
    esac
  done
  case "$path $option" in
${values.join('\n')}
  esac
  if [[ -n $set ]]; then return; fi
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
_relocator() {
  local line=\${COMP_LINE:0:COMP_POINT} words=() part
  # Bash cuts words at = and @, too, as COMP_WORDBREAKS says; between words of the command stand blanks.
  for part in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    if [[ \${#words[@]} == 0 || $line == [[:space:]]* ]]; then
      words+=('')
      line=\${line#"\${line%%[![:space:]]*}"}
    fi
    words[-1]+=\${line:0:\${#part}}
    line=\${line:\${#part}}
  done
  local count=$((\${#words[@]} - 1)) typed=\${words[-1]} set=''
  local current=$typed option=\${words[count - 1]}
  if [[ $typed == --*=* ]]; then
    option=\${typed%%=*} set=\${typed%%=*}= current=\${typed#*=}
  fi
  _relocator_reply
  # What stands before the last of those signs is not replaced, nor the sign, but for @.
  local head=\${typed%"\${typed##*["$COMP_WORDBREAKS"]}"} i
  head=\${head%@}
  for i in "\${!COMPREPLY[@]}"; do
    part=$set\${COMPREPLY[i]}
    COMPREPLY[i]=\${part#"$head"}
  done
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
