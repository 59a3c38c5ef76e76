/** The table of docs/early-oops.md: what became of each case, on each machine, with each release. */

const BEGIN = '<!-- the table, written by npm run test:early -->';
const END = '<!-- end of the table -->';

/** Rows by case, each with its cells by column. */
type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((each) => each.trim());
}

function parse(text: string): { columns: string[]; rows: Map<string, Map<string, string>> } {
  const [head = '', , ...lines] = text.split('\n').filter((line) => line.startsWith('|'));
  const columns = cells(head).slice(1);
  const rows = lines.map((line): [string, Map<string, string>] => {
    const [name = '', ...rest] = cells(line);
    return [name, new Map(columns.map((column, at) => [column, rest[at] ?? '']))];
  });
  return { columns, rows: new Map(rows) };
}

/**
 * The page with other columns; those that `made` does not have stay as they are. Rows come in the order of `names`.
 * @throws Error if the page has no table
 */
export function withColumns(page: string, names: readonly string[], made: Table): string {
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the page does not have ${BEGIN} before ${END}`);
  const { columns, rows } = parse(page.slice(from, to));
  const all = [...new Set([...columns, ...made.keys()])].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  const row = (first: string, rest: readonly string[]): string => `| ${[first, ...rest].join(' | ')} |`;
  const lines = names.map((name) =>
    row(
      name,
      all.map((column) => made.get(column)?.get(name) ?? rows.get(name)?.get(column) ?? 'not run'),
    ),
  );
  const table = [
    row('case', all),
    row(
      '---',
      all.map(() => '---'),
    ),
    ...lines,
  ].join('\n');
  return `${page.slice(0, from)}${BEGIN}\n${table}\n${page.slice(to)}`;
}
