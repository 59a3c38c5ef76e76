/**
 * Format records: one record for each relocation, with its place, its symbol, its handler and its addend, behind a table of
 * the symbols' addresses. The rules' handlers are part of the code; what they share is emitted once.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { addendWord, recordForm } from '../../relocator-dsl/record.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import { type Format, FormatError, type LoadRecord } from '../request.ts';
import { type Handler, layOutHandlers, withJump } from '../selection/tails.ts';
import { type CommonContext, commonContext } from './context.ts';
import { type Formatted, type Job, wordBytes } from './format.ts';
import { expressible, packWords } from './words.ts';

const FORMAT: Format = 'records';
const RECORD_SIZE = 12;
const U16 = 0x1_0000;

export interface RecordsContext extends CommonContext {
  /** Offset of the first record, behind the symbols. */
  readonly records: number;
  /** Offset of the symbol that is the load base; 0 where there is none. */
  readonly baseSymbol: number;
  /** All handlers. */
  readonly handlers: string;
  /** A handler goes to the label `overflow`. */
  readonly overflows: boolean;
  /** It marks the record there and goes on. */
  readonly mark: boolean;
}

export function records(job: Job): Formatted {
  const { request, architecture, target, mark } = job;
  const { symbols } = request;
  const word = wordBytes(architecture);
  const handlers = handlersFor(job);
  const { overflows } = handlers;
  const baseIndex = symbols.findIndex(({ kind }) => kind === 'base');
  return {
    tableAlignment: target.placement.tableAlignment,
    words: new Map(),
    context: (table): RecordsContext => {
      const common = commonContext(job, table);
      return {
        ...common,
        stops: common.checks || (overflows && !mark),
        records: table + symbols.length * word,
        baseSymbol: baseIndex < 0 ? 0 : symbolOffset(table, baseIndex, word),
        handlers: handlers.text,
        overflows,
        mark,
      };
    },
    encode: (table, labels) => {
      const handlerOf = (rule: string): number => labels.get(handlers.labelOf.get(rule) ?? '') ?? U16;
      return encodeRecords(job, table, handlerOf);
    },
  };
}

/** Where in the blob the `index`th symbol of a table stands. */
export function symbolOffset(table: number, index: number, word: 4 | 8): number {
  return table + index * word;
}

// ---- handlers -----------------------------------------------------------------------------------------------------

interface RecordHandlers {
  readonly text: string;
  /** Label of the handler that serves a rule. */
  readonly labelOf: ReadonlyMap<string, string>;
  readonly overflows: boolean;
}

function handlersFor({ request, architecture, target }: Job): RecordHandlers {
  const { selection, assembler } = target;
  const rules = new Map<string, { rule: Rule; granule: number }>();
  for (const record of request.records) {
    const rule = architecture.byName.get(record.rule);
    if (rule?.kind !== 'rule')
      throw new RangeError(`${record.rule} is not a rule of ${architecture.machine.arch}`);
    const known = rules.get(rule.name);
    const granule = Math.min(known?.granule ?? rule.field.bytes, granuleAt(record.place));
    rules.set(rule.name, { rule, granule });
  }
  const byCode = new Map<string, { label: string; lines: string[]; names: string[] }>();
  const labelOf = new Map<string, string>();
  for (const { rule, granule } of rules.values()) {
    const lines = selection.handler(rule, request.got ?? 0, granule, request.toc ?? 0, architecture.machine);
    const key = lines.join('\n');
    const same = byCode.get(key) ?? { label: `apply_${rule.name}`, lines, names: [] };
    same.names.push(`${rule.name}: ${rule.value}`);
    byCode.set(key, same);
    labelOf.set(rule.name, same.label);
  }
  const handlers: Handler[] = [...byCode.values()].map(({ label, lines, names }) => ({
    label,
    lines: withJump(lines, selection, 'next'),
    comment: names.join('; '),
  }));
  return {
    text: layOutHandlers(handlers, selection, assembler.comment).join('\n'),
    labelOf,
    overflows: handlers.some(({ lines }) => lines.some((line) => line.includes('overflow'))),
  };
}

/** The largest access, up to 8 bytes, that is aligned at an offset from a page-aligned base. */
function granuleAt(offset: number): number {
  return [8, 4, 2].find((size) => offset % size === 0) ?? 1;
}

// ---- the table ----------------------------------------------------------------------------------------------------

/** @throws FormatError when symbols or handlers are beyond 64 KiB, or a second addend does not fit beside the first */
function encodeRecords(
  { request, architecture }: Job,
  table: number,
  handlerOf: (rule: string) => number,
): Uint8Array {
  const { dataOrder } = architecture.machine;
  const word = wordBytes(architecture);
  const little = dataOrder === 'little';
  const symbols = packWords(
    request.symbols.map((symbol) => (symbol.kind === 'absolute' ? symbol.value : 0n)),
    word,
    dataOrder,
  );
  const bytes = new Uint8Array(symbols.length + request.records.length * RECORD_SIZE + 4);
  bytes.set(symbols);
  const view = new DataView(bytes.buffer, symbols.length);
  for (const [index, record] of request.records.entries()) {
    const handler = handlerOf(record.rule);
    const symbol = symbolOffset(table, record.symbol, word);
    if (symbol >= U16 || handler >= U16) {
      throw new FormatError(FORMAT, `${request.symbols.length} symbols do not fit in front of 64 KiB`);
    }
    view.setUint32(index * RECORD_SIZE, record.place, little);
    view.setUint16(index * RECORD_SIZE + 4, symbol, little);
    view.setUint16(index * RECORD_SIZE + 6, handler, little);
    view.setInt32(index * RECORD_SIZE + 8, Number(addendOf(record, architecture)), little);
  }
  return bytes;
}

function addendOf({ rule: name, addend, second }: LoadRecord, { byName }: Architecture): bigint {
  const rule = byName.get(name);
  if (rule?.kind !== 'rule') return addend;
  return expressible(FORMAT, () => addendWord(recordForm(rule), addend, second ?? 0n));
}
