import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MemberContext } from '../../../src/core/context.ts';
import { inTransaction } from '../../../src/core/context.ts';
import {
  auditLog,
  contacts,
  interactionComments,
  interactionLogEntries,
  interactionTemplateLanguages,
  interactionTemplates,
  languages,
  salespeople,
} from '../../../src/db/schema/index.ts';
import { createInteraction } from '../../../src/services/interactions/create-interaction.ts';
import { showInteraction } from '../../../src/services/interactions/show-interaction.ts';
import { useDatabase } from '../../support/database.ts';
import { addFive } from '../../support/loggable.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';
import { CALL, entryOf } from './support.ts';

const database = useDatabase();
let ours: TestWorkspace;
let theirs: TestWorkspace;
const rita = (over?: Parameters<TestWorkspace['as']>[1]) => ours.as('rita', over);

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
  theirs = await makeWorkspace(database.db, 'T0THEIRS');
  for (const workspace of [ours, theirs]) await addFive(workspace);
});

const create = (input: Partial<Parameters<typeof createInteraction>[1]> = {}, ctx: MemberContext = rita()) =>
  createInteraction(ctx, { ...CALL, ...input });

it('writes what was said, and what template, contact and member give', async () => {
  const { entryId, channel } = await create({ time: '11:30', comment: 'Wants a price', attemptFailed: true });
  expect(channel).toBeNull();
  expect(await entryOf(ours, entryId)).toMatchObject({
    contactId: 3,
    companyId: 2,
    date: '2026-11-23',
    timeOfInteraction: '11:30:00',
    description: 'Asked about oak',
    subject: 'Asked about oak',
    interactionGroupCode: 'PHONE',
    interactionTemplateCode: 'OUTGOING',
    informationFlow: 'outbound',
    initiatedBy: 'us',
    cost: '1.00',
    duration: 15,
    salespersonCode: 'RR',
    attemptFailed: true,
    evaluation: '',
    campaignId: null,
    campaignEntryId: null,
    loggedSegmentId: null,
    postponed: false,
    memberId: 101,
  });
  const [comment] = await database.db
    .select()
    .from(interactionComments)
    .where(and(eq(interactionComments.workspaceId, ours.id), eq(interactionComments.entryId, entryId)));
  expect(comment).toMatchObject({ comment: 'Wants a price', memberId: 101 });
  const audited = await database.db
    .select()
    .from(auditLog)
    .where(and(eq(auditLog.workspaceId, ours.id), eq(auditLog.subjectId, String(entryId))));
  expect(audited).toMatchObject([{ action: 'interaction.create', detail: { template: 'OUTGOING' } }]);
  expect(await showInteraction(rita(), { entryId })).toMatchObject({
    contact: { name: 'Bo', companyName: 'Alpha' },
    by: { name: 'Rita Rep' },
    comments: 1,
  });
});

it('takes cost and duration as they are said, nothing included', async () => {
  const { entryId } = await create({ cost: '0', duration: 0, evaluation: 'positive', salespersonCode: 'jo' });
  expect(await entryOf(ours, entryId)).toMatchObject({
    cost: '0.00',
    duration: 0,
    evaluation: 'positive',
    salespersonCode: 'JO',
  });
});

it('takes the contact’s salesperson where the member has none, and asks for one where neither has', async () => {
  const { entryId } = await create({}, ours.as('mona'));
  expect((await entryOf(ours, entryId))?.salespersonCode).toBe('RR');
  await expect(create({ contactNo: 'CT000005' }, ours.as('mona'))).rejects.toMatchObject({
    code: 'interaction_salesperson_missing',
    params: { contact: 'Quiet' },
  });
});

it('passes over salespeople who are blocked, unless one of them was chosen', async () => {
  const block = (blocked: boolean) =>
    database.db.update(salespeople).set({ blocked }).where(eq(salespeople.code, 'SS'));
  await block(true);
  const { entryId } = await create({}, ours.as('soren'));
  expect((await entryOf(ours, entryId))?.salespersonCode).toBe('RR');
  await expect(create({ salespersonCode: 'SS' })).rejects.toMatchObject({ code: 'salesperson_not_found' });
  await block(false);
});

it('says it in the contact’s language, with what goes with it', async () => {
  const of = { workspaceId: ours.id, templateCode: 'BUS' };
  await database.db
    .insert(languages)
    .values(['DAN', 'ENU'].map((code) => ({ workspaceId: ours.id, code, description: code })));
  await database.db.insert(interactionTemplateLanguages).values([
    { ...of, languageCode: 'DAN', subject: 'Vores katalog' },
    { ...of, languageCode: 'ENU', subject: 'Our catalogue' },
  ]);
  await database.db
    .update(interactionTemplates)
    .set({ languageCode: 'ENU' })
    .where(and(eq(interactionTemplates.workspaceId, ours.id), eq(interactionTemplates.code, 'BUS')));
  const english = await create({ templateCode: 'BUS' });
  expect(await entryOf(ours, english.entryId)).toMatchObject({
    languageCode: 'ENU',
    subject: 'Our catalogue',
  });
  await database.db
    .update(contacts)
    .set({ languageCode: 'DAN' })
    .where(and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 4)));
  const danish = await create({ templateCode: 'BUS', contactId: 4, contactNo: undefined });
  expect(await entryOf(ours, danish.entryId)).toMatchObject({
    contactId: 4,
    languageCode: 'DAN',
    subject: 'Vores katalog',
    correspondenceType: 'hard-copy',
  });
});

describe('what is refused', () => {
  it('22: an interaction with a contact whose privacy is blocked', async () => {
    const blocked = and(eq(contacts.workspaceId, ours.id), eq(contacts.id, 1));
    await database.db.update(contacts).set({ privacyBlocked: true }).where(blocked);
    await expect(create({ contactNo: 'CT000001' })).rejects.toMatchObject({
      code: 'contact_privacy_blocked',
      params: { contact: 'Zeta' },
    });
    await createInteraction(theirs.as('rita'), { ...CALL, contactNo: 'CT000001' });
  });

  it.each([
    [{ contactNo: 'CT999999' }, 'contact_not_found', 'contact'],
    [{ templateCode: 'NONE' }, 'template_not_found', 'template'],
    [{ campaignNo: 'CP9' }, 'campaign_not_found', 'campaign'],
    [{ salespersonCode: 'XX' }, 'salesperson_not_found', 'salesperson'],
    [{ description: '  ' }, 'text_missing', 'description'],
    [{ description: 'x'.repeat(101) }, 'too_long', 'description'],
    [{ comment: 'x'.repeat(1001) }, 'too_long', 'comment'],
    [{ date: '2026-02-30' }, 'date_not_understood', 'date'],
    [{ date: '1899-12-31' }, 'date_out_of_range', 'date'],
    [{ date: '2026-11-24' }, 'date_in_future', 'date'],
    // It is 12:00 in the member's zone.
    [{ time: '12:01' }, 'date_in_future', 'date'],
    [{ time: '25:00' }, 'time_not_understood', 'time'],
    [{ cost: '-1' }, 'amount_invalid', 'cost'],
    [{ cost: '1.234' }, 'amount_invalid', 'cost'],
    [{ duration: 1.5 }, 'amount_invalid', 'duration'],
  ])('%j: %s', async (wrong, code, field) => {
    await expect(create(wrong)).rejects.toMatchObject({ code, fields: [{ field }] });
  });

  it('guests', async () => {
    await expect(create({}, rita({ actor: { outsider: true } }))).rejects.toMatchObject({ code: 'outsider' });
  });
});

it('has one effect however often it is asked for, and none when the transaction around it fails', async () => {
  const first = await create({ requestKey: 'key' });
  expect(await create({ requestKey: 'key' })).toEqual(first);
  const count = () =>
    database.db.$count(interactionLogEntries, eq(interactionLogEntries.workspaceId, ours.id));
  const before = await count();
  await expect(
    inTransaction(rita(), async (ctx) => {
      await create({}, ctx);
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await count()).toBe(before);
});

it('knows nothing of another workspace', async () => {
  const { entryId } = await create();
  await expect(showInteraction(theirs.as('rita'), { entryId })).rejects.toMatchObject({
    code: 'interaction_not_found',
  });
});
