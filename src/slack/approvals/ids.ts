import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

/** A request, and the version of the segment that it is about. */
const request = z.object({ request: z.number().int(), version: z.number().int() });

export const approveAction = defineAction('approval.approve', request);
export const rejectAction = defineAction('approval.reject', request);
export const detailsAction = defineAction('approval.details', request);

/** The segment to submit, as the person sees it. */
export const submitAction = defineAction(
  'approval.submit',
  z.object({ no: z.string(), version: z.number().int() }),
);

const metadata = z.object({ request: z.number().int() });
export const approveView = defineView('approval.approve', metadata);
export const rejectView = defineView('approval.reject', metadata);
export const detailsView = defineView('approval.details', metadata);
