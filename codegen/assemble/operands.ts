/** The range check of encoders. */

/**
 * `value`, if it can be encoded.
 * @param what what messages call it, where that is not the number itself
 * @throws RangeError unless it is a whole number, `min <= value <= max`
 */
export function within(value: number, min: number, max: number, what = `${value}`): number {
  if (!Number.isInteger(value) || value < min || value > max)
    throw new RangeError(`${what} is not from ${min} to ${max}`);
  return value;
}
