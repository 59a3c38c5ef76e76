/** `relocator audit`: which relocation types objects have, what becomes of them, and whether that is as it should be. */
import { Option } from 'commander';
import type { BuildOptions } from '../../image/build.ts';
import { checkPolicy, loadForPolicy, type Policy } from '../../image/gate/policy.ts';
import { InputError } from '../../image/trouble/errors.ts';
import { printableName } from '../../image/trouble/printable.ts';
import { type LoaderRequest, laterRelease } from '../../image/verdict.ts';
import { count, loaders, names } from '../arguments.ts';
import { reportOn } from '../audit-unit.ts';
import { Command } from '../command.ts';
import { EXIT, Exit } from '../exit.ts';
import { readBaseline } from '../files/baselines.ts';
import { Inputs } from '../files/inputs.ts';
import { goesToStandard, writeOutputs } from '../files/outputs.ts';
import { readPolicy } from '../files/policies.ts';
import { unitsOf } from '../files/units.ts';
import { isDirectory, type PassedOver } from '../files/walk.ts';
import { writtenSymbols } from '../image-options.ts';
import type { Manual } from '../manual.ts';
import { printNotes } from '../print.ts';
import { withProgress } from '../progress.ts';
import { REPORT_FORMATS, type ReportFormat, reporterOf } from '../reports/index.ts';
import { type FileReport, findingText, MOST_IMAGES } from '../reports/report.ts';
import { SENTENCE, shown } from '../reports/shown.ts';
import { isSummed, summaryText } from '../reports/summary.ts';
import { addTelling, refuseTwo, type Telling } from '../tell.ts';
import { version } from '../version.ts';

const MANUAL: Manual = {
  notes: `
Classes: "settled" at build time; "fixup" for the prologue; "needs GOT": its slot is made in the image; "marker": stores
nothing; "left out": in sections no image has; "undefined": nobody defines the symbol; "refused": cannot be done, with the
reason; "incomplete": what it completes is undefined or refused; "loader writes": inside a symbol of --loader-writes; "linked":
done by the linker, which kept it (--emit-relocs). A column for each loader tells whether it knows the type; relocator loaders
lists them and their releases.

A directory is searched for ELF files and archives, and each file and member is taken by itself. Symbolic links in it are not
followed; what has nothing to audit (other files, programs and libraries for a dynamic linker) is passed over. A file that is
compressed as a whole by gzip, xz or zstd is read through the program of that name; in directories those called .ko.gz, .ko.xz
and .ko.zst are. The last line
counts files, by machine, and what was passed over; --all names it.

Findings are: what is refused or undefined, and why else build would refuse the input; or, with --loader, what a loader that
is named would not take or would get wrong, and nothing else; and what a policy does not admit. With --baseline, those that
are in it do not count.`,
  exits: {
    done: 'no finding',
    cannot: 'there is a finding, or a file cannot be read',
    usage: 'the command line, the policy or the baseline cannot be understood',
  },
  examples: [
    'relocator audit purgatory.ro',
    'relocator audit purgatory.ro --loader kexec-tools@2.0.25 --loader linux',
    'relocator audit build/ --parts --deny R_X86_64_32 --format junit > audit.xml',
    "relocator audit *.o --each --deny 'needs GOT' --no-absolute '.head*' --format sarif > audit.sarif",
  ],
};

interface Options extends Telling {
  readonly each?: boolean;
  readonly parts?: boolean;
  readonly exclude?: readonly string[];
  readonly late?: readonly string[];
  readonly entry?: string;
  readonly loaderWrites?: readonly string[];
  readonly keepEhFrame?: boolean;
  readonly html?: string;
  readonly format: ReportFormat;
  readonly all?: boolean;
  readonly loader?: readonly LoaderRequest[];
  readonly policy?: string;
  readonly baseline?: string;
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
  readonly maxFixups?: number;
  readonly maxBytes?: number;
  readonly absolute: readonly string[] | true;
}

export function auditCommand(): Command {
  const command = new Command('audit')
    .summary('list the relocation types of objects and what becomes of them')
    .description(
      'List the relocation types of objects: count, formula, what becomes of them, and where each is first. Say what is ' +
        'wrong with them for relocator, for other loaders, or by a policy.',
    )
    .argument(
      '<in...>',
      'objects (ET_REL) and archives, which are put together as build does it; a static PIE; or directories',
    )
    .option('--each', 'take each file by itself, and each member of an archive')
    .option(
      '--exclude <glob,…>',
      'what is not taken of directories: names, or paths below the directory (* and ? as in a shell)',
      names,
    )
    .option('--late <sym,…>', 'undefined symbols whose addresses the loader fills in', names)
    .option('--entry <sym>', 'as for build, and what archives are asked for (default: purgatory_start)')
    .option(
      '--loader-writes <sym,…|family>',
      'symbols the loader fills in before the jump, as for build',
      names,
    )
    .option('--keep-eh-frame', 'keep .eh_frame sections, as for build')
    .option('--parts', 'the files are parts of an image: what others define, and an entry, is not missed')
    .option('--loader <name[@release]>', 'a loader that is to take the file; may be repeated', loaders)
    .option('--allow <type,…>', 'the only types that may occur', names)
    .option('--deny <type,…>', 'types, or classes, that may not occur', names)
    .option('--max-fixups <n>', 'the most relocations that may be left to the prologue', count)
    .option('--max-bytes <n>', 'the most bytes that the image may have', count)
    .addOption(
      new Option(
        '--no-absolute <section,…>',
        'sections (* and ? as in a shell) in which nothing may depend on the load base',
      ).argParser((text, before: unknown) => names(text, Array.isArray(before) ? before.map(String) : [])),
    )
    .option('--policy <file>', 'all of these from a file (docs/policy.schema.json)')
    .option('--baseline <file>', 'a JSON report of before: what it has found does not count')
    .addOption(
      new Option('--format <form>', 'how to report')
        .choices([...REPORT_FORMATS])
        .default('text')
        .conflicts('quiet'),
    )
    .option('--all', 'tell every place, not only the first of its kind')
    .option(
      '--html <file>',
      'besides, write the page of --format html: types, findings, images drawn to scale',
    );
  return addTelling(command, 'audit', ['format'])
    .offering({
      '--loader': ['loaders', 'releases'],
      '--loader-writes': ['families'],
      '--allow': ['types'],
      '--deny': ['types', 'classes'],
    })
    .withManual(MANUAL)
    .action(auditFiles);
}

async function auditFiles(paths: readonly string[], options: Options): Promise<void> {
  const { each = false, parts = false, all = false } = options;
  if (options.exclude && !paths.some(isDirectory)) {
    throw new Exit(EXIT.usage, ['--exclude is for directories, and none is named; leave it out']);
  }
  const format = options.json ? 'json' : options.format;
  const inputs = new Inputs();
  const { policy, before } = await gateOf(options, inputs);
  if (parts && policy.maxBytes !== undefined) {
    const why =
      '--parts: a part of an image has no size of its own, which --max-bytes limits; leave one of them out';
    throw new Exit(EXIT.usage, [why]);
  }
  const later = (policy.loaders ?? []).flatMap((request) => laterRelease(request) ?? []);
  if (!options.quiet) printNotes([], later);
  const drawn = options.html !== undefined || format === 'html';
  const idle = new Set(policy.noAbsolute);
  const request = { options: imageOptions(options), parts, policy, before, all, idle };
  const files: FileReport[] = [];
  const passedOver: PassedOver[] = [];
  await withProgress(options, async (show) => {
    for (const unit of unitsOf(paths, each, inputs, options.exclude)) {
      if ('why' in unit) {
        passedOver.push(unit);
        continue;
      }
      show(`${files.length + 1}: ${unit.name}`);
      files.push(await reportOn(unit, request, drawn && files.length < MOST_IMAGES));
    }
  });
  if (!options.quiet && files.some(({ audit }) => audit)) printNotes([], [...idle].map(idleNote));
  const report = { version: version(), files, passedOver, all };
  if (options.html !== undefined) {
    const page = await reporterOf('html');
    const files = new Map([[options.html, page(report)]]);
    refuseTwo(goesToStandard(files.keys()), options);
    writeOutputs(files, inputs);
  }
  if (!options.quiet) {
    const reporter = await reporterOf(format);
    const text = reporter(report);
    if (text !== '') console.log(text);
    if (isSummed(report) && !FOR_READERS.includes(format)) printNotes([], [summaryText(report)]);
  }
  const troubles = files.flatMap(({ file, findings }) =>
    findings.map((finding) =>
      finding.kind === 'file' ? shown(finding.message, SENTENCE) : `${file}: ${findingText(finding)}`,
    ),
  );
  if (troubles.length > 0 && !each && paths.length > 1 && files.every(({ audit }) => audit === undefined))
    troubles.push('to see each file by itself, add --each');
  if (troubles.length > 0) throw new Exit(EXIT.cannot, new InputError(troubles).lines);
}

/** A pattern that is misspelt would find nothing for ever. */
function idleNote(pattern: string): string {
  return `no section is called ${printableName(pattern)}, in which nothing may depend on the load base`;
}

/** Reports that people read where they run the command; they have the summary in them. */
const FOR_READERS: readonly ReportFormat[] = ['text', 'markdown'];

/** Options of build, for which the audit says what becomes of each relocation. */
function imageOptions({ late, entry, loaderWrites, keepEhFrame }: Options): BuildOptions {
  return { late, entry, loaderWrites: writtenSymbols(loaderWrites), keepEhFrame };
}

/**
 * What the files are held against.
 * @throws Exit of a wrong command line, since what is not understood has found nothing
 */
async function gateOf(
  options: Options,
  inputs: Inputs,
): Promise<{ readonly policy: Policy; readonly before: ReadonlySet<string> }> {
  try {
    const policy = await policyOf(options, inputs);
    const before =
      options.baseline === undefined ? new Set<string>() : readBaseline(inputs, options.baseline);
    return { policy, before };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new Exit(EXIT.usage, error.lines, true);
  }
}

/** The policy of a file, and what the command line says otherwise. */
async function policyOf(
  { policy, loader, allow, deny, maxFixups, maxBytes, absolute }: Options,
  inputs: Inputs,
): Promise<Policy> {
  const merged: Policy = {
    ...(policy === undefined ? {} : await readPolicy(inputs, policy)),
    ...(loader ? { loaders: loader } : {}),
    ...(allow ? { allow } : {}),
    ...(deny ? { deny } : {}),
    ...(maxFixups === undefined ? {} : { maxFixups }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
    ...(absolute === true ? {} : { noAbsolute: absolute }),
  };
  await loadForPolicy(merged);
  checkPolicy(merged);
  return merged;
}
