import { beforeAll, describe, expect, it } from 'vitest';
import { registerWorkspace } from '../../../src/services/setup/register-workspace.ts';
import { resolveMember } from '../../../src/services/setup/resolve-member.ts';
import { type MemberProfile, saveMemberProfile } from '../../../src/services/setup/save-profile.ts';
import { useDatabase } from '../../support/database.ts';
import { NOON } from '../../support/workspace.ts';

const database = useDatabase();
let ours: number;
let theirs: number;

beforeAll(async () => {
  ours = await registerWorkspace(database.db, { teamId: 'T0OURS', name: 'Ours' });
  theirs = await registerWorkspace(database.db, { teamId: 'T0THEIRS', name: 'Theirs' });
});

const profile: MemberProfile = {
  name: 'Dorte',
  locale: 'da-DK',
  timeZone: 'Europe/Copenhagen',
  slackAdmin: false,
  outsider: false,
  deactivated: false,
};
const resolve = (teamId: string, slackUserId: string, over: { admins?: string[]; now?: Date } = {}) =>
  resolveMember(database.db, {
    teamId,
    slackUserId,
    adminUserIds: over.admins ?? [],
    now: () => over.now ?? NOON,
  });
const save = (workspaceId: number, slackUserId: string, over: Partial<MemberProfile> = {}) =>
  saveMemberProfile(database.db, { workspaceId, slackUserId, profile: { ...profile, ...over }, now: NOON });

describe('registering a workspace', () => {
  it('keeps its id when it is registered again, and takes its new name', async () => {
    expect(await registerWorkspace(database.db, { teamId: 'T0OURS', name: 'Renamed' })).toBe(ours);
    const [row] = await database.sql`select name from workspaces where id = ${ours}`;
    expect(row?.name).toBe('Renamed');
  });

  it('is one workspace when several replicas start at once', async () => {
    const ids = await Promise.all(
      Array.from({ length: 5 }, () => registerWorkspace(database.db, { teamId: 'T0NEW' })),
    );
    expect(new Set(ids).size).toBe(1);
  });
});

describe('who asks', () => {
  it('becomes a member on first sight, one per workspace, whatever their id elsewhere', async () => {
    const here = await resolve('T0OURS', 'U1');
    const there = await resolve('T0THEIRS', 'U1');
    expect(here).toMatchObject({ ctx: { workspaceId: ours, locale: 'en' }, profileStale: true });
    expect(there.ctx).toMatchObject({ workspaceId: theirs });
    expect(there.ctx.actor.memberId).not.toBe(here.ctx.actor.memberId);
    expect((await resolve('T0OURS', 'U1')).ctx.actor.memberId).toBe(here.ctx.actor.memberId);
  });

  it('is one member when two requests come at once', async () => {
    const both = await Promise.all([resolve('T0OURS', 'U2'), resolve('T0OURS', 'U2')]);
    expect(new Set(both.map(({ ctx }) => ctx.actor.memberId)).size).toBe(1);
  });

  it('is refused for a workspace that is not known', async () => {
    await expect(resolve('T0ELSE', 'U1')).rejects.toMatchObject({ code: 'workspace_not_found' });
  });

  it('speaks the language and lives in the zone that Slack says, for a day', async () => {
    await resolve('T0OURS', 'U3');
    await save(ours, 'U3');
    const fresh = await resolve('T0OURS', 'U3');
    expect(fresh).toMatchObject({
      ctx: { locale: 'da', timeZone: 'Europe/Copenhagen', actor: { name: 'Dorte' } },
      profileStale: false,
    });
    const nextDay = new Date(NOON.getTime() + 25 * 3_600_000);
    expect((await resolve('T0OURS', 'U3', { now: nextDay })).profileStale).toBe(true);
  });

  it('administers when the settings name them, else when Slack says so', async () => {
    await resolve('T0OURS', 'U4');
    await save(ours, 'U4', { slackAdmin: true });
    expect((await resolve('T0OURS', 'U4')).ctx.actor.isAdmin).toBe(true);
    expect((await resolve('T0OURS', 'U4', { admins: ['U5'] })).ctx.actor.isAdmin).toBe(false);
    expect((await resolve('T0OURS', 'U5', { admins: ['U5'] })).ctx.actor.isAdmin).toBe(true);
  });

  it.each(['outsider', 'deactivated'] as const)('stays outside when %s', async (flag) => {
    await resolve('T0OURS', `U6${flag.toUpperCase()}`);
    await save(ours, `U6${flag.toUpperCase()}`, { [flag]: true });
    expect((await resolve('T0OURS', `U6${flag.toUpperCase()}`)).ctx.actor.outsider).toBe(true);
  });
});
