/** What purgatories of RISC-V are told; kexec-tools ships none that is whole. */
import { KEXEC_TOOLS_COMMON, LINUX_COMMON, type Told, told } from '../../told.ts';

export function riscvTold(xlen: 32 | 64): Told {
  return {
    'kexec-tools': KEXEC_TOOLS_COMMON,
    ...(xlen === 64
      ? {
          linux: [
            ...LINUX_COMMON,
            told(
              'riscv_kernel_entry',
              8,
              'where to jump; a0 (hart) and a1 (device tree) stay as they arrive',
              'arch/riscv/kernel/elf_kexec.c',
            ),
          ],
        }
      : {}),
  };
}
