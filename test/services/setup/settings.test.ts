import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '../../../src/services/setup/read-settings.ts';
import { saveMemberProfile } from '../../../src/services/setup/save-profile.ts';
import { saveSettings } from '../../../src/services/setup/save-settings.ts';
import { searchCodes } from '../../../src/services/setup/search-codes.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, NOON, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let count = 0;
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeEach(async () => {
  count += 1;
  ours = await makeWorkspace(database.db, `T0OURS${count}`);
  theirs = await makeWorkspace(database.db, `T0THEIRS${count}`);
});

const wanted = {
  locale: 'da',
  timeZone: 'Europe/Copenhagen',
  currency: 'DKK',
  approvalPolicy: 'always',
  allowOwnApproval: true,
  logChannel: 'C0LOG',
  flaggedPolicy: 'refuse',
  callTemplateCode: 'OUTGOING',
  managers: ['U0MONA', 'U0NEW'],
} as const;

describe('settings', () => {
  it('start with approval for campaigns, and nobody approving their own', async () => {
    expect(await readSettings(ours.as('rita'))).toMatchObject({
      approvalPolicy: 'campaign',
      allowOwnApproval: false,
      managers: ['U0ANNA', 'U0MONA'],
    });
  });

  it('are saved by admins for their own workspace only, managers included', async () => {
    await saveSettings(ours.as('anna'), { ...wanted, managers: [...wanted.managers] });
    expect(await readSettings(ours.as('rita'))).toEqual({ ...wanted, managers: ['U0MONA', 'U0NEW'] });
    expect(await readSettings(theirs.as('rita'))).toMatchObject({
      approvalPolicy: 'campaign',
      logChannel: null,
      managers: ['U0ANNA', 'U0MONA'],
    });
  });

  it('are refused to others', async () => {
    const before = await readSettings(ours.as('rita'));
    await expect(saveSettings(ours.as('rita'), { ...before, currency: 'SEK' })).rejects.toMatchObject({
      code: 'admins_only',
    });
    expect(await readSettings(ours.as('rita'))).toEqual(before);
  });

  it.each([{ timeZone: 'Mars/Base' }, { currency: 'euro' }, { managers: ['mona'] }])(
    'refuse %j',
    async (bad) => {
      const before = await readSettings(ours.as('anna'));
      await expect(saveSettings(ours.as('anna'), { ...before, ...bad })).rejects.toThrow();
      expect(await readSettings(ours.as('anna'))).toEqual(before);
    },
  );

  it('take the role from a manager who becomes a guest', async () => {
    await saveSettings(theirs.as('anna'), { ...wanted, managers: ['U0MONA', 'U0SOREN'] });
    await saveMemberProfile(database.db, {
      workspaceId: theirs.id,
      slackUserId: 'U0SOREN',
      profile: {
        name: 'Søren',
        locale: 'da-DK',
        timeZone: 'UTC',
        slackAdmin: false,
        outsider: true,
        deactivated: false,
      },
      now: NOON,
    });
    expect((await readSettings(theirs.as('anna'))).managers).toEqual(['U0MONA']);
  });
});

describe('searching codes', () => {
  it('finds by the beginning of the code or any part of the name, codes first', async () => {
    expect(await searchCodes(ours.as('rita'), { table: 'templates', query: 'b' })).toEqual([
      { code: 'BUS', description: 'Business letter' },
    ]);
    expect(await searchCodes(ours.as('rita'), { table: 'countries', query: 'mark' })).toEqual([
      { code: 'DK', description: 'Denmark' },
    ]);
    expect(
      (await searchCodes(ours.as('rita'), { table: 'campaigns', query: '' })).map((one) => one.code),
    ).toEqual(['CP1001', 'CP1002']);
  });

  it('takes what was typed literally', async () => {
    expect(await searchCodes(ours.as('rita'), { table: 'campaigns', query: '%' })).toEqual([]);
    expect(await searchCodes(ours.as('rita'), { table: 'campaigns', query: "'; drop" })).toEqual([]);
  });

  it('leaves out blocked salespeople', async () => {
    await database.sql`update salespeople set blocked = true where workspace_id = ${ours.id} and code = 'JO'`;
    const found = await searchCodes(ours.as('rita'), { table: 'salespeople', query: 'jo' });
    expect(found).toEqual([]);
    expect(await searchCodes(theirs.as('rita'), { table: 'salespeople', query: 'jo' })).toHaveLength(1);
  });

  it('finds profile answers by their question', async () => {
    await database.sql`insert into profile_questionnaires values (${ours.id}, 'COMPANY', 'General', 'companies', null, 'Normal')`;
    await database.sql`
      insert into profile_questionnaire_lines
        (workspace_id, questionnaire_code, line_no, type, question_line_no, description, multiple_answers, priority, auto_classification)
      values (${ours.id}, 'COMPANY', 10000, 'question', 10000, 'Ownership', false, 'Normal', false),
        (${ours.id}, 'COMPANY', 20000, 'answer', 10000, 'Stock exchange', false, 'Normal', false)`;
    expect(await searchCodes(ours.as('rita'), { table: 'profiles', query: 'owner' })).toEqual([
      { code: 'COMPANY/20000', description: 'Ownership: Stock exchange' },
    ]);
  });
});
