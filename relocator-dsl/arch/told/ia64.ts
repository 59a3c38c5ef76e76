/** What purgatories of IA-64 are told. */
import { KEXEC_TOOLS_COMMON, type Told, told } from '../../told.ts';

const SOURCE = 'kexec/arch/ia64/kexec-elf-ia64.c';
const CRASH = 'kexec/arch/ia64/crashdump-ia64.c';

export const TOLD: Told = {
  'kexec-tools': [
    ...KEXEC_TOOLS_COMMON,
    told('__noio', 8, 'not 0: touch no device', SOURCE),
    told('__boot_param_base', 8, 'address of memory for the parameters (struct ia64_boot_param)', SOURCE),
    told('__efi_memmap_base', 8, "address of memory for EFI's map of memory", SOURCE),
    told('__efi_memmap_size', 8, 'its bytes', SOURCE),
    told('__command_line', 8, 'address of the command line', SOURCE),
    told('__command_line_len', 8, 'its bytes', SOURCE),
    told('__ramdisk_base', 8, 'address of the initial ramdisk', SOURCE),
    told('__ramdisk_size', 8, 'its bytes', SOURCE),
    told('__vmcode_base', 8, 'address of the guest, where the kernel is a monitor', SOURCE),
    told('__vmcode_size', 8, 'its bytes', SOURCE),
    told('__gp_value', 8, "the purgatory's global pointer", SOURCE),
    told('__kernel_entry', 8, 'where to jump', SOURCE),
    told('__loaded_segments', 8, 'address of a list of what was loaded: pairs of start and end', CRASH),
    told('__loaded_segments_num', 8, 'how many pairs', CRASH),
  ],
};
