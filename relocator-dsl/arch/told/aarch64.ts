/** What purgatories of arm64 are told. Linux has none of its own there: kexec_file_load(2) enters the kernel itself. */
import { KEXEC_TOOLS_COMMON, type Told, told } from '../../told.ts';

const SOURCE = 'kexec/arch/arm64/kexec-arm64.c';

export const TOLD: Told = {
  'kexec-tools': [
    ...KEXEC_TOOLS_COMMON,
    told('arm64_sink', 8, 'address of a byte to which messages are written; 0: nowhere', SOURCE),
    told('arm64_kernel_entry', 8, 'where to jump', SOURCE),
    told('arm64_dtb_addr', 8, 'address of the device tree, in x0 at the jump', SOURCE),
  ],
};
