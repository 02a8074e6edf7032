import type { Settings } from '../setup/read-settings.ts';

/** Whether this segment may be logged only when it is approved. */
export const approvalNeeded = (
  settings: Pick<Settings, 'approvalPolicy'>,
  segment: { campaignId: number | null },
): boolean =>
  settings.approvalPolicy === 'always' ||
  (settings.approvalPolicy === 'campaign' && segment.campaignId !== null);
