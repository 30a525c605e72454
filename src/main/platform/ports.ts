import type { Instant } from '#shared/domain/ids.ts';

/** The wall clock, epoch ms. Only the built app's test switch sets another. */
export interface Clock {
  now(): Instant;
}
