import { z } from 'zod';

/** What all verbs that cancel share: the state that is wanted, so that asking again changes nothing more. */
export const wantedState = {
  /** True: canceled; false: counts again. */
  canceled: z.boolean(),
  requestKey: z.string().max(200).optional(),
};

/** What canceling, or taking it back, came to. */
export interface Canceled {
  canceled: boolean;
  /** Interactions whose state changed; 0 when all was so already. */
  interactions: number;
  campaignEntries: number;
  loggedSegments: number;
  /** Attachments that were removed. */
  attachments: number;
}

export const NOTHING_CHANGED = { interactions: 0, campaignEntries: 0, loggedSegments: 0, attachments: 0 };
