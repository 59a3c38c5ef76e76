/**
 * Sequences that load, store and make numbers on the Alpha. Bytes, halfwords and words that are not aligned are reached
 * through the quadwords around them: so every processor does it, and it is shorter than byte by byte.
 */

/** What instructions call words of 2, 4 and 8 bytes, and how they load and store them where they are aligned. */
const SIZES: Readonly<Record<2 | 4 | 8, string>> = { 2: 'w', 4: 'l', 8: 'q' };

/** Loads the word at $2 into $3; bits above it are not defined. */
export function loadWord(bytes: 4 | 8, granule: number): string[] {
  const size = SIZES[bytes];
  if (granule >= bytes) return [`ld${size} $3, 0($2)`];
  return [
    'ldq_u $3, 0($2)',
    `ldq_u $4, ${bytes - 1}($2)`,
    `ext${size}l $3, $2, $3`,
    `ext${size}h $4, $2, $4`,
    'bis $3, $4, $3',
  ];
}

/** Stores the low `bytes` bytes of $3 at $2. */
export function storeWord(bytes: 2 | 4 | 8, granule: number): string[] {
  const size = SIZES[bytes];
  if (bytes === 2 && granule >= 2) return storeHalf('$3', '$2');
  if (granule >= bytes) return [`st${size} $3, 0($2)`];
  if (bytes === 8 && granule === 4) return ['stl $3, 0($2)', 'srl $3, 32, $3', 'stl $3, 4($2)'];
  const last = bytes - 1;
  return [
    `ldq_u $4, ${last}($2)`,
    'ldq_u $5, 0($2)',
    `ins${size}h $3, $2, $6`,
    `ins${size}l $3, $2, $7`,
    `msk${size}h $4, $2, $4`,
    `msk${size}l $5, $2, $5`,
    'bis $4, $6, $4',
    'bis $5, $7, $5',
    // The lower quadword comes last: it is the right one where both are the same.
    `stq_u $4, ${last}($2)`,
    'stq_u $5, 0($2)',
  ];
}

/** Stores the low 16 bits of `source` at an even address. */
export function storeHalf(source: string, place: string): string[] {
  return [
    `ldq_u $4, 0(${place})`,
    `inswl ${source}, ${place}, $6`,
    `mskwl $4, ${place}, $4`,
    'bis $4, $6, $4',
    `stq_u $4, 0(${place})`,
  ];
}

function fits16(value: bigint): boolean {
  return value === BigInt.asIntN(16, value);
}

/** `to` = `from` + `value`. @throws RangeError for what does not fit into 32 bits, with a sign */
export function plus(to: string, from: string, value: bigint): string[] {
  if (value === 0n && to === from) return [];
  if (fits16(value)) return [`lda ${to}, ${value}(${from})`];
  const low = BigInt.asIntN(16, value);
  const high = (value - low) >> 16n;
  if (fits16(high)) return [`ldah ${to}, ${high}(${from})`, ...plus(to, to, low)];
  // Just below 2 GiB the upper half is one more than ldah adds.
  const step = 0x4000n << 16n;
  if (value < step || value - step >= step) throw new RangeError(`${value} is more than ldah and lda add`);
  return [`ldah ${to}, 0x4000(${from})`, ...plus(to, to, value - step)];
}

/** Brings `value`, as a word of 64 bits, into `register`. */
export function constant(register: string, value: bigint): string[] {
  const whole = BigInt.asIntN(64, value);
  if (whole === BigInt.asIntN(32, whole)) return plus(register, '$31', whole);
  const low = BigInt.asIntN(16, whole);
  const below = (BigInt.asIntN(16, (whole - low) >> 16n) << 16n) + low;
  return [
    ...constant(register, (whole - below) >> 32n),
    `sll ${register}, 32, ${register}`,
    ...plus(register, register, below),
  ];
}
