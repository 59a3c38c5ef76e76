/** What purgatories of s390x are told. */
import { KEXEC_TOOLS_COMMON, LINUX_COMMON, type Told, told } from '../../told.ts';

const KEXEC_TOOLS = 'kexec/arch/s390/crashdump-s390.c';
const LINUX = 'arch/s390/kernel/machine_kexec_file.c';

export const TOLD: Told = {
  'kexec-tools': [
    ...KEXEC_TOOLS_COMMON,
    told(
      'crash_base',
      8,
      'address of the memory of a crash kernel, which is swapped with that at 0',
      KEXEC_TOOLS,
    ),
    told('crash_size', 8, 'its bytes', KEXEC_TOOLS),
  ],
  linux: [
    ...LINUX_COMMON,
    told('kernel_entry', 8, 'where to jump', LINUX),
    told('kernel_type', 8, '1: a crash kernel, 0: another', LINUX),
    told('crash_start', 8, 'address of the memory of a crash kernel, which is swapped with that at 0', LINUX),
    told('crash_size', 8, 'its bytes', LINUX),
  ],
};
