/** The handlers of records: those that a prologue needs, and all rules' on their own. */
import { checkText } from '../../relocator-dsl/check.ts';
import type { Machine } from '../../relocator-dsl/machine.ts';
import type { Rule } from '../../relocator-dsl/rule.ts';
import type { Target } from '../machine.ts';
import { type Handler, layOutHandlers, withJump } from '../selection/tails.ts';
import type { Job } from './format.ts';

export interface RecordHandlers {
  readonly text: string;
  /** Label of the handler that serves a rule. */
  readonly labelOf: ReadonlyMap<string, string>;
  readonly overflows: boolean;
}

/** The handlers of a request, of which equal ones and equal tails are there once. */
export function handlersFor({ request, architecture, target }: Job): RecordHandlers {
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

/** Where handlers on their own find what they count from, in bytes behind the load base. */
export interface Bases {
  readonly got: number;
  readonly toc: number;
}

/** The lines of a source with the handler of every one of `rules` on its own; what they share is not shared there. */
export function handlersAlone(
  rules: readonly Rule[],
  machine: Machine,
  target: Target,
  bases: Bases,
): string[] {
  const { selection, assembler } = target;
  const directives = (selection.directives ?? []).map((each) => `    ${each}`);
  const handlers = rules.flatMap((rule) => {
    const lines = selection.handler(rule, bases.got, rule.field.bytes, bases.toc, machine);
    return [
      '',
      `    ${assembler.comment} X = ${rule.value}; check: ${checkText(rule.check)}`,
      `apply_${rule.name}:`,
      ...withJump(lines, selection, 'next').map((line) => `    ${line}`),
    ];
  });
  const ends = ['next', 'overflow'].flatMap((label) => [`${label}:`, `    ${selection.jump(label)}`]);
  return [...directives, 'start:', ...handlers, '', ...ends];
}
