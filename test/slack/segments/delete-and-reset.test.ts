import { expect, it } from 'vitest';
import { outcomeMessage } from '../../../src/slack/approvals/messages.ts';
import { saveModal } from '../../../src/slack/saved-criteria/modals.ts';
import { deleteModal } from '../../../src/slack/segments/delete.ts';
import { stepAnswer } from '../../../src/slack/segments/step-answer.ts';
import { textOf, validMessage, validView } from '../../support/valid-slack.ts';
import { reader, request } from '../approvals/requests.ts';
import { sampleHeader, sampleResult } from './sample.ts';

const none = { companies: 0, people: 0 };

it('Deleting says first how much goes, and what becomes of an approval.', () => {
  const said = textOf(validView(deleteModal('en', sampleHeader({ lastStep: 3 }))).blocks);
  expect(said).toContain(
    'Deletes *SM00001* Autumn call with 64 contacts (9 companies, 55 people) and 3 steps.',
  );
  expect(said).toContain('cannot be undone');
  expect(said).not.toContain('approv');
  const approved = sampleHeader({ state: 'approved', description: '', lastStep: 1 });
  expect(textOf(validView(deleteModal('en', approved)).blocks)).toContain('the approval no longer counts');
  expect(textOf(validView(deleteModal('da', approved)).blocks)).toContain('og 1 trin.');
});

it('Whoever asked for approval is told that the segment was deleted, without a button that leads nowhere.', () => {
  const change = { added: none, removed: { companies: 9, people: 55 }, fields: ['deleted'] };
  const message = validMessage(outcomeMessage(reader(), request({ status: 'voided', change })));
  expect(message.text).toContain('no longer counts, because the segment was deleted');
  expect(JSON.stringify(message.blocks)).not.toContain('action_id');
});

it('The answer to a removal that leaves nobody offers to reset the steps, and asks before.', () => {
  const offered = (over: Parameters<typeof sampleResult>[0]) =>
    JSON.stringify(validMessage(stepAnswer(reader(), sampleResult(over))).blocks);
  const emptied = offered({ now: none });
  expect(emptied).toContain('Nobody is left. Reset its 2 steps too?');
  expect(emptied).toContain('All 2 steps are forgotten');
  expect(emptied).toContain('Keep them');
  expect(offered({ now: none, stepNo: 1 })).not.toContain('Reset');
  expect(offered({})).not.toContain('Reset');
});

it('The form that saves criteria asks for a code that fits.', () => {
  const view = validView(saveModal('en', 'SM00001', 3));
  expect(textOf(view.blocks)).toContain('how *SM00001* was made, 3 steps,');
  expect(JSON.stringify(view.blocks)).toContain('"max_length":10');
  validView(saveModal('da', 'SM00001', 1));
});
