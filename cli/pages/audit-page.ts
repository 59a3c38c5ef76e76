/**
 * `relocator audit --html` and `--format html`: a page about what was audited, with the image of each object that can be
 * built.
 */
import type { RuleDescription } from '../../codegen/docs/describe.ts';
import { explainType } from '../../image/explain.ts';
import type { Finding } from '../../image/gate/findings.ts';
import { InputError } from '../../image/trouble/errors.ts';
import {
  type AuditFacts,
  type FileReport,
  findingText,
  MOST_IMAGES,
  placeText,
  type Report,
} from '../reports/report.ts';
import { CELL, SENTENCE, shown } from '../reports/shown.ts';
import { isSummed, summaryOf, summaryText } from '../reports/summary.ts';
import { type Html, html } from './html.ts';
import { imageHtml, titleLine } from './image.ts';
import { page } from './page.ts';
import { ruleId, rulesHtml } from './rules.ts';
import { folded, tableHtml } from './tables.ts';

export function auditPage(report: Report): string {
  const { files, passedOver, all } = report;
  const rules = rulesOf(files);
  const parts = files.map((file, at) => fileHtml(file, at, rules, report));
  const { findings } = summaryOf(report);
  const [only, ...more] = files;
  const found = findings === 0 ? 'nothing found' : `${findings} found`;
  const left = all ? passedOver.map(({ path, why }) => [shown(path), shown(why)]) : [];
  return page({
    title: only && more.length === 0 ? only.file : `${files.length} files`,
    line: isSummed(report) ? `${found}; ${summaryText(report)}` : found,
    body: html`${contentsHtml(files)}${parts.map(({ markup }) => markup)}${folded('Passed over', ['File', 'Why'], left)}${rulesHtml(rules)}`,
    styles: parts.map(({ styles }) => styles).join('\n'),
  });
}

/** The name of a file's image on the page. */
function idOf(at: number): string {
  return `f${at}`;
}

/** All files with their numbers, where there are several. */
function contentsHtml(files: readonly FileReport[]): Html {
  if (files.length < 2) return html``;
  const more =
    files.length > MOST_IMAGES
      ? html`<p class="none">Images are drawn of the first ${MOST_IMAGES}.</p>`
      : html``;
  const rows = files.map(({ file, audit, findings }, at) => [
    html`<a href="#${idOf(at)}-file">${shown(file)}</a>`,
    audit?.arch ?? 'not audited',
    audit ? audit.entries.reduce((sum, { count }) => sum + count, 0) : '',
    findings.length,
  ]);
  return html`<nav aria-label="Files">${tableHtml('Files', 'files', ['File', 'Machine', 'Relocations', 'Findings'], rows)}</nav>${more}`;
}

interface Part {
  readonly markup: Html;
  /** Rules for what is in it alone. */
  readonly styles: string;
}

function fileHtml(
  { file, audit, findings, known, view }: FileReport,
  at: number,
  rules: ReadonlyMap<string, RuleDescription>,
  { files, all }: Report,
): Part {
  const id = idOf(at);
  // Names may read alike where they are cut; screen readers tell parts of the page by what they are called.
  const of = files.length > 1 ? ` of file ${at + 1}` : '';
  const image = imagePart(view, id, of);
  const before = known.length === 0 ? '' : `, ${known.length} known before`;
  const title = files.length > 1 ? html`<h2>${shown(file)}</h2>` : html``;
  const places = (audit?.places ?? []).map((place) => [place.class, place.type, placeText(place, CELL)]);
  const markup = html`<section class="file" id="${id}-file" aria-label="${files.length > 1 ? `File ${at + 1}: ` : ''}${shown(file)}">${title}
<p class="none">${audit?.arch ?? 'not audited'}, ${findings.length} found${before}</p>
${findingsHtml(findings, of, all)}${audit ? typesHtml(audit, rules, of) : html``}${folded('Relocations', ['Class', 'Type', 'Place'], places, of)}
${image.markup}</section>
`;
  return { markup, styles: image.styles };
}

function imagePart(view: FileReport['view'], id: string, of: string): Part {
  if (!view) return { markup: html``, styles: '' };
  if ('unbuilt' in view) {
    const why = shown(view.unbuilt, SENTENCE);
    return { markup: html`<p class="none">No image can be built of it: ${why}</p>`, styles: '' };
  }
  const { markup, styles } = imageHtml(view, id, of);
  const title = html`<h2>The image that build makes of it</h2><p class="none">${titleLine(view)}</p>`;
  return { markup: html`${title}${markup}`, styles };
}

/** A longer list of findings scrolls by itself. */
const SHORT_LIST = 12;

function findingsHtml(findings: readonly Finding[], of: string, all: boolean): Html {
  if (findings.length === 0) return html``;
  const list = html`<ul class="findings">${findings.map((finding) => {
    return html`<li><strong>${shown(finding.rule)}</strong> ${shown(findingText(finding, all, CELL), SENTENCE)}</li>
`;
  })}</ul>`;
  if (findings.length <= SHORT_LIST) return list;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Findings${of}">${list}</div>`;
}

function typesHtml(
  { entries, loaders }: AuditFacts,
  rules: ReadonlyMap<string, RuleDescription>,
  of: string,
): Html {
  if (entries.length === 0) return html`<p class="none">No relocations.</p>`;
  const labels = loaders.map(({ label }) => label);
  const rows = entries.map(({ count, class: what, name, formula, knownTo, first }) => [
    count,
    what === 'refused' || what === 'undefined' ? html`<span class="bad">${what}</span>` : what,
    rules.has(name) ? html`<a href="#${ruleId(name)}">${name}</a>` : shown(name),
    formula,
    ...labels.map((label) => (knownTo.includes(label) ? 'yes' : 'no')),
    placeText(first, CELL),
  ]);
  const titles = ['Count', 'Class', 'Type', 'Formula', ...labels, 'First'];
  return tableHtml(`Relocation types${of}`, 'types', titles, rows);
}

/** The rules of all types that occur, by name; a machine's and its kin's are told once. */
function rulesOf(files: readonly FileReport[]): Map<string, RuleDescription> {
  const rules = new Map<string, RuleDescription>();
  for (const { audit, view } of files) {
    if (view && 'rules' in view) for (const [name, rule] of view.rules) rules.set(name, rule);
    for (const { name } of audit?.entries ?? []) {
      const rule = rules.has(name) || !audit ? undefined : ruleOf(name, audit.arch);
      if (rule) rules.set(name, rule);
    }
  }
  return rules;
}

/** Undefined for types that have none, and for numbers that no table has. */
function ruleOf(name: string, arch: string): RuleDescription | undefined {
  try {
    const described = explainType(name, arch);
    return described.kind === 'rule' ? described : undefined;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
