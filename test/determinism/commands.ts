/** What is asked of the command: all that it writes and prints, of objects that stand in the current folder. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIST, listText } from '../../cli/files/goldens.ts';
import { FORMATS } from '../../index.ts';
import { architectures } from '../../relocator-dsl/arch/index.ts';
import { toolchainOf } from '../machines/index.ts';
import { DESCRIBED, HALVED, PARTED, PLAIN } from '../machines/samples.ts';
import { fixturePath } from '../support/golden.ts';

type Words = readonly string[];

/** Machines that have an object that a compiler emitted, with it. */
const OBJECTS = new Map(
  architectures.flatMap(({ machine: { arch } }) => {
    const { emitted } = toolchainOf(arch);
    return emitted === undefined ? [] : [[arch, fixturePath(`${arch}-${emitted}`)] as const];
  }),
);

/** Names that locales sort in other ways than their bytes. */
const NAMES = [
  'Z.ro',
  'a.ro',
  'i.ro',
  'I.ro',
  'ı.ro',
  'İ.ro',
  'z.ro',
  'ä.ro',
  'ß.ro',
  'あ.ro',
  '10.ro',
  '9.ro',
];

/** Puts what the commands read into a folder: an object of each machine, files of all those names, a list of goldens. */
export function placeInputs(folder: string): void {
  for (const name of ['objects', 'names', 'golden']) mkdirSync(join(folder, name));
  for (const [arch, path] of OBJECTS) cpSync(path, join(folder, `objects/${arch}.ro`));
  for (const [at, name] of NAMES.entries())
    cpSync(fixturePath(`${PLAIN}-${at % 2 ? 'gcc' : 'clang'}-small-Os.ro`), join(folder, 'names', name));
  const purgatories = [...OBJECTS.keys()].map((arch) => ({
    name: arch,
    inputs: [`../objects/${arch}.ro`],
    options: ['--loader-writes', 'kexec-tools'],
  }));
  writeFileSync(join(folder, 'golden', LIST), listText({ relocator: '0', map: 0, purgatories }));
}

/** Golden files of every machine, and an audit of many files. */
export const SHORT: readonly Words[] = [
  ['golden', 'update', 'golden'],
  ['audit', 'names', '--all', '--max-fixups', '3'],
];

const REPORTS = ['text', 'json', 'sarif', 'github', 'markdown', 'junit', 'html'];
const EMITTED = ['c', 'asm', 'elf', 'rust', 'go', 'json'];

/** Later ones read what earlier ones wrote. */
export const LONG: readonly Words[] = [
  ...SHORT,
  ['golden', 'check', 'golden', '--json'],
  ...[PLAIN, PARTED, DESCRIBED, HALVED].flatMap((arch) => ofMachine(arch)),
  ...REPORTS.map((format) => ['audit', 'names', 'objects', '--format', format, '--loader', 'kexec-tools']),
  ...EMITTED.map((form) => [
    'build',
    `objects/${PLAIN}.ro`,
    '--emit',
    form,
    '-o',
    `emitted.${form}`,
    '--depfile',
    `${form}.d`,
  ]),
  ['apply', `objects/${PLAIN}.ro`, '--base', '0x123000', '-o', 'memory'],
  ['verify', `${PLAIN}.chain`, '--json'],
  ['extract', `objects/${PLAIN}.ro`, '-o', 'extracted'],
  ...['bin', ...EMITTED].map((form) => ['purgatory', '--arch', PARTED, '--emit', form, '-o', `own.${form}`]),
  ['purgatory', '--list', '--json'],
  ['explain', 'R_AARCH64_CALL26'],
  ['explain', 'R_AARCH64_CALL_26'],
  ['explain', '--list', '--json'],
  ['loaders'],
  ['loaders', 'kexec-tools'],
  ['completion', 'zsh'],
  ['build', 'none.ro', '-o', 'none'],
  ['biuld'],
  ['--help'],
  ['--version'],
];

function ofMachine(arch: string): Words[] {
  const [object, image] = [`objects/${arch}.ro`, `${arch}.records`];
  return [
    ...FORMATS.map((format) => ['build', object, '--format', format, '-o', `${arch}.${format}`]),
    ['map', image, '--html', `${arch}.html`],
    ['map', image, '--json'],
    ['patch', image, 'sha256_digest=00112233', '-o', `${arch}.refused`],
    ['patch', image, `sha256_digest=${'0123456789abcdef'.repeat(4)}`, '-o', `${arch}.patched`],
    ['diff', object, image],
    ['diff', image, `${arch}.patched`],
  ];
}
