/** `relocator explain`: all there is to know about one relocation type, or the list of all. */
import { descriptionText } from '../../codegen/docs/describe.ts';
import {
  architectureOfType,
  explainType,
  listOfTypes,
  loadForList,
  loadForType,
} from '../../image/explain.ts';
import { printableName } from '../../image/trouble/printable.ts';
import type { ListedType } from '../../image/type-list.ts';
import { archCalled } from '../../relocator-dsl/architectures.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import type { Manual } from '../manual.ts';
import { table } from '../print.ts';
import { typeData } from '../reports/data.ts';
import { type Answer, addTelling, type Telling, tell } from '../tell.ts';

const MANUAL: Manual = {
  notes: `
Classes: "fixup" may be left to the prologue; "settled" is done at build time; "marker" stores nothing; "refused" is known by
name only, and explained with the reason.`,
  examples: ['relocator explain R_AARCH64_ADR_PREL_PG_HI21', 'relocator explain --list "$(uname -m)"'],
};

interface Options extends Telling {
  readonly arch?: string;
  /** The machine, or true for all. */
  readonly list?: string | true;
}

export function explainCommand(): Command {
  const command = new Command('explain')
    .summary('explain a relocation type, or list all')
    .description(
      'Print the formula of a relocation type in psABI letters, its field, its check, how it moves with the image, ' +
        'which loaders know it, and its source.',
    )
    .argument('[type]', 'a name (R_X86_64_PC32), or a number in decimal or 0x…')
    .option(
      '--arch <arch>',
      'the architecture, as uname -m, Debian or compilers call it; may be left out when the name tells it',
      archCalled,
    )
    .option(
      '--list [arch]',
      'list all types instead, of one architecture or of all: name, number, class',
      archCalled,
    );
  return addTelling(command, 'explain')
    .offering({ type: ['types'], '--arch': ['machines'], '--list': ['machines'] })
    .withManual(MANUAL)
    .action(explained);
}

async function explained(type: string | undefined, options: Options): Promise<void> {
  const { arch, list } = options;
  if ((type === undefined) === (list === undefined))
    throw new Exit(EXIT.usage, ['name one type, or ask for --list (see relocator explain --help)']);
  if (typeof list === 'string' && arch !== undefined && arch !== list)
    throw new Exit(EXIT.usage, [
      `--list ${printableName(list)} and --arch ${printableName(arch)} name two machines; leave one out`,
    ]);
  tell(type === undefined ? await listed(list === true ? arch : list) : await described(type, arch), options);
}

async function described(type: string, arch: string | undefined): Promise<Answer> {
  await loadForType(type, arch);
  const description = explainType(type, arch ?? architectureOfType(type));
  return {
    command: 'explain',
    text: () => descriptionText(description).trimEnd(),
    data: () => ({ type: typeData(description) }),
  };
}

async function listed(arch: string | undefined): Promise<Answer> {
  await loadForList(arch);
  const types = listOfTypes(arch);
  return { command: 'explain', text: () => listText(types, arch === undefined), data: () => ({ types }) };
}

function listText(types: readonly ListedType[], several: boolean): string {
  const columns = [
    ...(several ? [{ title: 'MACHINE' }] : []),
    { title: 'NUMBER', right: true },
    { title: 'TYPE' },
    { title: 'CLASS' },
    { title: 'FORMULA' },
  ];
  return table(
    columns,
    types.map(({ arch, name, number, class: what, formula }) => [
      ...(several ? [arch] : []),
      `${number}`,
      name,
      what,
      formula,
    ]),
  );
}
