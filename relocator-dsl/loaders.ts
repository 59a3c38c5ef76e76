/** What the loaders in the field know: which relocation types they apply, and which symbols they write by name. */
import { type Architecture, commonPrefix } from './architecture.ts';

export interface LoaderSupport {
  readonly loader: string;
  readonly known: boolean;
  readonly note?: string;
}

const KEXEC_TOOLS = 'kexec-tools 2.0.25';
const LINUX = 'Linux kexec_file_load';

/** Type names without what all of the machine's begin with. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  x86_64: {
    [KEXEC_TOOLS]: ['NONE', '64', '32', '32S', 'PC32', 'PLT32'],
    [LINUX]: ['NONE', '64', '32', '32S', 'PC32', 'PLT32'],
  },
  i386: { [KEXEC_TOOLS]: ['32', 'PC32'] },
  aarch64: {
    [KEXEC_TOOLS]: [
      'ABS64',
      'PREL32',
      'MOVW_UABS_G0_NC',
      'MOVW_UABS_G1_NC',
      'MOVW_UABS_G2_NC',
      'MOVW_UABS_G3',
      'LD_PREL_LO19',
      'ADR_PREL_LO21',
      'ADR_PREL_PG_HI21',
      'ADD_ABS_LO12_NC',
      'JUMP26',
      'CALL26',
      'LDST64_ABS_LO12_NC',
      'LDST128_ABS_LO12_NC',
    ],
  },
  s390x: {
    [KEXEC_TOOLS]: [
      '8',
      '12',
      '16',
      '20',
      '32',
      '64',
      'PC16',
      'PC16DBL',
      'PC32DBL',
      'PLT32DBL',
      'PC32',
      'PC64',
    ],
    [LINUX]: [
      'NONE',
      '8',
      '12',
      '16',
      '20',
      '32',
      '64',
      'PC16',
      'PC16DBL',
      'PC32DBL',
      'PLT32DBL',
      'PC32',
      'PC64',
      'RELATIVE',
    ],
  },
};

const NOTES: Readonly<Record<string, string>> = {
  R_X86_64_PC32: 'kexec-tools does not check its range',
  R_X86_64_PLT32: 'kexec-tools does not check its range',
  R_AARCH64_ADR_PREL_LO21: 'kexec-tools refuses targets that are not a multiple of 4',
};

/** Which loaders for the machine apply the type called `typeName`. */
export function loadersOf({ machine, types }: Architecture, typeName: string): LoaderSupport[] {
  const prefix = commonPrefix(types);
  return Object.entries(KNOWN[machine.arch] ?? {}).map(([loader, names]) => {
    const known = names.some((name) => typeName === prefix + name);
    const note = loader === KEXEC_TOOLS ? NOTES[typeName] : undefined;
    return note && known ? { loader, known, note } : { loader, known };
  });
}

const COMMON = ['sha256_regions', 'sha256_digest', 'skip_checks'];
const X86 = [
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
];

/** Symbols that kexec-tools writes after it has relocated the purgatory, by architecture. */
export const KEXEC_TOOLS_SYMBOLS: Readonly<Record<string, readonly string[]>> = {
  x86_64: [...COMMON, ...X86, 'entry64_regs'],
  i386: [...COMMON, ...X86, 'compat_x86_64_entry32'],
  aarch64: [...COMMON, 'arm64_sink', 'arm64_kernel_entry', 'arm64_dtb_addr'],
  s390x: [...COMMON, 'crash_base', 'crash_size'],
};
