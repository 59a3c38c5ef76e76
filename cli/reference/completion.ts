/** Completions for shells. They ask nothing of the command when they run: all of it is in them. */
import type { CommandOutline, OptionOutline } from './outline.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

export function completionFor(shell: Shell, outlines: readonly CommandOutline[]): string {
  return { bash, zsh, fish }[shell](outlines);
}

const COMMENT = '# Completion of relocator, printed by `relocator completion';

function bash(outlines: readonly CommandOutline[]): string {
  const words = outlines.map(
    ({ path, options, commands }) =>
      `    ${quoted(path)}) options=${quoted(options.flatMap(flagsOf).join(' '))} commands=${quoted(commands.map(({ name }) => name).join(' '))} ;;`,
  );
  const below = outlines.slice(1).map(({ path }) => quoted(path));
  const values = outlines.flatMap(({ path, options }) =>
    options
      .filter(({ takes }) => takes)
      .map((option) => {
        const patterns = flagsOf(option).map((flag) => quoted(`${path} ${flag}`));
        const reply = option.choices ? `-W ${quoted(option.choices.join(' '))}` : '-f';
        return `    ${patterns.join('|')}) mapfile -t COMPREPLY < <(compgen ${reply} -- "$current"); return ;;`;
      }),
  );
  return `${COMMENT} bash\`.
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
  elif [[ -n $commands ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
  else
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}
complete -o filenames -F _relocator relocator
`;
}

function zsh(outlines: readonly CommandOutline[]): string {
  const functions = outlines.map(({ path, options, commands }) => {
    const specs = options.flatMap(zshSpecs).map(quoted);
    const rest =
      commands.length === 0
        ? [quoted('*:file:_files')]
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
  return `#compdef relocator
${COMMENT} zsh\`.
${functions.join('\n\n')}

compdef _relocator relocator
`;
}

function functionName(path: string): string {
  return `_${path.replaceAll(' ', '_')}`;
}

function zshSpecs(option: OptionOutline): string[] {
  const text = option.text.replace(/[[\]:]/g, (sign) => `\\${sign}`);
  const value = option.choices ? `:value:(${option.choices.join(' ')})` : ':file:_files';
  return flagsOf(option).map((flag) => `*${flag}[${text}]${option.takes ? value : ''}`);
}

function fish(outlines: readonly CommandOutline[]): string {
  const lines = outlines.flatMap(({ path, options, commands }) => {
    const condition = fishCondition(path, outlines);
    return [
      ...commands.map(
        ({ name, summary }) =>
          `complete -c relocator -n ${condition} -f -a ${name} -d ${fishQuoted(summary)}`,
      ),
      ...options.map((option) => {
        const short = option.short === undefined ? '' : ` -s ${option.short.slice(1)}`;
        const value = option.choices ? ` -x -a ${fishQuoted(option.choices.join(' '))}` : ' -r';
        const long = option.long.slice(2);
        return `complete -c relocator -n ${condition}${short} -l ${long}${option.takes ? value : ''} -d ${fishQuoted(option.text)}`;
      }),
    ];
  });
  return `${COMMENT} fish\`.\n${lines.join('\n')}\n`;
}

/** That the words so far are those of the path, and none of a command below it. */
function fishCondition(path: string, outlines: readonly CommandOutline[]): string {
  const [, ...words] = path.split(' ');
  const below = outlines
    .filter((each) => each.path.startsWith(`${path} `))
    .map((each) => each.path.slice(path.length + 1));
  const names = below.filter((name) => !name.includes(' '));
  const seen = words.map((word) => `__fish_seen_subcommand_from ${word}`);
  const unseen = names.length === 0 ? [] : [`not __fish_seen_subcommand_from ${names.join(' ')}`];
  return fishQuoted([...seen, ...unseen].join('; and ') || 'true');
}

function flagsOf({ short, long }: OptionOutline): string[] {
  return [...(short === undefined ? [] : [short]), long];
}

/** A word of bash and zsh. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
