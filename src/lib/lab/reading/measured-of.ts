import type { Measured } from '../../flame/index.ts';

/** The figures of a fact, without what else it holds. */
export function measuredOf({ weight, share, interval }: Measured): Measured {
  return interval === undefined ? { weight, share } : { weight, share, interval };
}
