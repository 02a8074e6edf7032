/** How long something took, many times. */
export interface Latency {
  name: string;
  /** Contacts there were. */
  contacts: number;
  /** Milliseconds each. */
  times: number[];
}

/** The time that so large a share of all stayed within; nearest rank. @param share from 0 to 1 */
export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
