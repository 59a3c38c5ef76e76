/**
 * Format records: one record for each relocation, with its place, its symbol, its handler and its addend, behind a table of
 * the symbols' addresses. The rules' handlers are part of the code; what they share is emitted once.
 */
import type { Architecture } from '../../relocator-dsl/architecture.ts';
import { addendWord, recordForm } from '../../relocator-dsl/record.ts';
import { type Format, FormatError, type LoadRecord, WordContents } from '../request.ts';
import { type CommonContext, commonContext } from './context.ts';
import { type Formatted, type Job, wordBytes } from './format.ts';
import { handlersFor } from './handlers.ts';
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
    words: new WordContents([]),
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
