import type { ViewOutput } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import type { Locale } from '../../i18n/translate.ts';
import { alert, message, modal, type SlackMessage, section } from '../blocks/index.ts';
import type { Problem } from '../errors.ts';
import { defineView } from '../ids.ts';
import { LIMITS } from '../limits.ts';
import type { Mrkdwn } from '../text.ts';
import { say, words } from '../text.ts';
import { restoreValues } from './restore-values.ts';

const PROBLEM_BLOCK = 'problem';

/** A view that says something and can only be closed. */
export const noticeView = defineView('notice', z.object({}));

export const notice = (locale: Locale, title: string, text: Mrkdwn): ModalView =>
  modal({
    id: noticeView,
    metadata: {},
    title,
    close: words(locale, 'common.close'),
    blocks: [section(text)],
  });

export const workingView = (locale: Locale): ModalView =>
  notice(locale, words(locale, 'common.working'), say(locale, 'common.working.text'));

export const doneView = (locale: Locale): ModalView =>
  notice(locale, words(locale, 'common.done'), say(locale, 'common.done.text'));

export const problemMessage = (problem: Problem): SlackMessage =>
  message(problem.text, [section(problem.text)]);

export const problemNotice = (locale: Locale, problem: Problem): ModalView =>
  notice(locale, words(locale, 'common.problem'), problem.text);

/**
 * The view that was submitted or pressed in, with the problem above it. Fields keep what the person has filled in,
 * because their ids stay the same.
 */
export function withProblem(view: ViewOutput, text: Mrkdwn): ModalView {
  const blocks = (view.blocks as KnownBlock[]).filter((block) => block.block_id !== PROBLEM_BLOCK);
  return {
    type: 'modal',
    callback_id: view.callback_id,
    private_metadata: view.private_metadata,
    title: view.title as ModalView['title'],
    ...(view.close ? { close: view.close as NonNullable<ModalView['close']> } : {}),
    ...(view.submit ? { submit: view.submit as NonNullable<ModalView['submit']> } : {}),
    clear_on_close: view.clear_on_close,
    notify_on_close: view.notify_on_close,
    blocks: [alert(text, 'error', PROBLEM_BLOCK), ...blocks].slice(0, LIMITS.view.blocks),
  };
}

/** The same after another view stood in between: what was filled in has to be put back. */
export const withProblemAndValues = (view: ViewOutput, text: Mrkdwn): ModalView =>
  restoreValues(withProblem(view, text), view.state.values);

/** Errors by `block_id`, for those problems whose field the view has; undefined when one of them has none. */
export function fieldErrors(view: ViewOutput, problem: Problem): Record<string, string> | undefined {
  if (problem.fields.length === 0) return undefined;
  const errors: Record<string, string> = {};
  for (const { field, text } of problem.fields) {
    const block = (view.blocks as KnownBlock[]).find(
      (candidate) => candidate.type === 'input' && fieldName(candidate.block_id ?? '') === field,
    );
    if (!block?.block_id) return undefined;
    errors[block.block_id] ??= text;
  }
  return errors;
}

/** The field's name in a `block_id`: `value` in `value:3`. */
export const fieldName = (blockId: string): string => blockId.split(':', 1)[0] ?? '';
