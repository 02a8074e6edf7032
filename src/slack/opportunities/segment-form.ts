import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { MemberContext } from '../../core/context.ts';
import type { Locale } from '../../i18n/translate.ts';
import {
  createForSegment,
  type OpportunitiesCreated,
} from '../../services/opportunities/create-for-segment.ts';
import {
  type OpportunitiesPreview,
  previewOpportunities,
} from '../../services/opportunities/preview-segment.ts';
import { alert, input, modal, radioButtons, section } from '../blocks/index.ts';
import type { SlackHost } from '../host.ts';
import { notice, onView, type ViewRequest, type ViewResult } from '../listener.ts';
import { hasMovedOn, movedOnSentence } from '../segments/moved-on.ts';
import { data, join, type Mrkdwn, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import { segmentView } from './ids.ts';

const CHOICES = ['skip', 'add'] as const;
const filledIn = z.object({ existing: z.enum(CHOICES).nullish() });

/** The form that asks before opportunities are created for a segment's contacts. */
export function registerForSegment(host: SlackHost): void {
  onView(host, segmentView, create);
}

/** @throws as `previewOpportunities` */
export async function openForSegment(
  { ctx, openView }: { ctx: MemberContext; openView: (view: ModalView) => Promise<unknown> },
  no: string,
): Promise<void> {
  await openView(segmentForm(ctx.locale, await previewOpportunities(ctx, { no })));
}

async function create({
  ctx,
  form,
  metadata,
  requestKey,
}: ViewRequest<{ no: string; version: number }>): Promise<ViewResult> {
  const { locale } = ctx;
  const { no: segmentNo, version: expectedVersion } = metadata;
  const existing = filledIn.parse(form).existing ?? 'skip';
  try {
    const did = await createForSegment(ctx, { segmentNo, expectedVersion, existing, requestKey });
    return { update: notice(locale, words(locale, 'opportunities.title'), didSentence(locale, did)) };
  } catch (error) {
    if (!hasMovedOn(error)) throw error;
    const moved = [alert(movedOnSentence(ctx, error), 'warning')];
    return { update: segmentForm(locale, await previewOpportunities(ctx, { no: segmentNo }), moved) };
  }
}

/** How many it will be, and what happens with contacts that have one already. */
export function segmentForm(
  locale: Locale,
  preview: OpportunitiesPreview,
  lead: readonly KnownBlock[] = [],
): ModalView {
  const { no, version, description, contacts, blocked, existing } = preview;
  const all = contacts - blocked;
  const about = [
    say(locale, 'opportunities.segment.about', { no, description: data(description, SHORT), contacts }),
    ...(blocked > 0 ? [say(locale, 'opportunities.segment.blocked', { blocked })] : []),
    ...(existing > 0 ? [] : [say(locale, 'opportunities.segment.count', { count: all })]),
  ];
  return modal({
    id: segmentView,
    metadata: { no, version },
    title: words(locale, 'opportunities.segment.title'),
    submit: words(locale, 'opportunities.segment.submit'),
    close: words(locale, 'common.cancel'),
    blocks: [
      ...lead,
      section(join(about)),
      ...(existing > 0
        ? [
            alert(say(locale, 'opportunities.segment.existing', { existing }), 'warning'),
            input(
              'existing',
              words(locale, 'opportunities.segment.choice'),
              radioButtons(
                'existing',
                CHOICES.map((value) => ({
                  value,
                  text: words(locale, `opportunities.segment.${value}`, {
                    count: value === 'skip' ? all - existing : all,
                  }),
                })),
                'skip',
              ),
            ),
          ]
        : []),
    ],
  });
}

function didSentence(locale: Locale, did: OpportunitiesCreated): Mrkdwn {
  const { segmentNo: no, created, skipped, blocked, firstNo, lastNo } = did;
  const first = firstNo ?? '';
  return join([
    say(locale, 'opportunities.segment.did', { no, created, first, last: lastNo ?? first }),
    ...(skipped > 0 ? [say(locale, 'opportunities.segment.skipped', { skipped })] : []),
    ...(blocked > 0 ? [say(locale, 'opportunities.segment.left', { blocked })] : []),
    ...(created > 0 ? [say(locale, 'opportunities.segment.see')] : []),
  ]);
}
