/** Loops that nobody here wrote. */
import type { Peer } from '../peer.ts';
import { FIRMWARE } from './firmware.ts';
import { GNU_EFI } from './gnu-efi.ts';
import { MUSL } from './musl.ts';

export const PEERS: readonly Peer[] = [...MUSL, ...GNU_EFI, ...FIRMWARE];
