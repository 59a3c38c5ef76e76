/** How large files and images may be: what is damaged or meant otherwise must not ask for absurd memory. */

/** Most bytes that an image may take in memory, zeros included, and what is no regular file: far above any purgatory. */
export const SIZE_LIMIT = 0x400_0000;

/** The limit as every message tells it. */
export const SIZE_LIMIT_TEXT = 'an image in memory may have 0x4000000 bytes (64 MiB) at most';

/** Most bytes that a file may have: kernels that are linked with --emit-relocs are audited, too, and have no image. */
export const FILE_LIMIT = 0x4000_0000;

/** The limits as messages tell them. */
export const FILE_LIMIT_TEXT =
  'a file may have 0x40000000 bytes (1 GiB) at most, and what is read from a pipe or a device 0x4000000 (64 MiB)';

/** Most relocations that a file may have, read where they stand: each takes some 25 bytes of memory. */
export const TABLE_LIMIT = 0x40_0000;

/** The limit as every message tells it. */
export const TABLE_LIMIT_TEXT = 'a file may have 4194304 relocations at most, and an image 1048576';

/** Most relocations that an image may have, in all of its files together: so many take some 900 MB of memory. */
export const RELOCATION_LIMIT = 0x10_0000;

/** The limit as every message tells it. */
export const RELOCATION_LIMIT_TEXT = 'an image may have 1048576 relocations at most';

/** Most of them that are looked at one by one, which takes some 4 KB each: all that columns do not tell enough of. */
export const SITE_LIMIT = 0x2_0000;

/** The limit as every message tells it. */
export const SITE_LIMIT_TEXT =
  'an image may have 131072 relocations at most that are more than words with an address of the image and distances in it; apply looks at all one by one';

/** Most bytes of memory that a bundle may take, and that a file in it may have: kernels and initramfs are larger than purgatories. */
export const BUNDLE_LIMIT = 0x4000_0000;

/** The limit as every message tells it. */
export const BUNDLE_LIMIT_TEXT = 'a bundle, and a file in it, may have 0x40000000 bytes (1 GiB) at most';

/** Most bytes that what is in an image may be aligned to: 16 MiB. */
export const MAX_ALIGNMENT = 2 ** 24;
