/** How a command tells what it found or did: in words, as one JSON document, or not at all. */
import { Option } from 'commander';
import type { Command } from './command.ts';
import { EXIT, Exit } from './exit.ts';
import { printNotes } from './print.ts';
import { jsonText } from './reports/json-text.ts';
import { version } from './version.ts';

/** The options by which users choose. */
export interface Telling {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** What there is to tell. */
export interface Answer {
  /** The words by which the command is called, behind `relocator`. */
  readonly command: string;
  /** For people; empty where there is nothing to say. */
  readonly text: () => string;
  /** The same as plain data, as the schema of the command in docs/ has it. */
  readonly data: () => object;
  /** What the user may not expect, to standard error, and the files that it is about. */
  readonly notes?: { readonly paths: readonly string[]; readonly notes: readonly string[] };
}

/** Gives a command the options, behind those that it has. @param schema the file in docs/ that says how its JSON is */
export function addTelling(command: Command, schema: string, more: readonly string[] = []): Command {
  return command
    .addOption(
      new Option('--json', `print one JSON document (docs/${schema}.schema.json)`).conflicts([
        'quiet',
        ...more,
      ]),
    )
    .option('-q, --quiet', 'print nothing but errors');
}

/** Prints an answer. @param stream where text for people goes: standard output is the file's where a file is written there */
export function tell(
  { command, text, data, notes }: Answer,
  { json = false, quiet = false }: Telling,
  stream: 'output' | 'error' = 'output',
): void {
  if (quiet) return;
  if (notes) printNotes(notes.paths, notes.notes);
  const told = json ? document(command, data()) : text();
  if (told === '') return;
  if (stream === 'error') console.error(told);
  else console.log(told);
}

/** @throws Exit when a JSON document would go to standard output beside a file. @param toStandard a file goes there */
export function refuseTwo(toStandard: boolean, { json }: Telling): void {
  if (!toStandard || !json) return;
  const why = '--json prints to standard output, and a file is to go there, too; name another for it';
  throw new Exit(EXIT.usage, [why]);
}

/** How the documents of all commands are; it grows when a reader of the last one could not read a document. */
const DOCUMENT_VERSION = 1;

/** What every document begins with. */
export function headOf(command: string): object {
  return { relocator: version(), command, version: DOCUMENT_VERSION };
}

/** The one JSON document of a command. */
export function document(command: string, data: object): string {
  return jsonText({ ...headOf(command), ...data });
}
