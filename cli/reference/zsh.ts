/** What zsh needs to complete command lines of relocator. */
import type { OfferedNames } from '../offered.ts';
import type { ArgumentOutline, CommandOutline, OptionOutline } from './outline.ts';
import { flagsOf, hasWords, quoted } from './words.ts';

export function zsh(comment: string, outlines: readonly CommandOutline[], names: OfferedNames): string {
  const functions = outlines.map(({ path, options, commands, arguments: all }) => {
    const specs = options.flatMap(specsOf).map(quoted);
    const named = all.find(hasWords);
    const rest =
      commands.length === 0
        ? [quoted(`*:${named?.name ?? 'file'}:${named ? actionOf(named) : '_files'}`)]
        : [
            quoted(`1:command:(${commands.map(({ name }) => name).join(' ')})`),
            quoted('*::arguments:->below'),
          ];
    const below = commands.map(({ name }) => `      ${name}) ${functionName(`${path} ${name}`)} ;;`);
    return [
      `${functionName(path)}() {`,
      '  local state line',
      `  _arguments -C \\\n    ${[...specs, ...rest].join(' \\\n    ')}`,
      ...(below.length === 0
        ? []
        : ['  if [[ $state == below ]]; then', '    case $line[1] in', ...below, '    esac', '  fi']),
      '}',
    ].join('\n');
  });
  const lists = Object.entries(names).map(
    ([kind, list]) => `typeset -ga _relocator_${kind}=(${list.map(quoted).join(' ')})`,
  );
  return `#compdef relocator
${comment}
${lists.join('\n')}

_relocator_offer() {
  local kind
  compset -P '*,'
  for kind; do
    # Releases are many: they come behind the loader's name.
    [[ $kind == releases && $PREFIX != *@* ]] || compadd -a "_relocator_$kind"
  done
}

${functions.join('\n\n')}

# Read as a function, when the first word is completed, it has to complete that, too.
if [[ $funcstack[1] == _relocator ]]; then
  _relocator "$@"
else
  compdef _relocator relocator
fi
`;
}

function functionName(path: string): string {
  return `_${path.replaceAll(' ', '_')}`;
}

function specsOf(option: OptionOutline): string[] {
  const text = option.text.replace(/[[\]:]/g, (sign) => `\\${sign}`);
  const value = option.takes ? `:value:${actionOf(option)}` : '';
  // The value may stand behind "=" in the same word, or in the next one.
  const either = (flag: string): string => (option.takes && flag.startsWith('--') ? `${flag}=` : flag);
  return flagsOf(option).map((flag) => `*${either(flag)}[${text}]${value}`);
}

/** By what a value is completed. */
function actionOf({ choices, offers }: OptionOutline | ArgumentOutline): string {
  if (offers.length > 0) return `{_relocator_offer ${offers.join(' ')}}`;
  return choices ? `(${choices.join(' ')})` : '_files';
}
