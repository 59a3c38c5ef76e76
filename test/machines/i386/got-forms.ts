import { BINARY } from '../x86-common/got-forms.ts';

/** The instructions that the psABI lists for GOT32X, and one that it does not list. */
export const forms: readonly string[] = [
  'call *foo@GOT(%ebx)',
  'jmp *foo@GOT(%ebx)',
  ...['ebx', 'ecx'].map((base) => `mov foo@GOT(%${base}), %edx`),
  'test %eax, foo@GOT(%ebx)',
  ...BINARY.map((name) => `${name} foo@GOT(%ebx), %ecx`),
  'push foo@GOT(%ebx)',
];

/** The same without a base register, for the address of the slot: linkers make no position-independent image of it. */
export const fixedForms: readonly string[] = [
  'call *foo@GOT',
  'jmp *foo@GOT',
  'mov foo@GOT, %edx',
  'test %eax, foo@GOT',
  ...BINARY.map((name) => `${name} foo@GOT, %ecx`),
  'push foo@GOT',
];
