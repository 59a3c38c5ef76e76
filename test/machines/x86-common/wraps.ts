import type { ReferenceRule } from '../../../reference-model/types.ts';
import { onlyRule } from '../../support/differences.ts';
import type { Disagreement } from '../../support/link-cases.ts';

/** A value that n bits hold only when addresses wrap. */
export function wraps(each: Disagreement, { name }: ReferenceRule): boolean {
  const bits = name.endsWith('8') ? 8n : 16n;
  const [half, full] = [1n << (bits - 1n), 1n << bits];
  const outside = each.X < -half || (name.includes('PC') && each.X >= half);
  return onlyRule(each) && outside && each.X >= -full && each.X < full;
}
