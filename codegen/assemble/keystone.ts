/**
 * GNU-syntax assembly to bytes, in process, through the Keystone engine.
 *
 * Keystone accepts a subset of what GNU as does and reports some errors as "0 statements"; this adapter turns every
 * one of them into an exception. In AT&T syntax it reads decimal immediates of two digits and more as hexadecimal, so
 * those are refused here: write 0x. On z/Architecture it gets PC-relative operands wrong unless the instruction stands
 * at 0; there the source is assembled once to learn where each stands, and again with operands that make up for it.
 * Machines that Keystone lacks have an encoder of our own.
 * Label offsets, which Keystone does not report, are read from a trailer of label
 * differences that is assembled behind the code and cut off again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type Keystone from 'keystone-engine';
import type { AssembleResult, KeystoneInstance, KeystoneModule } from 'keystone-engine';
import { stripComments } from './comments.ts';
import { type Assembler, type Engines, modesOf } from './engines.ts';
import { assembleWith, type OwnInstruction } from './own.ts';

export interface Assembled {
  readonly bytes: Uint8Array;
  /** Offset of each label from the first byte. */
  readonly labels: ReadonlyMap<string, number>;
  /** Its instructions as they were written, where an encoder of our own knows them. */
  readonly instructions?: readonly OwnInstruction[];
}

export class AssemblerError extends Error {
  constructor(why: string, source: string) {
    super(`${why}\n${source}`);
    this.name = 'AssemblerError';
  }
}

let engine: Promise<KeystoneModule> | undefined;
const instances = new Map<Engines, KeystoneInstance>();

/**
 * Left to itself it looks for its WebAssembly as browsers do, by fetch, which takes longer than all the rest of it; told the bytes,
 * it copies them.
 */
function loadEngine(): Promise<KeystoneModule> {
  const require = createRequire(import.meta.url);
  const keystone: typeof Keystone = require('keystone-engine');
  const binary = readFileSync(require.resolve('keystone-engine/dist/keystone.wasm'));
  return new Promise((resolve, reject) => {
    const instantiateWasm = (imports: object, receive: (instance: object, module: object) => void): void => {
      WebAssembly.instantiate(binary, imports).then(
        ({ instance, module }) => receive(instance, module),
        reject,
      );
    };
    keystone({ instantiateWasm, printErr: () => {}, print: () => {} }).then(resolve, reject);
  });
}

async function instanceFor(engines: Engines): Promise<KeystoneInstance> {
  const known = instances.get(engines);
  if (known) return known;
  engine ??= loadEngine();
  const ks = await engine;
  const instance = new ks.Keystone(ks[engines.keystone.arch], modesOf(ks, engines.keystone));
  if (engines.attSyntax) instance.option(ks.OPT_SYNTAX, ks.OPT_SYNTAX_ATT);
  instances.set(engines, instance);
  return instance;
}

const LABEL = /^([A-Za-z_][A-Za-z0-9_]*):/gm;

/**
 * Assembles `source`, with its comments, at address 0. Its first label is taken as the origin of all label offsets.
 * @throws AssemblerError naming what was not accepted
 */
export async function assemble(assembler: Assembler, source: string): Promise<Assembled> {
  const text = stripComments(source, assembler.comment);
  if ('encoder' in assembler) {
    try {
      return assembleWith(assembler.encoder, text);
    } catch (error) {
      throw new AssemblerError(error instanceof Error ? error.message : String(error), source);
    }
  }
  const { attSyntax, halvesTargets } = assembler;
  const decimal = attSyntax ? /\$-?[1-9][0-9]+\b/.exec(text) : undefined;
  if (decimal) throw new AssemblerError(`Keystone would read ${decimal[0]} as hexadecimal`, source);
  if (!halvesTargets) return assembleText(assembler, text, source);
  const marked = markTargets(text);
  const { labels } = await assembleText(assembler, marked.map(({ text: line }) => line).join('\n'), source);
  const moved = marked.map(({ text: line, mark }) =>
    mark === undefined
      ? line
      : `${line.slice(line.indexOf('\n') + 1)}+0x${(labels.get(mark) ?? 0).toString(16)}`,
  );
  return assembleText(assembler, moved.join('\n'), source);
}

/** Lines of code; those whose last operand is a label come with a label of their own, `mark`, in front of them. */
function markTargets(text: string): { readonly text: string; readonly mark: string | undefined }[] {
  const names = new Set(labelsOf(text));
  return text.split('\n').map((line, index) => {
    const target = /^\s+[a-z]+ (?:.*,)? *([A-Za-z_][A-Za-z0-9_]*)(?:\+0x[0-9a-f]+)?$/.exec(line)?.[1];
    if (target === undefined || !names.has(target)) return { text: line, mark: undefined };
    const mark = `pc_${index}`;
    return { text: `${mark}:\n${line}`, mark };
  });
}

function labelsOf(text: string): string[] {
  return [...text.matchAll(LABEL)].flatMap((match) => match[1] ?? []);
}

async function assembleText(engines: Engines, text: string, source: string): Promise<Assembled> {
  const instance = await instanceFor(engines);
  const names = labelsOf(text);
  const origin = names[0];
  const trailer = names.map((name) => `.long ${name}-${origin}\n`).join('');
  const result = run(instance, `${text}\n${trailer}`, source);
  if (result.failed || result.count === 0 || !result.mc?.length) {
    throw new AssemblerError(`Keystone refused the source (error ${instance.errno()})`, source);
  }
  const all = Uint8Array.from(result.mc);
  const size = all.length - 4 * names.length;
  if (size < 0) throw new AssemblerError('Keystone dropped statements', source);
  const view = new DataView(all.buffer, size);
  const { mode, extensions = [] } = engines.keystone;
  const little = ![mode, ...extensions].includes('MODE_BIG_ENDIAN');
  const labels = new Map(names.map((name, index) => [name, view.getInt32(4 * index, little)] as const));
  return { bytes: all.slice(0, size), labels };
}

function run(instance: KeystoneInstance, text: string, source: string): AssembleResult {
  try {
    return instance.asm(text, 0);
  } catch {
    // It ended itself, as it does for a branch out of reach; what is left of it cannot be used again.
    instances.clear();
    engine = undefined;
    throw new AssemblerError('Keystone gave up, as it does for a branch out of reach', source);
  }
}
