import { beforeAll, expect, test } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import { consumeDraft } from '../../../src/services/drafts/consume-draft.ts';
import { createDraft } from '../../../src/services/drafts/create-draft.ts';
import { readDraft } from '../../../src/services/drafts/read-draft.ts';
import { updateDraft } from '../../../src/services/drafts/update-draft.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const START = new Date('2026-11-23T09:00:00Z');
const kind = 'criteria';

const contextOf = (workspaceId: number, memberId: number, now = START): MemberContext => ({
  workspaceId,
  actor: {
    kind: 'member',
    memberId,
    slackUserId: `U${memberId}`,
    name: 'Rita',
    isManager: false,
    isAdmin: false,
    outsider: false,
    salespersonCode: null,
  },
  locale: 'en',
  timeZone: 'UTC',
  now: () => now,
  db: database.db,
});

let rita: MemberContext;
let otto: MemberContext;
let ritaElsewhere: MemberContext;

beforeAll(async () => {
  const ids: number[] = [];
  for (const team of ['T1', 'T2']) {
    const [row] =
      await database.sql`insert into workspaces (team_id, name) values (${team}, ${team}) returning id`;
    ids.push(Number(row?.id));
  }
  const [first = 0, second = 0] = ids;
  for (const [workspace, member] of [
    [first, 1],
    [first, 2],
    [second, 1],
  ] as const) {
    await database.sql`
      insert into members (workspace_id, id, slack_user_id, name) overriding system value
      values (${workspace}, ${member}, ${`U${member}`}, 'Somebody')`;
  }
  rita = contextOf(first, 1);
  otto = contextOf(first, 2);
  ritaElsewhere = contextOf(second, 1);
});

test('A draft holds what was put into it.', async () => {
  const id = await createDraft(rita, { kind, content: { rows: [1, 2] } });
  expect(await readDraft(rita, { id, kind })).toEqual({ content: { rows: [1, 2] }, pressedAt: 0 });
});

test('A press that arrives late does not overwrite a newer one.', async () => {
  const id = await createDraft(rita, { kind, content: 'opened' });
  expect(await updateDraft(rita, { id, kind, pressedAt: 2000, content: 'second' })).toBe(true);
  expect(await updateDraft(rita, { id, kind, pressedAt: 1000, content: 'first' })).toBe(false);
  expect(await readDraft(rita, { id, kind })).toEqual({ content: 'second', pressedAt: 2000 });
});

test('Nobody else reads, changes or uses up a draft, nor does the same id in another workspace.', async () => {
  const id = await createDraft(rita, { kind, content: 'mine' });
  for (const other of [otto, ritaElsewhere]) {
    await expect(readDraft(other, { id, kind })).rejects.toMatchObject({ code: 'draft_not_found' });
    expect(await updateDraft(other, { id, kind, pressedAt: 1, content: 'theirs' })).toBe(false);
    expect(await consumeDraft(other, { id, kind })).toBe(false);
  }
  await expect(readDraft(rita, { id, kind: 'log' })).rejects.toMatchObject({ code: 'draft_not_found' });
  expect(await readDraft(rita, { id, kind })).toMatchObject({ content: 'mine' });
});

test('Only one of two that use up a draft at once gets it.', async () => {
  const id = await createDraft(rita, { kind, content: 'once' });
  const got = await Promise.all([1, 2, 3].map(() => consumeDraft(rita, { id, kind })));
  expect(got.filter(Boolean)).toHaveLength(1);
});

test('Drafts left behind for days go away with the next one; fresh ones stay.', async () => {
  const old = await createDraft(rita, { kind, content: 'old' });
  const others = await createDraft(otto, { kind, content: 'old, but not hers' });
  const yesterday = await createDraft(contextOf(rita.workspaceId, 1, new Date('2026-11-25T08:00:00Z')), {
    kind,
    content: 'fresh',
  });
  await createDraft(contextOf(rita.workspaceId, 1, new Date('2026-11-26T09:00:00Z')), {
    kind,
    content: 'new',
  });
  await expect(readDraft(rita, { id: old, kind })).rejects.toMatchObject({ code: 'draft_not_found' });
  expect(await readDraft(rita, { id: yesterday, kind })).toMatchObject({ content: 'fresh' });
  expect(await readDraft(otto, { id: others, kind })).toMatchObject({ content: 'old, but not hers' });
});
