/** Purgatories for RISC-V that loaders could not load. */
import type { Breakages } from '../../breakages/breakage.ts';

const AS = 'riscv64-linux-gnu-as -march=rv64imac -mabi=lp64 -mno-relax';

export const breakages: Breakages = {
  objects: [
    {
      title: 'Differences of 16 bits',
      when: 'early 2024',
      what: `
        The kernel's purgatory is compiled from files of the kernel, which have alternatives for processors with more instructions; their lengths are
        16-bit differences of labels. kexec_file_load(2) failed with "Unknown rela relocation: 34", and 38 in turn.`,
      references: ['Linux arch/riscv/kernel/machine_kexec_file.c, 6.9'],
      source: 'halves.s',
      arch: 'riscv64',
      by: AS,
      loader: 'linux',
      broke: '6.8',
      learnt: '6.9',
      finds: {
        kind: 'loader',
        type: 'R_RISCV_ADD16',
        symbol: 'after',
        section: '.data',
        offset: 0n,
        remedy: ['linux 6.9 or later'],
      },
    },
    {
      title: 'A pointer in data',
      when: 'spring 2025',
      what: `
        Of all types a plain pointer of 64 bits was missing, until a purgatory had one: "Unknown rela relocation: 2". Stable releases of 6.12 have
        it, too.`,
      references: ['Linux arch/riscv/kernel/machine_kexec_file.c, 6.15'],
      source: 'pointer.s',
      arch: 'riscv64',
      by: AS,
      loader: 'linux',
      broke: '6.14',
      learnt: '6.15',
      finds: {
        kind: 'loader',
        type: 'R_RISCV_64',
        symbol: 'purgatory_start',
        section: '.data',
        offset: 0n,
        remedy: ['linux 6.15 or later'],
      },
    },
  ],
};
