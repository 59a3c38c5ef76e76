/** What purgatories of i386 are told. Linux has none of its own there. */
import { type Told, told } from '../../told.ts';
import { x86Told } from './x86-common.ts';

export const TOLD: Told = {
  'kexec-tools': [
    ...x86Told(4),
    told(
      'compat_x86_64_entry32',
      4,
      'where to go on in 32-bit mode, if a 64-bit kernel enters compat_x86_64',
      'kexec/arch/i386/kexec-x86.c',
    ),
  ],
};
