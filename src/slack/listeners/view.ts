import type { RespondFn, ViewOutput, ViewResponseAction, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { within } from '../../core/within.ts';
import type { Locale } from '../../i18n/translate.ts';
import { OutdatedControlError, type Problem } from '../errors.ts';
import type { SlackHost } from '../host.ts';
import type { ViewId } from '../ids.ts';
import { data, join, type Mrkdwn } from '../text.ts';
import { type Form, readForm } from './form.ts';
import { doneView, fieldErrors, withProblem, withProblemAndValues, workingView } from './problem-view.ts';
import { attempt, keyOf, openModal, type Request, whoActs } from './request.ts';
import { restoreValues } from './restore-values.ts';

/** Slack waits 3 seconds for the answer to a submit; the rest is for the way there and back. */
const ANSWER_BUDGET_MS = 2400;

export interface ViewRequest<Metadata> extends Request {
  metadata: Metadata;
  view: ViewOutput;
  /** What was filled in, by field; see `readForm`. */
  form: Form;
  /** Opens a modal beside the answer (the submit has its own trigger). @returns the view's id */
  openView: (view: ModalView) => Promise<string>;
  /** Only where the form has a channel select with `response_url_enabled`. */
  respond: RespondFn | undefined;
}

/** What becomes of the view: closed (undefined), errors by `block_id`, another content, one on top, all closed. */
export type ViewResult =
  | undefined
  | { errors: Record<string, string> }
  | { update: ModalView }
  | { push: ModalView }
  | { clear: true };

export type ViewHandler<Metadata> = (request: ViewRequest<Metadata>) => Promise<ViewResult>;

type Outcome = { result: ViewResult } | { problem: Problem };

/**
 * Listens to the submits of a modal. Problems with a field are shown at it, others above the form, which keeps what
 * was filled in. Work that outlasts Slack's patience goes on behind a "still working" view, which shows the outcome.
 */
export function onView<S extends z.ZodType>(
  host: SlackHost,
  id: ViewId<S>,
  handler: ViewHandler<z.output<S>>,
): void {
  host.registry.add('view', id.id);
  host.app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: id.id }, async (args) => {
    const { ack, body, client, respond, view } = args;
    let locale: Locale = 'en';
    const work = attempt<Outcome>(
      { host, client, who: whoActs(body), what: `view ${id.id}` },
      async (ctx, log) => {
        locale = ctx.locale;
        const result = await handler({
          ctx,
          client,
          log,
          requestKey: keyOf('view', body.user.id, view.id, view.hash),
          metadata: readMetadata(id, view),
          view,
          form: readForm(view),
          openView: (other) => openModal(client, body.trigger_id, other),
          respond,
        });
        return { result };
      },
      async (problem) => ({ problem }),
    );
    const outcome = await within(ANSWER_BUDGET_MS * host.patience, work, undefined);
    const answer = outcome
      ? answerOf(view, outcome)
      : { response_action: 'update' as const, view: workingView(locale) };
    await (answer ? ack(answer) : ack());
    if (!outcome) await showLate(client, view, await work, locale);
  });
}

export function readMetadata<S extends z.ZodType>(id: ViewId<S>, view: ViewOutput): z.output<S> {
  let raw: unknown;
  try {
    raw = JSON.parse(view.private_metadata || '{}');
  } catch {
    throw new OutdatedControlError();
  }
  const parsed = id.metadata.safeParse(raw);
  if (!parsed.success) throw new OutdatedControlError();
  return parsed.data;
}

function answerOf(view: ViewOutput, outcome: Outcome): ViewResponseAction | undefined {
  if ('problem' in outcome) {
    const errors = fieldErrors(view, outcome.problem);
    return errors
      ? { response_action: 'errors', errors }
      : { response_action: 'update', view: withProblem(view, outcome.problem.text) };
  }
  const { result } = outcome;
  if (!result) return undefined;
  if ('errors' in result) return { response_action: 'errors', errors: result.errors };
  if ('update' in result) return { response_action: 'update', view: result.update };
  if ('push' in result) return { response_action: 'push', view: result.push };
  return { response_action: 'clear' };
}

/** Field errors can only be given in the answer, so that late ones stand above the form. */
async function showLate(
  client: WebClient,
  view: ViewOutput,
  outcome: Outcome,
  locale: Locale,
): Promise<void> {
  await client.views.update({ view_id: view.id, view: lateView(view, outcome, locale) });
}

function lateView(view: ViewOutput, outcome: Outcome, locale: Locale): ModalView {
  if ('problem' in outcome) return withProblemAndValues(view, outcome.problem.text);
  const { result } = outcome;
  if (result && 'errors' in result) return withProblemAndValues(view, errorList(result.errors));
  if (result && 'update' in result) return sameForm(view, result.update);
  if (result && 'push' in result) return result.push;
  return doneView(locale);
}

/**
 * In the answer to a submit, Slack keeps what was filled in where a field has the same ids. After the working view it has
 * to be put back; fields that have other ids, to show something else, are left alone here as there.
 */
const sameForm = (view: ViewOutput, next: ModalView): ModalView =>
  next.callback_id === view.callback_id ? restoreValues(next, view.state.values) : next;

const errorList = (errors: Record<string, string>): Mrkdwn =>
  join(Object.values(errors).map((text) => data(text)));
