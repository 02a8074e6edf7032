import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mayOrganize } from '../../../src/services/campaigns/may-organize.ts';
import { listMembers, showMember } from '../../../src/services/setup/list-members.ts';
import { resolveMember } from '../../../src/services/setup/resolve-member.ts';
import { assignSalesperson, saveSalesperson } from '../../../src/services/setup/save-salesperson.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, NOON, PEOPLE, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
});
beforeEach(async () => {
  for (const { id, salespersonCode } of Object.values(PEOPLE)) {
    await database.sql`update members set salesperson_code = ${salespersonCode} where id = ${id}`;
  }
});

/** The member as a request of theirs finds them. */
const acting = async (workspace: TestWorkspace, slackUserId: string) =>
  (
    await resolveMember(database.db, {
      teamId: workspace.teamId,
      slackUserId,
      adminUserIds: [],
      now: () => NOON,
    })
  ).ctx;
const codeOf = async (workspace: TestWorkspace, slackUserId: string) =>
  (await acting(workspace, slackUserId)).actor.salespersonCode;

describe('which salesperson one is', () => {
  it('is said by the member', async () => {
    await saveSalesperson(ours.as('mona'), { salespersonCode: 'jo' });
    expect(await codeOf(ours, 'U0MONA')).toBe('JO');
    expect(await codeOf(theirs, 'U0MONA')).toBeNull();
    await saveSalesperson(ours.as('mona'), { salespersonCode: null });
    expect(await codeOf(ours, 'U0MONA')).toBeNull();
  });

  it('must be one there is', async () => {
    await expect(saveSalesperson(ours.as('mona'), { salespersonCode: 'XX' })).rejects.toMatchObject({
      code: 'salesperson_not_found',
      fields: [{ field: 'salesperson' }],
    });
  });

  it('is not taken from a colleague, nor is a campaign come by so: it may be approved for', async () => {
    // RR is Rita; CP1001 belongs to OO.
    for (const salespersonCode of ['RR', 'OO']) {
      await expect(saveSalesperson(ours.as('soren'), { salespersonCode })).rejects.toMatchObject({
        code: 'salesperson_taken',
        fields: [{ field: 'salesperson', params: { code: salespersonCode } }],
      });
    }
    expect(await mayOrganize(await acting(ours, 'U0SOREN'))).toBe(false);
    // Whoever is it already saves the form all the same.
    await saveSalesperson(ours.as('olaf'), { salespersonCode: 'OO' });
  });

  it('of somebody who has left is free', async () => {
    await database.sql`update members set deactivated = true where id = ${PEOPLE.rita.id}`;
    await saveSalesperson(ours.as('soren'), { salespersonCode: 'RR' });
    await database.sql`update members set deactivated = false where id = ${PEOPLE.rita.id}`;
    expect(await codeOf(ours, 'U0SOREN')).toBe('RR');
  });
});

describe('an admin', () => {
  it('sees who is which salesperson, and says it', async () => {
    const anna = ours.as('anna');
    await assignSalesperson(anna, { memberId: PEOPLE.soren.id, salespersonCode: 'oo' });
    expect(await mayOrganize(await acting(ours, 'U0SOREN'))).toBe(true);
    const { rows, total } = await listMembers(anna, { from: 2, limit: 2 });
    expect(total).toBe(5);
    expect(rows.map(({ name }) => name)).toEqual(['Mona Manager', 'Olaf Owner']);
    expect(await showMember(anna, PEOPLE.soren.id)).toMatchObject({ salesperson: { code: 'OO' } });
    expect(await codeOf(theirs, 'U0SOREN')).toBe('SS');
  });

  it('alone may, and only of members there are', async () => {
    const wish = { memberId: PEOPLE.soren.id, salespersonCode: 'OO' };
    await expect(assignSalesperson(ours.as('mona'), wish)).rejects.toMatchObject({ code: 'admins_only' });
    await expect(listMembers(ours.as('rita'), {})).rejects.toMatchObject({ code: 'admins_only' });
    await expect(assignSalesperson(ours.as('anna'), { ...wish, memberId: 999 })).rejects.toMatchObject({
      code: 'member_not_found',
    });
  });
});
