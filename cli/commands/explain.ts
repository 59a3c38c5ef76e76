/** `relocator explain`: all there is to know about one relocation type, or the list of all. */
import type { TypeDescription } from '../../codegen/docs/describe.ts';
import { architectureOfType, explain, explainType, listTypes, loadForType } from '../../image/explain.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { Command } from '../command.ts';
import { say, table } from '../print.ts';
import { jsonText } from '../reports/json-text.ts';

const HELP = `
The machine is found by the name; a number needs --arch. WHAT of a list: rule (relocated), marker (nothing is stored), refusal.

Examples:
  relocator explain R_AARCH64_ADR_PREL_PG_HI21
  relocator explain --list | grep GOTPCREL`;

interface Options {
  readonly arch?: string;
  readonly list?: boolean;
  readonly json?: boolean;
}

export function explainCommand(): Command {
  return new Command('explain')
    .summary('explain a relocation type, or list all')
    .description(
      'Print the formula of a relocation type in psABI letters, its field, its check, how it moves with the image, ' +
        'which loaders know it, and its source.',
    )
    .argument('[type]', 'a name (R_X86_64_PC32), or a number in decimal or 0x…')
    .option('--arch <arch>', 'the architecture; may be left out when the name tells it')
    .option('--list', 'list all types, of one architecture with --arch')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (type: string | undefined, { arch, list, json }: Options) => {
      if (list) {
        if (type !== undefined)
          throw new InputError(`--list lists all types; leave out ${type}, or the option to explain it`);
        const types = await listTypes(arch);
        say(json ? jsonText(types) : listText(types));
        return;
      }
      if (type === undefined) throw new InputError('name a relocation type, or add --list to see all');
      await loadForType(type, arch);
      const machine = arch ?? architectureOfType(type);
      say(json ? jsonText(explainType(type, machine)) : explain(type, machine).trimEnd());
    });
}

function listText(types: readonly TypeDescription[]): string {
  return table(
    [
      { title: 'MACHINE' },
      { title: 'NUMBER', right: true },
      { title: 'TYPE' },
      { title: 'WHAT' },
      { title: 'FORMULA' },
    ],
    types.map((each) => [
      each.arch,
      `${each.type}`,
      each.name,
      each.kind,
      each.kind === 'rule' ? each.formula : '',
    ]),
  );
}
