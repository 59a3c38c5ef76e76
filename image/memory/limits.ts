/** How large an image may be: damaged files must not ask for absurd ones. */

/** Most memory, in bytes, that one image may take, zero-filled parts included: 256 MiB. */
export const MEMORY_LIMIT = 0x1000_0000;

/** Most bytes of an image that a file may hold: 64 MiB, far above any purgatory. */
export const CONTENTS_LIMIT = 0x400_0000;

/** Most bytes that what is in an image may be aligned to: 16 MiB. */
export const MAX_ALIGNMENT = 2 ** 24;
