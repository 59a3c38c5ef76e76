/** The workflow and the hook of examples/ci, step by step, on objects that pass and on such that do not. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { PLAIN } from '../machines/samples.ts';
import { type ExampleFolder, exampleFolder } from '../support/example-folder.ts';
import { ROOT } from '../support/files.ts';
import { fixturePath } from '../support/golden.ts';

const WORKFLOW = readFileSync(join(ROOT, 'examples/ci/relocator.yml'), 'utf8');
const CONFIG = readFileSync(join(ROOT, 'examples/ci/pre-commit-config.yaml'), 'utf8');
const POLICY = { deny: ['needs GOT'], maxFixups: 64, loaders: ['kexec-tools@2.0.25', 'linux'] };
const [GOOD, BAD] = [`${PLAIN}-gcc-pichidden-Os.ro`, `${PLAIN}-gcc-pic-Os.ro`];
const SARIF = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What the steps run, in their order. GitHub starts each in a bash that ends at the first failure. */
const RUNS = [...WORKFLOW.matchAll(/^( +)(?:- )?run: (?:\|\n((?:\1 {2}.*\n)+)|(.*))$/gm)].map(
  ([, , block, line]) => block ?? line ?? '',
);

let folder: ExampleFolder;
beforeAll(async () => {
  folder = await exampleFolder();
  rmSync(join(folder.path, 'build'), { recursive: true });
  mkdirSync(join(folder.path, 'build'));
  writeFileSync(join(folder.path, 'relocator.json'), JSON.stringify(POLICY));
  for (const name of ['npm', 'make', 'gh']) {
    const says = name === 'gh' ? `case "$*" in *--jq*) cat comment ;; esac` : '';
    writeFileSync(join(folder.path, 'bin', name), `#!/bin/sh\necho "${name} $*" >> called\n${says}\n`, {
      mode: 0o755,
    });
  }
  build(GOOD);
  expect(folder.bash('relocator golden update golden build/purgatory.ro').status).toBe(0);
});
afterAll(() => folder.remove());

function build(name: string): void {
  cpSync(fixturePath(name), join(folder.path, 'build/purgatory.ro'));
}

function contentOf(name: string): string {
  return readFileSync(join(folder.path, name), 'utf8');
}

/** What becomes of all steps, one behind the other, where a comment of this number is there already. */
function steps(comment: string): { statuses: number[]; outputs: string[]; called: string } {
  writeFileSync(join(folder.path, 'comment'), comment);
  writeFileSync(join(folder.path, 'called'), '');
  const environment = 'export COMMENTS=repos/a/b/issues NUMBER=12\n';
  const ended = RUNS.map((run) => folder.bash(environment + run, '-e'));
  return {
    statuses: ended.map(({ status }) => status),
    outputs: ended.map(({ stdout }) => stdout),
    called: contentOf('called'),
  };
}

describe('the workflow', () => {
  it('installs the version that this is', () => {
    expect(RUNS).toHaveLength(6);
    expect(RUNS[0]).toBe(`npm install --global ./tools/relocator-${manifest.version}.tgz`);
  });

  it('passes where all is well, and comments for the first time', () => {
    build(GOOD);
    const { statuses, outputs, called } = steps('');
    expect(statuses).toEqual([0, 0, 0, 0, 0, 0]);
    expect(outputs[2]).toBe('');
    expect(JSON.parse(contentOf('audit.sarif'))).toMatchObject({ $schema: SARIF, runs: [{ results: [] }] });
    expect(called).toContain('gh api --silent repos/a/b/issues/12/comments --field body=@audit.md\n');
  });

  it('fails at the audit and at the golden files, and reports all the same', () => {
    build(BAD);
    const { statuses, outputs, called } = steps('77\n');
    expect(statuses).toEqual([0, 0, 1, 1, 0, 0]);
    expect(outputs[2]).toMatch(/^::error file=build\/purgatory\.ro,title=/);
    expect(outputs[3]).toContain('+R_X86_64_REX_GOTPCRELX settled 7\n');
    expect(JSON.parse(contentOf('audit.sarif')).runs[0].results).toHaveLength(12);
    expect(contentOf('audit.md')).toMatch(/^<!-- relocator audit -->\n/);
    expect(called).toContain(
      'gh api --silent --method PATCH repos/a/b/issues/comments/77 --field body=@audit.md\n',
    );
    expect(called).not.toContain('/12/comments --field');
  });

  it('takes no wrong command line for a report', () => {
    for (const run of RUNS.filter((each) => each.includes('[ $? -eq 1 ]'))) {
      const wrong = run.replace('--policy', '--polici');
      expect(folder.bash(wrong, '-e')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('--polici'),
      });
    }
  });
});

describe('hooks', () => {
  it.each([
    [GOOD, 0],
    [BAD, 1],
  ])('of the framework end for %s with %i', (name, status) => {
    build(name);
    const entry = /^ +entry: (.*)$/m.exec(CONFIG)?.[1];
    expect(folder.bash(`${entry} build/purgatory.ro`)).toMatchObject({ status, stdout: '' });
  });
});
