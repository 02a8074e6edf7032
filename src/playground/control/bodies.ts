import { z } from 'zod';

const id = z.string().min(1);
const stateValue = z.looseObject({ type: z.string() });
const messageAt = z.object({ channel: id, ts: id });
const place = z.union([
  z.object({ message: messageAt }),
  z.object({ view: id }),
  z.object({ home: z.literal(true) }),
]);
const count = z.number().int().nonnegative();

/** What the control API takes, one schema for each address. */
export const bodies = {
  say: z.object({ as: id, channel: id, text: z.string(), threadTs: id.exactOptional() }),
  click: z.object({
    as: id,
    in: place,
    blockId: z.string(),
    actionId: z.string(),
    value: stateValue.exactOptional(),
    confirmed: z.boolean().exactOptional(),
  }),
  fill: z.object({
    as: id,
    view: id,
    blockId: z.string(),
    actionId: z.string(),
    value: stateValue,
    enter: z.boolean().exactOptional(),
  }),
  submit: z.object({ as: id, view: id }),
  close: z.object({ as: id, view: id, all: z.boolean().exactOptional() }),
  suggest: z.object({
    as: id,
    view: id.exactOptional(),
    message: messageAt.exactOptional(),
    blockId: z.string(),
    actionId: z.string(),
    query: z.string(),
  }),
  shortcut: z.object({ as: id, callbackId: id, message: messageAt.exactOptional() }),
  home: z.object({ as: id }),
  invite: z.object({ channel: id, member: id.exactOptional() }),
  archive: z.object({ channel: id, archived: z.boolean() }),
  event: z.object({ event: z.looseObject({ type: z.string() }) }),
  faults: z.object({
    method: z.string().min(1),
    times: z.number().int().positive(),
    kind: z.union([
      z.object({ rateLimited: z.object({ retryAfterSeconds: z.number().nonnegative() }) }),
      z.object({ httpStatus: z.number().int().min(100).max(599) }),
      z.object({ error: z.string() }),
      z.object({ delayMs: count }),
      z.object({ lostAnswer: z.literal(true) }),
      z.object({ oncePerSecond: z.literal(true) }),
      z.object({ repeat: count }),
    ]),
    channel: id.exactOptional(),
  }),
};
