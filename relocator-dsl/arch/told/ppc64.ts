/** What purgatories of 64-bit PowerPC are told, in either byte order. */
import { KEXEC_TOOLS_COMMON, LINUX_COMMON, type Told, type ToldSymbol, told } from '../../told.ts';

const KEXEC_TOOLS = 'kexec/arch/ppc64/kexec-elf-ppc64.c';
const LINUX = 'arch/powerpc/kexec/file_load.c';
const LINUX_64 = 'arch/powerpc/kexec/file_load_64.c';

function common(source: string, more: string): ToldSymbol[] {
  return [
    told(
      'purgatory_start',
      0x100,
      "the next kernel's first bytes, but for the branch they begin with",
      source,
    ),
    told('kernel', 8, 'where to jump', source),
    told('dt_offset', 8, 'address of the device tree, in r3 at the jump', source),
    told(
      'run_at_load',
      4,
      '1: a crash kernel, which is to run where it was loaded; in purgatory_start',
      more,
    ),
    told('backup_start', 8, "where a crash kernel's first memory is copied to; 0: nowhere", more),
    told('opal_base', 8, 'base of the OPAL firmware, in r8 at the jump', more),
    told('opal_entry', 8, 'its entry, in r9 at the jump', more),
  ];
}

export const TOLD: Told = {
  'kexec-tools': [
    ...KEXEC_TOOLS_COMMON,
    ...common(KEXEC_TOOLS, KEXEC_TOOLS),
    told('panic_kernel', 4, 'not 0: of a crash kernel, so copy', KEXEC_TOOLS),
    told('stack', 8, 'end of memory for a stack', KEXEC_TOOLS),
    told('my_toc', 8, "the purgatory's TOC pointer", KEXEC_TOOLS),
    told('debug', 4, 'not 0: messages by a call of the hypervisor', KEXEC_TOOLS),
  ],
  linux: [...LINUX_COMMON, ...common(LINUX, LINUX_64)],
};
