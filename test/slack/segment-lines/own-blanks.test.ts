import type { InputBlock } from '@slack/types';
import { beforeAll, expect, it } from 'vitest';
import { applyStep } from '../../../src/services/segments/apply-step.ts';
import { editLine } from '../../../src/services/segments/edit-line.ts';
import { showLine } from '../../../src/services/segments/show-line.ts';
import type { LineView } from '../../../src/services/segments/types.ts';
import { updateHeader } from '../../../src/services/segments/update-header.ts';
import {
  changedFields,
  formName,
  type LineFormField,
  NOTHING,
  OWN_BLANK,
} from '../../../src/slack/segment-header/fields.ts';
import { typedValues } from '../../../src/slack/segment-header/typed-values.ts';
import { lineForm } from '../../../src/slack/segment-lines/line-form.ts';
import {
  blankTexts,
  inheritedValues,
  lineChanges,
  ownValues,
} from '../../../src/slack/segment-lines/line-values.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive, makeSegment } from '../../support/loggable.ts';
import { validView } from '../../support/valid-slack.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
const rita = () => ours.as('rita');

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  await addFive(ours);
});

const formOf = (shown: LineView, locale: 'en' | 'da' = 'en') =>
  validView(
    lineForm({
      reader: { locale, currency: 'EUR' },
      draftId: 1,
      revision: 1,
      line: shown.line,
      values: ownValues(shown),
      blank: blankTexts(shown),
      inherited: inheritedValues(shown),
      file: { attachment: null, unique: false, possible: true },
    }),
  );

/** An input of the form. */
function inputOf(shown: LineView, name: string, locale?: 'da') {
  const block = formOf(shown, locale).blocks.find((one) => one.block_id === `${name}:1`) as InputBlock;
  return { element: block.element, hint: block.hint?.text };
}

const chosen = (shown: LineView, name: string) => {
  const { element } = inputOf(shown, name);
  return 'initial_option' in element ? element.initial_option : undefined;
};

/** What choosing in a select of the form changes. */
function changesOf(shown: LineView, field: LineFormField, value: string) {
  const option = { value, text: { type: 'plain_text', text: value } };
  const values = { [`${formName(field)}:1`]: { chosen: { type: 'static_select', selected_option: option } } };
  const typed = typedValues([field], { state: { values } } as Parameters<typeof typedValues>[1]);
  return lineChanges(changedFields([field], ownValues(shown), typed), { ...ownValues(shown), ...typed });
}

it('tells a blank of the line’s own from following the header, and gives it back', async () => {
  const no = await makeSegment(rita(), { criteria: 'territory:N' });
  const step = { kind: 'edit-lines', problem: 'no-attachment', changes: { correspondenceType: '' } } as const;
  await applyStep(rita(), { no }, step);
  const shown = await showLine(rita(), { no, lineNo: 1 });
  expect(shown.line).toMatchObject({ own: ['correspondenceType'], correspondenceType: '' });
  expect(chosen(shown, 'correspondenceType')).toMatchObject({
    value: OWN_BLANK,
    text: { text: 'None, for this contact only' },
  });
  expect(JSON.stringify(inputOf(shown, 'correspondenceType', 'da'))).toContain(
    'Ingen, kun for denne kontakt',
  );

  const changes = changesOf(shown, 'correspondenceType', NOTHING);
  expect(changes).toEqual({ correspondenceType: null });
  await editLine(rita(), { no, lineNo: 1, changes });
  const again = await showLine(rita(), { no, lineNo: 1 });
  expect(again.line).toMatchObject({ own: [], correspondenceType: 'hard-copy' });
  expect(chosen(again, 'correspondenceType')).toMatchObject({ text: { text: 'As the header' } });

  await editLine(rita(), { no, lineNo: 1, changes: changesOf(again, 'correspondenceType', OWN_BLANK) });
  expect((await showLine(rita(), { no, lineNo: 1 })).line.own).toEqual(['correspondenceType']);
});

it('does so for codes, and says of a text how it follows the header again', async () => {
  const no = await makeSegment(rita(), { criteria: 'name:Quiet' });
  const change = (lines: 'keep' | 'follow', changes: Parameters<typeof updateHeader>[1]['changes']) =>
    updateHeader(rita(), { no, changes, lines });
  await change('follow', { salespersonCode: null });
  await change('keep', { salespersonCode: 'JO', subject: 'Hello' });
  const shown = await showLine(rita(), { no, lineNo: 1 });
  expect(shown.line).toMatchObject({ salespersonCode: null, subject: '' });
  expect(chosen(shown, 'salesperson')).toMatchObject({ value: OWN_BLANK });
  expect(inputOf(shown, 'subject').hint).toBe(
    'Empty for this contact only. To follow the header again, type: Hello',
  );
  const changes = changesOf(shown, 'salespersonCode', NOTHING);
  expect(changes).toEqual({ salespersonCode: null });
  await editLine(rita(), { no, lineNo: 1, changes: { ...changes, subject: 'Hello' } });
  const again = await showLine(rita(), { no, lineNo: 1 });
  expect(again.line).toMatchObject({ own: [], salespersonCode: 'JO', subject: 'Hello' });
  expect(inputOf(again, 'subject').hint).toBe('When empty, from the header: Hello');
});
