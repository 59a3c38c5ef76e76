/**
 * Machines that tests of rooms take as examples, each for what its constant says of it. No room knows a machine by name:
 * their tests take these, and what is true of one machine only is tested in its folder.
 */

/** 64 bits, little endian, addends in the entries, instructions at any address. */
export const PLAIN = 'x86_64';

/** 32 bits, little endian, addends in the place. */
export const NARROW = 'i386';

/** 64 bits; instructions of 4 bytes with parts of addresses in them, and checks of alignment. */
export const PARTED = 'aarch64';

/** 64 bits, big endian; functions have descriptors, data a pointer of its own. */
export const DESCRIBED = 'ppc64';

/** 32 bits, big endian, addends in the place, addresses in the halves of two instructions. */
export const HALVED = 'mips';
