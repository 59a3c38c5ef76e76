/** `relocator explain`: all there is to know about one relocation type. */
import { architectureOfType, explain, loadForType } from '../../image/explain.ts';
import { Command } from '../command.ts';

export function explainCommand(): Command {
  return new Command('explain')
    .summary('explain a relocation type')
    .description(
      'Print the formula of a relocation type in psABI letters, its field, its check, how it moves with the image, ' +
        'which loaders know it, and its source.',
    )
    .argument('<type>', 'a name (R_X86_64_PC32), or a number in decimal or 0x…')
    .option('--arch <arch>', 'the architecture; may be left out when the name tells it')
    .addHelpText('after', '\nExample:\n  relocator explain R_AARCH64_ADR_PREL_PG_HI21')
    .action(async (type: string, { arch }: { arch?: string }) => {
      await loadForType(type, arch);
      console.log(explain(type, arch ?? architectureOfType(type)).trimEnd());
    });
}
