import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import type { ViewId } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import { plainText } from './text-objects.ts';

export interface ModalOptions<S extends z.ZodType> {
  id: ViewId<S>;
  /** Ids only: what a view carries can be read by its client. */
  metadata: z.input<S>;
  title: string;
  close: string;
  /** Needed as soon as there is an input. */
  submit?: string;
  notifyOnClose?: boolean;
  clearOnClose?: boolean;
  blocks: readonly KnownBlock[];
}

/** @throws RangeError when it has more than Slack takes */
export function modal<S extends z.ZodType>(options: ModalOptions<S>): ModalView {
  const { id, title, close, submit, blocks } = options;
  const metadata = JSON.stringify(options.metadata);
  if (metadata.length > LIMITS.view.metadata) throw new RangeError(`The metadata of ${id.id} is too long`);
  return {
    type: 'modal',
    callback_id: id.id,
    private_metadata: metadata,
    title: plainText(title, LIMITS.view.title),
    close: plainText(close, LIMITS.view.title),
    ...(submit === undefined ? {} : { submit: plainText(submit, LIMITS.view.title) }),
    ...(options.notifyOnClose ? { notify_on_close: true } : {}),
    ...(options.clearOnClose ? { clear_on_close: true } : {}),
    blocks: counted(blocks),
  };
}

export const home = (blocks: readonly KnownBlock[]): HomeView => ({ type: 'home', blocks: counted(blocks) });

function counted(blocks: readonly KnownBlock[]): KnownBlock[] {
  if (blocks.length === 0 || blocks.length > LIMITS.view.blocks) {
    throw new RangeError(`A view cannot have ${blocks.length} blocks`);
  }
  return [...blocks];
}
