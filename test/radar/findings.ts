/** What is kept of the radar: the types that each compiler emits with each set of flags, in a file of few lines. */
import { LEVELS } from './corpus.ts';
import { type Emitted, type EmittedType, STANDS_IN } from './emitted.ts';

/** What compilers emit for one machine. */
export interface MachineFindings {
  readonly arch: string;
  /** Each compiler with the number of its version. */
  readonly compilers: Readonly<Record<string, string>>;
  readonly jobs: readonly JobFindings[];
}

/** What compilers make of the corpus with one set of flags. */
export interface JobFindings {
  readonly flags: string;
  /** Those that emit the same. */
  readonly compilers: readonly string[];
  readonly emitted: Emitted;
}

/** Of the same flags, compilers that emit the same stand together. */
export function gathered(
  jobs: readonly { readonly flags: string; readonly compiler: string; readonly emitted: Emitted }[],
): JobFindings[] {
  const groups = new Map<string, { flags: string; compilers: string[]; emitted: Emitted }>();
  for (const { flags, compiler, emitted } of jobs) {
    const key = JSON.stringify([flags, emitted]);
    const group = groups.get(key);
    if (group) group.compilers.push(compiler);
    else groups.set(key, { flags, compilers: [compiler], emitted });
  }
  const order = [...new Set(jobs.map(({ flags }) => flags))];
  return [...groups.values()].sort((a, b) => order.indexOf(a.flags) - order.indexOf(b.flags));
}

/** Findings as text: a line for each set of flags and compilers that emit the same. */
export function findingsText(machines: readonly MachineFindings[]): string {
  const lines = machines.flatMap(({ arch, compilers, jobs }) => [
    `machine ${arch}`,
    ...Object.entries(compilers).map(([compiler, version]) => `compiler ${compiler} ${version}`),
    ...jobs.flatMap(({ flags, compilers: own, emitted: { types, failed } }) => [
      `flags ${flags}`.trimEnd(),
      `by ${own.join(' ')}`,
      ...(failed === undefined ? [] : [`failed ${failed.count} ${failed.why}`]),
      ...(types.length === 0 ? [] : [`types ${types.map(typeText).join(' ')}`]),
    ]),
  ]);
  return `${lines.join('\n')}\n`;
}

/** Name, levels and kinds of sections: a type at all levels, in code only, is its name alone. */
function typeText({ type, levels, standsIn }: EmittedType): string {
  const at = levels.length === LEVELS.length ? '' : `@${levels.map((level) => level.slice(2)).join('')}`;
  const kinds = standsIn.map((kind) => kind.charAt(0)).join('');
  return `${type}${at}${kinds === 'c' ? '' : `:${kinds}`}`;
}

/** @throws Error for a line that is none of those that are written */
export function readFindings(text: string): MachineFindings[] {
  const machines: { arch: string; compilers: Record<string, string>; jobs: JobFindings[] }[] = [];
  let flags = '';
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [word = '', ...rest] = line.split(' ');
    const machine = machines.at(-1);
    const job = machine?.jobs.at(-1);
    if (word === 'machine') machines.push({ arch: rest.join(' '), compilers: {}, jobs: [] });
    else if (word === 'flags') flags = rest.join(' ');
    else if (machine && word === 'compiler') machine.compilers[rest[0] ?? ''] = rest[1] ?? '';
    else if (machine && word === 'by') machine.jobs.push({ flags, compilers: rest, emitted: { types: [] } });
    else if (machine && job && word === 'failed') {
      const failed = { count: Number(rest[0]), why: rest.slice(1).join(' ') };
      machine.jobs[machine.jobs.length - 1] = { ...job, emitted: { ...job.emitted, failed } };
    } else if (machine && job && word === 'types') {
      machine.jobs[machine.jobs.length - 1] = {
        ...job,
        emitted: { ...job.emitted, types: rest.map(readType) },
      };
    } else throw new Error(`no line of the radar begins like "${line}"`);
  }
  return machines;
}

function readType(text: string): EmittedType {
  const [, type = '', at, kinds = 'c'] = /^([^@:]+)(?:@([^:]+))?(?::(.+))?$/.exec(text) ?? [];
  return {
    type,
    levels: at === undefined ? LEVELS : LEVELS.filter((level) => at.includes(level.slice(2))),
    standsIn: STANDS_IN.filter((kind) => kinds.includes(kind.charAt(0))),
  };
}
