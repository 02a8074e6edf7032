import type { ActionsBlockElement, KnownBlock } from '@slack/types';
import type { z } from 'zod';
import type { Locale, MessageKey } from '../../i18n/translate.ts';
import type { LogProblem } from '../../services/interactions/types.ts';
import type { SegmentCard } from '../../services/segments/types.ts';
import { submitAction } from '../approvals/ids.ts';
import { submitConfirm } from '../approvals/submit-confirm.ts';
import type { ConfirmOptions } from '../blocks/elements.ts';
import { actions, alert, button, externalSelect, section } from '../blocks/index.ts';
import { editHeaderAction } from '../segment-header/ids.ts';
import { addAction } from '../segments/ids.ts';
import { clip, data, join, type Mrkdwn, md, say, words } from '../text.ts';
import { SHORT } from './facts.ts';
import * as ids from './ids.ts';

/** As much of a name as is needed to recognize the contact. */
const NAME = 50;

/** A problem, with some of those who have it. */
export function problemWords(locale: Locale, { kind, count, examples }: LogProblem): Mrkdwn {
  const said = say(locale, `log.problem.${kind}`, { count });
  if (examples.length === 0) return said;
  const names = join(
    examples.map((name) => data(clip(name, NAME))),
    ', ',
  );
  const more = String(count > examples.length);
  return md`${said} ${say(locale, 'log.problem.examples', { names, more })}`;
}

/** Everything in the way of logging, each with the ways out of it. */
export function problemBlocks(
  locale: Locale,
  card: SegmentCard,
  problems: readonly LogProblem[],
): KnownBlock[] {
  const { no, version, description } = card.header;
  const bound = isBound(card);
  const title = say(locale, 'log.problems.title', {
    no,
    description: data(description, SHORT),
    count: problems.length,
  });
  const rows = problems.flatMap((problem): KnownBlock[] => {
    const ways = waysOut(locale, card, problem, problems.length === 1);
    const text =
      problem.kind === 'approval' && card.header.state === 'submitted'
        ? say(locale, 'log.problem.approval.pending')
        : problemWords(locale, problem);
    return [
      section(text, { id: `problem:${problem.kind}` }),
      ...(ways.length ? [actions(ways, `ways:${problem.kind}`)] : []),
    ];
  });
  const changes = problems.some(({ kind }) => kind !== 'approval' && kind !== 'approval-changed');
  return [
    section(title),
    ...(bound && changes ? [alert(say(locale, 'log.problems.voids'), 'warning')] : []),
    ...rows,
    actions([button(ids.checkAgainAction, { no, version }, words(locale, 'log.fix.check'))], 'check'),
  ];
}

/** Whether there is an approval, or a request for one, that any change would make void. */
const isBound = ({ approval }: SegmentCard): boolean =>
  approval?.status === 'approved' || approval?.status === 'pending';

type Fix = z.input<typeof ids.fixAction.value>['fix'];

function waysOut(
  locale: Locale,
  card: SegmentCard,
  problem: LogProblem,
  alone: boolean,
): ActionsBlockElement[] {
  const { no, version, template } = card.header;
  const press = (fix: Fix, key: MessageKey, what: 'remove' | 'change') => {
    const text = words(locale, key, { count: problem.count });
    return button(ids.fixAction, { no, version, fix }, text, {
      confirm: confirmOf(locale, card, problem, text, what),
      label: `${text}: ${words(locale, `log.problem.${problem.kind}`, { count: problem.count })}`.replaceAll(
        '*',
        '',
      ),
    });
  };
  const remove = (kind: Extract<Fix, { how: 'remove' }>['problem']) =>
    press({ how: 'remove', problem: kind }, 'log.fix.remove', 'remove');
  const follow = (kind: Extract<Fix, { how: 'follow' }>['problem']) =>
    press({ how: 'follow', problem: kind }, 'log.fix.follow', 'change');
  const correspond = (kind: 'no-email' | 'no-attachment', type: '' | 'hard-copy') =>
    press(
      { how: 'correspondence', problem: kind, type },
      type === '' ? 'log.fix.none' : 'log.fix.hardCopy',
      'change',
    );
  const header = button(editHeaderAction, { no }, words(locale, 'log.fix.header'));
  switch (problem.kind) {
    case 'empty':
      return [button(addAction, { no }, words(locale, 'log.fix.addContacts'))];
    case 'description':
      return [header];
    case 'header-template':
      return [choose(locale, card, problem, 'template'), header];
    case 'template':
    case 'group':
      return template ? [follow(problem.kind), remove(problem.kind)] : [remove(problem.kind)];
    case 'salesperson':
      return [choose(locale, card, problem, 'salesperson'), remove(problem.kind)];
    case 'date':
    case 'campaign':
      return [follow(problem.kind), remove(problem.kind)];
    case 'excluded':
    case 'privacy-blocked':
      return [remove(problem.kind)];
    case 'no-email':
      return [correspond(problem.kind, 'hard-copy'), correspond(problem.kind, ''), remove(problem.kind)];
    case 'no-attachment':
      return [correspond(problem.kind, ''), remove(problem.kind), header];
    case 'approval':
      // A change after submitting would make it void, so that everything else comes first.
      return alone && card.actions.includes('submit')
        ? [
            button(submitAction, { no, version }, words(locale, 'segments.button.submit'), {
              confirm: submitConfirm(locale, card),
            }),
          ]
        : [];
    case 'approval-changed':
      return alone
        ? [
            button(ids.resubmitAction, { no, version }, words(locale, 'log.fix.resubmit'), {
              confirm: submitConfirm(locale, card),
            }),
          ]
        : [];
  }
}

function choose(locale: Locale, card: SegmentCard, problem: LogProblem, what: 'salesperson' | 'template') {
  const text = words(locale, `log.fix.${what}`);
  const action = what === 'salesperson' ? ids.fixSalespersonAction : ids.fixTemplateAction;
  const { counts } = card.header;
  return externalSelect(action.id, {
    placeholder: text,
    // An empty segment has nobody to ask about.
    ...(counts.companies + counts.people === 0
      ? {}
      : { confirm: confirmOf(locale, card, problem, text, what === 'template' ? 'header' : 'change') }),
  });
}

/** How many it is about, and what it costs. */
function confirmOf(
  locale: Locale,
  card: SegmentCard,
  problem: LogProblem,
  fix: string,
  what: 'remove' | 'change' | 'header',
): ConfirmOptions {
  const { no, counts } = card.header;
  const count = problem.count || counts.companies + counts.people;
  const text = words(locale, `log.fix.confirm.${what}`, { no, count });
  return {
    title: words(locale, 'log.fix.confirm.title', { fix }),
    text: isBound(card) ? `${text} ${words(locale, 'log.fix.confirm.voids')}` : text,
    confirm: words(locale, 'log.fix.confirm.yes'),
    deny: words(locale, 'common.cancel'),
  };
}
