import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';
import { VERBS } from './command/verbs.ts';

const no = z.string().min(1).max(20);
const from = z.number().int().min(1).default(1);

export const showAction = defineAction('campaign.show', z.object({ no }));
export const listAction = defineAction(
  'campaign.list',
  z.object({ scope: z.enum(['mine', 'all']), search: z.string().max(200).default(''), from }),
);
export const newAction = defineAction('campaign.new', z.object({}));
export const editAction = defineAction('campaign.edit', z.object({ no }));
export const shareAction = defineAction('campaign.share', z.object({ no }));
export const deleteAction = defineAction('campaign.delete', z.object({ no }));
/** Where the page before ended. */
const cursor = z.object({ changedAt: z.string(), id: z.number().int() });
export const segmentsAction = defineAction(
  'campaign.segments',
  z.object({ no, from, cursor: cursor.optional() }),
);
export const newSegmentAction = defineAction('campaign.new-segment', z.object({ no }));
export const activateAction = defineAction('campaign.activate', z.object({ no }));
export const deactivateAction = defineAction('campaign.deactivate', z.object({ no }));
export const targetsAction = defineAction('campaign.targets', z.object({ no, from }));
export const exportTargetsAction = defineAction('campaign.export-targets', z.object({ no }));
export const helpAction = defineAction('campaign.help', z.object({ verb: z.enum(VERBS).optional() }));

export const newView = defineView('campaign.new', z.object({}));
export const editView = defineView('campaign.edit', z.object({ no, version: z.number().int() }));
export const shareView = defineView('campaign.share', z.object({ no }));

export const findOwner = 'campaign.find-owner';
export const findStatus = 'campaign.find-status';
