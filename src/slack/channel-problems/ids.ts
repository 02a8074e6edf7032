import { z } from 'zod';
import { defineAction, defineView } from '../ids.ts';

const channel = z.string().max(20);

/** Opens the form for posting again what a channel did not take. */
export const postAgainAction = defineAction('channel.post-again', z.object({ channel }));
export const postAgainView = defineView('channel.post-again', z.object({ channel }));
