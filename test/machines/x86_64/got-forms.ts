import { BINARY } from '../x86-common/got-forms.ts';

/** The instructions that the psABI lists for GOTPCRELX, and one that it does not list. */
export const forms: readonly string[] = [
  'call *foo@GOTPCREL(%rip)',
  'jmp *foo@GOTPCREL(%rip)',
  ...['eax', 'r9d', 'rax', 'r9'].map((register) => `mov foo@GOTPCREL(%rip), %${register}`),
  ...['eax', 'r9'].map((register) => `test %${register}, foo@GOTPCREL(%rip)`),
  ...BINARY.flatMap((name) => ['ecx', 'r10'].map((register) => `${name} foo@GOTPCREL(%rip), %${register}`)),
  'push foo@GOTPCREL(%rip)',
];
