/** examples/earlyoops/install.sh puts lines into a kernel's files where their functions are, takes none away, and tells what it did not find. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../support/files.ts';
import { inFolder } from '../../support/folder.ts';

const EXAMPLE = join(ROOT, 'examples/earlyoops');
const HOOKS = readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.hooks'),
);

interface Hook {
  readonly file: string;
  readonly scope: string;
  readonly text: string;
}

const hooks = HOOKS.flatMap((name) =>
  readFileSync(join(EXAMPLE, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): Hook => {
      const [file = '', scope = '', , text = ''] = line.split(' | ');
      return { file, scope, text: text.replace('\\t', '\t') };
    }),
);

/** As much of Linux as the hooks look for, written from Linux's own text; a line alike stands before each function, and behind it. */
const LINUX: Readonly<Record<string, string>> = {
  'kernel/Makefile':
    'obj-y = fork.o\nobj-$(CONFIG_KEXEC_CORE) += kexec_core.o\nobj-$(CONFIG_KEXEC) += kexec.o\n',
  'init/Kconfig': 'source "kernel/Kconfig.preempt"\nsource "kernel/Kconfig.locks"\n\nconfig X\n',
  'init/main.c': `/* Text. */
#include <linux/types.h>
#include <linux/init.h>
asmlinkage __visible void __init start_kernel(void);
void before(void)
{
\tsetup_arch(&command_line);
}
asmlinkage __visible void __init __no_sanitize_address start_kernel(void)
{
\tpr_notice("%s", linux_banner);
\tsetup_arch(&command_line);
\tsetup_boot_config();
}
void after(void)
{
\tsetup_arch(&command_line);
}
`,
  'arch/arm64/kernel/setup.c': `#include <linux/acpi.h>
void __init __no_sanitize_address setup_arch(char **cmdline_p)
{
\tif (acpi_disabled)
\t\tunflatten_device_tree();

\tbootmem_init();

\tkasan_init();
}
`,
  'arch/arm64/kernel/smp.c': `#include <linux/acpi.h>
bool cpus_are_stuck_in_kernel(void);
bool cpus_are_stuck_in_kernel(void)
{
\tbool smp_spin_tables = (num_possible_cpus() > 1 && !have_cpu_die());

\treturn !!cpus_stuck_in_kernel || smp_spin_tables ||
}
`,
  'arch/riscv/kernel/setup.c': `#include <linux/acpi.h>
void __init setup_arch(char **cmdline_p)
{
\tparse_dtb();

\tmisc_mem_init();

\tinit_resources();
}
`,
  'arch/x86/kernel/setup.c': `#include <linux/acpi.h>
static void __init reserve_crashkernel(void)
{
}
void __init setup_arch(char **cmdline_p)
{
\tif (acpi_mps_check()) {
\t}
\treserve_crashkernel();
\tmemblock_find_dma_reserve();
}
`,
};

function tree(at: (name: string) => string, changed: Readonly<Record<string, string>> = {}): void {
  for (const [name, text] of Object.entries({ ...LINUX, 'include/linux/init.h': '', ...changed })) {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  }
}

function install(linux: string): { status: number | null; said: string } {
  const { status, stderr } = spawnSync(join(EXAMPLE, 'install.sh'), [linux], { encoding: 'utf8' });
  return { status, said: stderr };
}

/** What two texts differ by, if the one only has lines more. */
function inserted(before: string, after: string): string[] | undefined {
  const old = before.split('\n');
  const more: string[] = [];
  for (const line of after.split('\n')) {
    if (line === old[0]) old.shift();
    else more.push(line);
  }
  return old.length === 0 ? more : undefined;
}

describe('install.sh', () => {
  it('inserts each line behind its place, in its function only, and no other', () => {
    inFolder((at) => {
      tree(at);
      expect(install(at('.'))).toEqual({ status: 0, said: '' });
      for (const [name, before] of Object.entries(LINUX)) {
        const own = hooks.filter(({ file }) => file === name);
        const include = own.some(({ scope }) => scope !== '-') ? ['#include <linux/earlyoops.h>'] : [];
        const after = readFileSync(at(name), 'utf8');
        expect(inserted(before, after), name).toEqual([...include, ...own.map(({ text }) => text)]);
      }
      const main = readFileSync(at('init/main.c'), 'utf8');
      expect(main).toContain(
        'linux_banner);\n\tsetup_arch(&command_line);\n\tearlyoops_setup("setup_arch");\n\tsetup_boot',
      );
      expect(main).toContain('#include <linux/earlyoops.h>\n#include <linux/types.h>');
      expect(existsSync(at('kernel/earlyoops/earlyoops.c'))).toBe(true);
      expect(existsSync(at('include/linux/earlyoops.h'))).toBe(true);
    });
  });

  it('changes nothing the second time', () => {
    inFolder((at) => {
      tree(at);
      install(at('.'));
      const once = Object.keys(LINUX).map((name) => readFileSync(at(name), 'utf8'));
      expect(install(at('.')).status).toBe(0);
      expect(Object.keys(LINUX).map((name) => readFileSync(at(name), 'utf8'))).toEqual(once);
    });
  });

  it('knows the name that the function has in later releases', () => {
    inFolder((at) => {
      const name = 'arch/x86/kernel/setup.c';
      const later = (LINUX[name] ?? '').replaceAll('reserve_crashkernel', 'arch_reserve_crashkernel');
      tree(at, { [name]: later });
      expect(install(at('.')).status).toBe(0);
      expect(readFileSync(at(name), 'utf8')).toContain(
        '\tarch_reserve_crashkernel();\n\tearlyoops_setup("earliest");',
      );
    });
  });

  it.each(hooks.map(({ file, scope, text }) => [file, scope, text]))(
    'says that it does not find its place in %s, in %s, and what to put there',
    (file, scope, text) => {
      inFolder((at) => {
        const lines = (LINUX[file] ?? '').split('\n');
        // Without the line in the function; those outside of it stay.
        const from =
          scope === '-' ? 0 : lines.findIndex((line) => line.includes(`${scope}(`) && !line.endsWith(';'));
        const gone = lines.findIndex(
          (line, index) =>
            index > from &&
            /reserve_crash|bootmem_init|misc_mem|smp_spin|setup_arch\(&|CORE|locks/.test(line),
        );
        tree(at, { [file]: lines.toSpliced(gone, 1).join('\n') });
        const { status, said } = install(at('.'));
        expect(status).toBe(1);
        expect(said).toContain(`install.sh: ${file}: no line like `);
        expect(said).toContain(` in ${scope}: `);
        expect(said.replaceAll('\\t', '\t')).toContain(text);
        expect(readFileSync(at(file), 'utf8')).toBe(lines.toSpliced(gone, 1).join('\n'));
      });
    },
  );

  it('says that a folder is no tree of Linux', () => {
    inFolder((at) => {
      expect(install(at('.'))).toMatchObject({
        status: 1,
        said: expect.stringContaining('is no tree of Linux'),
      });
    });
  });
});
