/**
 * The committed assembly: a prologue for each fixup format, for an example image, and every rule's handler. What an
 * image gets is made by the same code from the image's own fixups.
 */
import type { Architecture } from '../relocator-dsl/architecture.ts';
import { contractText, FAILURES } from '../relocator-dsl/entry.ts';
import { rulesPath } from '../relocator-dsl/machine.ts';
import { splitComment } from './assemble/comments.ts';
import { assemble } from './assemble/keystone.ts';
import { listing } from './assemble/listing.ts';
import { handlersAlone } from './formats/handlers.ts';
import { assemblerOf, hasPrologue, targetFor } from './machines/index.ts';
import { generatePrologue, type Prologue } from './prologue.ts';
import { emptyRequest, FORMATS, type Format, type PrologueRequest } from './request.ts';

const LICENCE = 'SPDX-License-Identifier: GPL-2.0-only OR MIT';
const ENTRY = 0x2000;
const FIRST_WORD = 0x3000;
const WORDS = 4;
const GOT = 0x2800;
const TOC = 0xa800;
/** Past the largest container, so that neighbours never share bytes. */
const RECORD_SPACING = 16;
const TABLE_ROW = 16;
const COMMENT_COLUMN = 44;

/** All files of one architecture, by path from the root of the repository; none where it has rules only. */
export async function emitPrologues(architecture: Architecture): Promise<Map<string, string | Uint8Array>> {
  const { arch } = architecture.machine;
  const files = new Map<string, string | Uint8Array>();
  if (!hasPrologue(arch)) return files;
  const assembler = await assemblerOf(arch);
  const add = (name: string, source: string, bytes: Uint8Array, listed: string): void => {
    files.set(`generated-asm/${arch}/${name}.S`, source);
    files.set(`generated-asm/${arch}/${name}.lst`, listed);
    files.set(`generated-asm/${arch}/${name}.bin`, bytes);
  };
  for (const format of FORMATS) {
    const prologue = await generatePrologue(exampleRequest(architecture, format));
    const source = [
      `${header(architecture, formatText(format))}\n`,
      tidy(prologue.source, assembler.comment),
      tableLines(format, prologue),
    ];
    add(format, source.join(''), prologue.bytes, await listing(assembler, prologue));
  }
  const source = tidy(await handlersSource(architecture), assembler.comment);
  const { bytes, labels, instructions } = await assemble(assembler, source);
  add(
    'handlers',
    source,
    bytes,
    await listing(assembler, { bytes, codeSize: bytes.length, labels, instructions }),
  );
  return files;
}

function exampleRequest({ machine, applied }: Architecture, format: Format): PrologueRequest {
  const bytes = machine.wordBits === 64 ? 8 : 4;
  const words = Array.from({ length: WORDS }, (_, index) => ({
    offset: FIRST_WORD + index * 5 * bytes,
    value: BigInt(ENTRY + 0x10 * index),
  }));
  const records = format === 'records';
  return {
    ...emptyRequest(machine.arch, format, ENTRY),
    groups: records ? [] : [{ bytes, granule: bytes, words }],
    records: records
      ? applied.map(({ name }, index) => ({
          place: FIRST_WORD + index * RECORD_SPACING,
          rule: name,
          symbol: 0,
          addend: 0n,
        }))
      : [],
    symbols: records ? [{ kind: 'base' }] : [],
    got: records ? GOT : undefined,
    toc: records ? TOC : undefined,
  };
}

function formatText(format: Format): string[] {
  if (format === 'records') {
    return ['Format records, for an example image in which every rule occurs once; equal tails are shared.'];
  }
  return [`Format ${format}, for an example image with ${WORDS} words that move.`];
}

/** One comment for each line, in the only form that GNU as, llvm-mc and the C preprocessor take on every machine. */
function header({ machine }: Architecture, lines: readonly string[]): string {
  const entry = contractText(machine.entry);
  const failures = Object.values(FAILURES).map(({ code, text }) => `  0x${code.toString(16)}: ${text}`);
  const all = [
    LICENCE,
    `Generated from ${rulesPath(machine)} by npm run generate; do not edit.`,
    ...lines,
    `Preserved: ${entry.preserved}.`,
    `Clobbered: ${entry.clobbered}.`,
    `Stack: ${entry.stack}.`,
    `Entered in: ${entry.state}.`,
    ...(entry.leaving === undefined ? [] : [`When the purgatory is entered: ${entry.leaving}.`]),
    `Failure: ${entry.failure}.`,
    ...failures,
  ];
  return `${all.map((line) => `/* ${line} */`).join('\n')}\n`;
}

/** The table as data, so that the source alone makes all bytes; the chain's one word is in its template. */
function tableLines(format: Format, { bytes, codeSize }: Prologue): string {
  if (format === 'chain') return '';
  const lines: string[] = [];
  for (let offset = codeSize; offset < bytes.length; offset += TABLE_ROW) {
    const row = [...bytes.subarray(offset, offset + TABLE_ROW)];
    lines.push(`    .byte   ${row.map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ')}\n`);
  }
  return lines.join('');
}

/** Operands and comments in columns; `sign` begins a comment. */
function tidy(source: string, sign: string): string {
  const lines = source.split('\n').map((line) => {
    const [, mnemonic, rest = ''] = /^ {4}([a-z.][a-z0-9._/,=<>]*) +(.*)$/.exec(line) ?? [];
    if (mnemonic === undefined) return line;
    const { code: operands, comment } = splitComment(rest, sign);
    const code = `    ${mnemonic.padEnd(7)} ${operands.trimEnd()}`;
    return comment === undefined ? code : `${code.padEnd(COMMENT_COLUMN - 1)} ${comment}`;
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

async function handlersSource(architecture: Architecture): Promise<string> {
  const { machine, applied } = architecture;
  const text = [
    'The handler of every rule on its own. It is entered by the loop of format records with the sum S + A and the',
    'place P in registers, computes the value, checks it at full width, inserts it and goes on to the next record;',
    'a value that fails its check goes to overflow.',
  ];
  const lines = handlersAlone(applied, machine, await targetFor(machine.arch), { got: GOT, toc: TOC });
  return `${[header(architecture, text), ...lines].join('\n')}\n`;
}
