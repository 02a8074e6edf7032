import { registerApprovals } from './approvals/index.ts';
import { registerContacts } from './contacts/index.ts';
import { registerCriteria } from './criteria/index.ts';
import { registerHome } from './home/register.ts';
import type { SlackHost } from './host.ts';
import { registerInteractions } from './interactions/index.ts';
import { registerPeopleList } from './people-list/index.ts';
import { registerSavedCriteria } from './saved-criteria/index.ts';
import { registerHeader } from './segment-header/index.ts';
import { registerLines } from './segment-lines/index.ts';
import { registerSteps } from './segment-steps/index.ts';
import { registerSegments } from './segments/register.ts';
import { registerSetup } from './setup/register.ts';

/** Every feature hangs on its listeners here. */
export function registerListeners(host: SlackHost): void {
  registerSegments(host);
  registerHeader(host);
  registerLines(host);
  registerSteps(host);
  registerCriteria(host);
  registerApprovals(host);
  registerInteractions(host);
  registerSavedCriteria(host);
  registerPeopleList(host);
  registerContacts(host);
  registerSetup(host);
  registerHome(host);
}
