export { digestMessage } from './digest-message.ts';
export { campaignRow } from './list.ts';
export { loadPost } from './load-card.ts';
export { registerCampaigns } from './register.ts';
