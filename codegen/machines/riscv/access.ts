/**
 * Sequences that load, store and make numbers on RISC-V, compressed wherever an instruction has such a form. Only the
 * registers s0, s1 and a0 to a5 have all of them; prologues have a3 to a5 of these.
 */

export type Xlen = 32 | 64;

function isShort(register: string): boolean {
  return /^(s[01]|a[0-5])$/.test(register);
}

function fits(value: number, bits: number): boolean {
  return value >= -(2 ** (bits - 1)) && value < 2 ** (bits - 1);
}

/** `register += value`, for a value of 12 bits. */
function addTo(register: string, value: number): string[] {
  if (value === 0) return [];
  return fits(value, 6) ? [`c.addi ${register}, ${value}`] : [`addi ${register}, ${register}, ${value}`];
}

/** Brings `value` into `register`. */
export function constant(register: string, value: bigint, xlen: Xlen): string[] {
  const whole = BigInt.asIntN(xlen, value);
  if (whole === BigInt.asIntN(6, whole)) return [`c.li ${register}, ${whole}`];
  const low = Number(BigInt.asIntN(12, whole));
  if (whole === BigInt(low)) return [`li ${register}, ${low}`];
  const rest = whole - BigInt(low);
  if (whole === BigInt.asIntN(32, whole)) {
    const upper = Number(BigInt.asUintN(20, rest >> 12n));
    const short = upper < 32 || upper >= 0xf_ffe0;
    const lui = `${short ? 'c.' : ''}lui ${register}, 0x${upper.toString(16)}`;
    // Just below 2 GiB the sum must wrap at 32 bits.
    const wraps = xlen === 64 && rest !== BigInt.asIntN(32, rest);
    if (!wraps) return [lui, ...addTo(register, low)];
    return [lui, fits(low, 6) ? `c.addiw ${register}, ${low}` : `addiw ${register}, ${register}, ${low}`];
  }
  let shift = 12n;
  while (((rest >> shift) & 1n) === 0n) shift++;
  return [
    ...constant(register, rest >> shift, xlen),
    `c.slli ${register}, ${shift}`,
    ...addTo(register, low),
  ];
}

/** The address `offset` bytes behind the one in `base`, in `register`. */
export function behind(register: string, base: string, offset: number, xlen: Xlen): string[] {
  if (fits(offset, 12)) return [`addi ${register}, ${base}, ${offset}`];
  return [...constant(register, BigInt(offset), xlen), `c.add ${register}, ${base}`];
}

const UNSIGNED_LOADS: Readonly<Record<number, string>> = { 1: 'lbu', 2: 'lhu', 4: 'lwu' };

/** One load of `bytes` bytes at a4; 32-bit words come with their sign. */
function single(register: string, bytes: number, at: number): string {
  if (bytes === 8) return `${isShort(register) ? 'c.' : ''}ld ${register}, ${at}(a4)`;
  if (bytes === 4) return `${isShort(register) ? 'c.' : ''}lw ${register}, ${at}(a4)`;
  return `${UNSIGNED_LOADS[bytes]} ${register}, ${at}(a4)`;
}

/** Loads `bytes` bytes `at` bytes behind a4 in accesses of at most `granule`; bits above those are not defined. */
export function load(register: string, bytes: number, granule: number, at = 0): string[] {
  if (granule >= bytes) return [single(register, bytes, at)];
  const lines = [
    granule === 4 ? `lwu ${register}, ${at}(a4)` : `${UNSIGNED_LOADS[granule]} ${register}, ${at}(a4)`,
  ];
  for (let part = granule; part < bytes; part += granule) {
    lines.push(
      granule === 4 ? `lw t1, ${at + part}(a4)` : `${UNSIGNED_LOADS[granule]} t1, ${at + part}(a4)`,
      `c.slli t1, ${8 * part}`,
      `c.add ${register}, t1`,
    );
  }
  return lines;
}

const STORES: Readonly<Record<number, string>> = { 1: 'sb', 2: 'sh', 4: 'c.sw', 8: 'c.sd' };

/** Stores the low `bytes` bytes of a5 `at` bytes behind a4 in accesses of at most `granule`. */
export function store(bytes: number, granule: number, at = 0): string[] {
  const size = Math.min(bytes, granule);
  const lines: string[] = [];
  for (let part = 0; part < bytes; part += size) {
    if (part > 0) lines.push(`c.srli a5, ${8 * size}`);
    lines.push(`${STORES[size]} a5, ${at + part}(a4)`);
  }
  return lines;
}
