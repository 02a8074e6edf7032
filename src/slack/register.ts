import { registerApprovals } from './approvals/index.ts';
import { registerCalls } from './calls/index.ts';
import { registerCampaigns } from './campaigns/index.ts';
import { registerCancel } from './cancel/index.ts';
import { registerChannelProblems } from './channel-problems/index.ts';
import { registerCleanup } from './cleanup/index.ts';
import { registerContacts } from './contacts/index.ts';
import { registerCriteria } from './criteria/index.ts';
import { registerFiles } from './files/index.ts';
import { registerFollowUps } from './follow-ups/index.ts';
import { registerHome } from './home/register.ts';
import type { SlackHost } from './host.ts';
import { registerInteraction } from './interaction-form/index.ts';
import { registerInteractionList } from './interaction-list/index.ts';
import { registerInteractions } from './interactions/index.ts';
import { registerOpportunities } from './opportunities/index.ts';
import { registerPeopleList } from './people-list/index.ts';
import { registerSavedCriteria } from './saved-criteria/index.ts';
import { registerHeader } from './segment-header/index.ts';
import { registerLines } from './segment-lines/index.ts';
import { registerSteps } from './segment-steps/index.ts';
import { registerSegments } from './segments/register.ts';
import { registerSetup } from './settings/register.ts';

/** Every feature hangs on its listeners here. */
export function registerListeners(host: SlackHost): void {
  registerSegments(host);
  registerHeader(host);
  registerLines(host);
  registerSteps(host);
  registerCriteria(host);
  registerApprovals(host);
  registerInteractions(host);
  registerInteraction(host);
  registerFollowUps(host);
  registerInteractionList(host);
  registerCancel(host);
  registerCleanup(host);
  registerSavedCriteria(host);
  registerPeopleList(host);
  registerCalls(host);
  registerContacts(host);
  registerCampaigns(host);
  registerOpportunities(host);
  registerChannelProblems(host);
  registerFiles(host);
  registerSetup(host);
  registerHome(host);
}
