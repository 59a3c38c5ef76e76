/** Symbols of both x86 purgatories that kexec-tools writes. */
import { KEXEC_TOOLS_COMMON } from '../loaders.ts';

export const X86_SYMBOLS = [
  ...KEXEC_TOOLS_COMMON,
  ...[
    'reset_vga',
    'serial_base',
    'serial_baud',
    'console_vga',
    'console_serial',
    'backup_src_start',
    'backup_src_size',
    'backup_start',
    'panic_kernel',
    'cmdline_end',
    'entry32_regs',
    'entry16_regs',
    'entry16_debug_regs',
    'entry16_debug_old_first32',
    'stack_arg32_1',
    'stack_arg32_2',
  ],
] as const;
