/** What kexec-tools tells purgatories of both sizes of x86. */
import {
  KEXEC_TOOLS_COMMON,
  type Member,
  registerMembers,
  type ToldSymbol,
  told,
  toldStructure,
} from '../../told.ts';

/** The order of both sizes; not that of the instruction set, which Linux has. */
const REGISTERS_32 = ['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'esp', 'ebp'] as const;

const PARAMETERS = "the kernel's parameters (struct boot_params)";

const SEGMENTS: readonly Member[] = [
  ...['ds', 'es', 'ss', 'fs', 'gs'].map((name): Member => ({ name, bytes: 2, meaning: 'at the jump' })),
  { name: 'ip', bytes: 2, meaning: 'where to jump, in its segment' },
  { name: 'cs', bytes: 2, meaning: 'the segment of the jump' },
  { name: 'pad', bytes: 2, meaning: 'nothing' },
];

const REAL_MODE: readonly Member[] = [
  ...registerMembers(4, REGISTERS_32, { edi: 'in %esi at the jump, in place of esi: so the code loads it' }),
  ...SEGMENTS,
];

/** @param word bytes of an address */
export function x86Told(word: 4 | 8): ToldSymbol[] {
  const update = `kexec/arch/${word === 8 ? 'x86_64/kexec-x86_64.c' : 'i386/kexec-x86.c'}`;
  const bzImage = 'kexec/arch/i386/kexec-bzImage.c';
  const elf = 'kexec/arch/i386/kexec-elf-x86.c';
  return [
    ...KEXEC_TOOLS_COMMON,
    told('reset_vga', 1, 'not 0: set the VGA to its text mode', update),
    told('serial_base', 2, 'I/O port of an 8250 for messages', update),
    told('serial_baud', 4, 'its speed; 0: as it is', update),
    told('console_vga', 1, 'not 0: messages to the VGA', update),
    told('console_serial', 1, 'not 0: messages to the serial line', update),
    told('backup_src_start', word, 'memory that a crash kernel needs for itself: its address', update),
    told('backup_src_size', word, 'its bytes', update),
    told('backup_start', word, 'where it is copied to; 0: nowhere', update),
    told('panic_kernel', 1, 'not 0: of a crash kernel, so copy', update),
    told(
      'cmdline_end',
      word,
      "address of the end of the kernel's command line, to add to; 0: none",
      word === 8 ? 'kexec/arch/x86_64/kexec-bzImage64.c' : bzImage,
    ),
    toldStructure(
      'entry32_regs',
      {
        name: 'entry32_regs',
        members: registerMembers(4, [...REGISTERS_32, 'eip'], { esi: PARAMETERS, eip: 'where to jump' }),
        source: 'kexec/arch/i386/kexec-x86.h',
      },
      'registers of a jump in protected mode',
      bzImage,
    ),
    toldStructure(
      'entry16_regs',
      { name: 'entry16_regs', members: REAL_MODE, source: 'kexec/arch/i386/kexec-x86.h' },
      'registers of a jump in real mode',
      bzImage,
    ),
    toldStructure(
      'entry16_debug_regs',
      { name: 'entry16_regs', members: REAL_MODE, source: 'kexec/arch/i386/kexec-x86.h' },
      'the same, where --debug is asked for',
      bzImage,
    ),
    told(
      'entry16_debug_old_first32',
      4,
      "address of the kernel's first code in protected mode, which is hooked",
      bzImage,
    ),
    told('stack_arg32_1', 4, 'a word that the kernel finds on its stack: the boot notes of ELF', elf),
    told('stack_arg32_2', 4, 'the word before it: where to return to, 0', elf),
  ];
}
