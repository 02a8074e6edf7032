import { AppError, InvalidError } from '../../core/errors.ts';
import type { Locale } from '../../i18n/translate.ts';
import { createInteraction } from '../../services/interactions/create-interaction.ts';
import { postponeInteraction } from '../../services/interactions/postpone-interaction.ts';
import { resumeInteraction } from '../../services/interactions/resume-interaction.ts';
import { showInteraction } from '../../services/interactions/show-interaction.ts';
import { actions, alert, button, message, section } from '../blocks/index.ts';
import { answerPerson } from '../criteria/answer.ts';
import { describeAppError } from '../errors.ts';
import { publishHome } from '../home/publish.ts';
import type { SlackHost } from '../host.ts';
import { notice, type ViewRequest, type ViewResult } from '../listener.ts';
import { fromInteractionAction } from '../opportunities/ids.ts';
import { channelMention, code, data, join, type Mrkdwn, say, words } from '../text.ts';
import type { FormMetadata } from './ids.ts';
import { shownAnew } from './show.ts';
import { type FormValues, readValues } from './values.ts';
import { isoWhen, type Understood, understand, whenWords } from './when.ts';

type Submit = ViewRequest<FormMetadata>;

/**
 * Saves what stands in the form, once the moment that it means was shown back, and a date outside the campaign was
 * asked about.
 */
export async function submitForm(host: SlackHost, request: Submit): Promise<ViewResult> {
  const { ctx, view, metadata } = request;
  const { locale } = ctx;
  const values = readValues(view);
  const when = understand(ctx, values);
  if (!when.ok) throw new InvalidError(when.code, {}, [{ field: 'date', code: when.code }]);
  if (!when.exact && metadata.shown !== isoWhen(when)) {
    const question = say(locale, 'interaction.when.check', { when: whenWords(locale, when) });
    return { update: await shownAnew(ctx, view, values, metadata, [alert(question, 'info')]) };
  }
  const warned = `${values.campaign?.value} ${when.date}`;
  try {
    return await tell(host, request, await save(request, values, when, metadata.warned === warned));
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'campaign_out_of_dates')) throw error;
    const warning = say(locale, 'interaction.campaign.check', {
      reason: describeAppError(locale, error).text,
    });
    return {
      update: await shownAnew(ctx, view, values, { ...metadata, warned }, [alert(warning, 'warning')]),
    };
  }
}

interface Saved {
  text: Mrkdwn;
  /** What was logged, but stands in no channel where its buttons would be. */
  offered?: number;
}

async function save(
  { ctx, metadata, requestKey }: Submit,
  values: FormValues,
  { date, time }: Extract<Understood, { ok: true }>,
  isWarned: boolean,
): Promise<Saved> {
  const { locale } = ctx;
  const { contact, template, campaign, duration, cost } = values;
  const said = {
    contactNo: contact?.value ?? '',
    templateCode: template?.value ?? '',
    description: values.description,
    date,
    time,
    ...(duration === '' ? {} : { duration: Number(duration) }),
    ...(cost === '' ? {} : { cost }),
    attemptFailed: values.failed,
    evaluation: values.evaluation,
    campaignNo: campaign?.value ?? null,
    campaignResponse: values.response,
    comment: values.comment,
    requestKey,
  };
  const { entry } = metadata;
  if (values.later) {
    await postponeInteraction(ctx, { ...said, ...(entry === undefined ? {} : { entryId: entry }) });
    const text = say(locale, 'interaction.saved.later', {
      when: whenWords(locale, { date, time }),
      description: data(values.description, 100),
      command: code('/interaction postponed'),
    });
    return { text };
  }
  const campaignDates = isWarned ? ('any' as const) : ('inside' as const);
  const { entryId, channel } = await (entry === undefined
    ? createInteraction(ctx, { ...said, campaignDates })
    : resumeInteraction(ctx, { ...said, campaignDates, entryId: entry }));
  const { contact: whom, template: what } = await showInteraction(ctx, { entryId });
  const logged = say(locale, 'interaction.saved', {
    template: data(what.description || what.code, 60),
    contact: data(whom.name || whom.no, 100),
    when: whenWords(locale, { date, time }),
  });
  const where =
    channel === null
      ? say(locale, 'interaction.saved.nowhere')
      : say(locale, 'interaction.saved.posted', { channel: channelMention(channel) });
  return { text: join([logged, where], ' '), ...(channel === null ? { offered: entryId } : {}) };
}

/** Where the person began; a form that was opened from nowhere says it itself. */
async function tell(host: SlackHost, request: Submit, { text, offered }: Saved): Promise<ViewResult> {
  const { ctx, client, log, metadata } = request;
  const { channel, entry } = metadata;
  const blocks = [section(text), ...opportunityOffer(ctx.locale, offered)];
  if (channel === undefined) {
    if (entry !== undefined) void host.track(publishHome(ctx, client, log));
    return { update: { ...notice(ctx.locale, words(ctx.locale, 'common.done'), text), blocks } };
  }
  const { slackUserId } = ctx.actor;
  const answer = message(text, blocks);
  void host.track(answerPerson({ client, log, slackUserId, channel, responseUrl: null, message: answer }));
  return undefined;
}

/** `domain.md` §4.10: afterwards an opportunity is offered. */
const opportunityOffer = (locale: Locale, entry: number | undefined) =>
  entry === undefined
    ? []
    : [
        actions([
          button(fromInteractionAction, { entry }, words(locale, 'opportunities.button.fromInteraction')),
        ]),
      ];
