/** What purgatories of 32-bit PowerPC are told. Linux has none of its own there. */
import { KEXEC_TOOLS_COMMON, type Told, told } from '../../told.ts';

const SOURCE = 'kexec/arch/ppc/kexec-elf-ppc.c';

export const TOLD: Told = {
  'kexec-tools': [
    ...KEXEC_TOOLS_COMMON,
    told('kernel', 4, 'where to jump', SOURCE),
    told('dt_offset', 4, 'address of the device tree, in r3 at the jump', SOURCE),
    told('stack', 4, 'end of memory for a stack', SOURCE),
    told('my_thread_ptr', 4, 'what r2 is to be', SOURCE),
  ],
};
