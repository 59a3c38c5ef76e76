/** The assemblers that encoders are held against. A source is one call, however many lines it has. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inFolder } from './folder.ts';
import { sectionsOf } from './link-image.ts';
import { attempt } from './run.ts';
import { toolsOf } from './tools.ts';

export interface Read {
  /** What is in .text. */
  readonly bytes: Uint8Array;
  /** Indexes of the lines that it refuses. */
  readonly refused: ReadonlySet<number>;
  readonly messages: string;
}

export interface ReferenceAssembler {
  readonly name: string;
  /** How it is told the target of a branch: by a label and a distance, a symbol of that value, the distance; not at all. */
  readonly targets: 'label' | 'symbol' | 'distance' | 'none';
  /**
   * Lines past the limits of their operands that it reads in a way of its own: as several instructions, as a hint, with
   * a relocation. undefined if there are too many for its refusals to say anything.
   */
  readonly takes: RegExp | undefined;
  read(lines: readonly string[]): Read;
}

interface Options {
  readonly targets?: ReferenceAssembler['targets'];
  readonly takes?: RegExp;
  /** Directives in front. */
  readonly prelude?: readonly string[];
  /** How it wants to have a line. */
  readonly spelled?: (line: string) => string;
}

/** GNU as for the machine. */
export function gnuAs(arch: string, options: Options = {}): ReferenceAssembler {
  // An object even after errors: those of distances are found late.
  return assembler('GNU as', [...toolsOf(arch).as, '-Z'], { targets: 'label', ...options });
}

/** @param mode options that choose the machine */
export function llvmMc(mode: readonly string[], options: Options): ReferenceAssembler {
  return assembler('llvm-mc', ['llvm-mc-16', ...mode, '--filetype=obj'], options);
}

const COMPLAINT = /p\.s:(\d+)(?::\d+)?: (?:error|Error|Warning: overflow)/g;

function assembler(
  name: string,
  command: readonly string[],
  { targets = 'none', takes, prelude = [], spelled = (line) => line }: Options,
): ReferenceAssembler {
  const read = (lines: readonly string[]): Read => {
    return inFolder((file) => {
      writeFileSync(file('p.s'), [...prelude, ...lines.map(spelled), ''].join('\n'));
      const { stderr: messages } = attempt(command, ['-o', file('p.o'), file('p.s')]);
      const refused = new Set(
        [...messages.matchAll(COMPLAINT)].map(([, line]) => Number(line) - 1 - prelude.length),
      );
      const made = existsSync(file('p.o')) ? sectionsOf(readFileSync(file('p.o'))) : [];
      const bytes = made.find((section) => section.name === '.text')?.data ?? Uint8Array.of();
      return { bytes, refused, messages };
    });
  };
  return { name, targets, takes, read };
}
