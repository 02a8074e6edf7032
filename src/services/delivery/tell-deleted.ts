import type { TransactionContext } from '../../core/context.ts';
import type { PostContent, PostSubject } from '../../core/posts.ts';
import { replacePosts } from './replace-posts.ts';

export type Deleted = Omit<Extract<PostContent, { kind: 'deleted' }>, 'kind'>;

/** What shows it in channels. */
const SHOWN_AS = { campaign: 'campaign-card', 'saved-criteria': 'saved-criteria' } as const;

/** Has the messages that show something say that it is deleted, so that no button leads to it any more. */
export const tellDeleted = (
  ctx: TransactionContext,
  subjects: PostSubject[],
  deleted: Deleted,
): Promise<void> =>
  replacePosts(ctx, { subjects, kinds: [SHOWN_AS[deleted.what]] }, { kind: 'deleted', ...deleted });
