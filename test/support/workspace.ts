import type { Context, MemberActor, MemberContext } from '../../src/core/context.ts';
import type { Database } from '../../src/db/client.ts';
import {
  campaigns,
  contacts,
  countries,
  industryGroups,
  interactionGroups,
  interactionTemplates,
  members,
  salespeople,
  territories,
} from '../../src/db/schema/index.ts';
import { registerWorkspace } from '../../src/services/setup/register-workspace.ts';

/** A moment in the middle of a working day; tests that need another one pass it. */
export const NOON = new Date('2026-11-23T11:00:00Z');

/**
 * Members every test workspace has, with the same ids in each, so that a forgotten workspace shows; high ones, out of
 * the way of those that the database gives.
 */
export const PEOPLE = {
  rita: { id: 101, slackUserId: 'U0RITA', name: 'Rita Rep', salespersonCode: 'RR', isManager: false },
  soren: { id: 102, slackUserId: 'U0SOREN', name: 'Søren Salg', salespersonCode: 'SS', isManager: false },
  mona: { id: 103, slackUserId: 'U0MONA', name: 'Mona Manager', salespersonCode: null, isManager: true },
  anna: { id: 104, slackUserId: 'U0ANNA', name: 'Anna Admin', salespersonCode: null, isManager: true },
  olaf: { id: 105, slackUserId: 'U0OLAF', name: 'Olaf Owner', salespersonCode: 'OO', isManager: false },
} as const;
export type PersonName = keyof typeof PEOPLE;

export interface TestWorkspace {
  id: number;
  teamId: string;
  db: Database;
  /** A context in which that person acts. */
  as(
    person: PersonName,
    over?: Partial<Omit<MemberContext, 'actor'>> & { actor?: Partial<MemberActor> },
  ): MemberContext;
  /** A context of a background job. */
  job(over?: Partial<Context>): Context;
}

/**
 * A workspace with members, salespeople, two countries and territories, an industry, templates BUS (8.00, 30 minutes)
 * and OUTGOING (1.00, 15 minutes), and campaigns CP1001 (owner Olaf) and CP1002. Ids and codes are the same in every
 * such workspace; contacts come from `addContacts`.
 */
export async function makeWorkspace(db: Database, teamId: string): Promise<TestWorkspace> {
  const workspaceId = await registerWorkspace(db, { teamId, name: `Workspace ${teamId}` });
  const codes = (...list: [string, string][]) =>
    list.map(([code, description]) => ({ workspaceId, code, description }));
  await db
    .insert(salespeople)
    .values(codes(['RR', 'Rita Rep'], ['SS', 'Søren Salg'], ['OO', 'Olaf Owner'], ['JO', 'Jim Olive']));
  await db.insert(countries).values(codes(['DK', 'Denmark'], ['SE', 'Sweden']));
  await db.insert(territories).values(codes(['N', 'North'], ['S', 'South']));
  await db.insert(industryGroups).values(codes(['PRESS', 'Press'], ['WHOLE', 'Wholesale']));
  await db.insert(interactionGroups).values(codes(['LETTER', 'Letters'], ['PHONE', 'Telephone']));
  await db.insert(interactionTemplates).values([
    {
      workspaceId,
      code: 'BUS',
      description: 'Business letter',
      interactionGroupCode: 'LETTER',
      unitCost: '8.00',
      unitDuration: 30,
      informationFlow: 'outbound',
      initiatedBy: 'us',
      correspondenceType: 'hard-copy',
      ignoreContactCorrespondenceType: true,
    },
    {
      workspaceId,
      code: 'OUTGOING',
      description: 'Outgoing phone call',
      interactionGroupCode: 'PHONE',
      unitCost: '1.00',
      unitDuration: 15,
      informationFlow: 'outbound',
      initiatedBy: 'us',
    },
  ]);
  await db
    .insert(campaigns)
    .overridingSystemValue()
    .values([
      { workspaceId, id: 1, no: 'CP1001', description: 'Autumn call', salespersonCode: 'OO' },
      { workspaceId, id: 2, no: 'CP1002', description: 'Fair' },
    ]);
  await db
    .insert(members)
    .overridingSystemValue()
    .values(
      Object.values(PEOPLE).map((person) => ({
        workspaceId,
        ...person,
        slackAdmin: person.slackUserId === 'U0ANNA',
        timeZone: 'Europe/Copenhagen',
      })),
    );
  const base = { workspaceId, db, now: () => NOON, locale: 'en', timeZone: 'Europe/Copenhagen' } as const;
  return {
    id: workspaceId,
    teamId,
    db,
    as: (person, { actor, ...over } = {}) => {
      const { id, ...who } = PEOPLE[person];
      return {
        ...base,
        ...over,
        actor: {
          kind: 'member',
          memberId: id,
          isAdmin: person === 'anna',
          outsider: false,
          ...who,
          ...actor,
        },
      };
    },
    job: (over = {}) => ({ ...base, actor: { kind: 'job', name: 'test' }, ...over }),
  };
}

export interface NewContact {
  id: number;
  name: string;
  type?: 'company' | 'person';
  /** The company of a person. */
  company?: number;
  country?: string;
  territory?: string;
  salesperson?: string;
  email?: string;
  excluded?: boolean;
}

/** Writes contacts with exactly these ids; companies must come before their people. */
export async function addContacts(workspace: TestWorkspace, list: NewContact[]): Promise<void> {
  const names = new Map(list.map((one) => [one.id, one.name]));
  await workspace.db
    .insert(contacts)
    .overridingSystemValue()
    .values(
      list.map((one) => {
        const type = one.type ?? (one.company === undefined ? 'company' : 'person');
        const companyId = type === 'company' ? one.id : (one.company ?? null);
        return {
          workspaceId: workspace.id,
          id: one.id,
          no: `CT${String(one.id).padStart(6, '0')}`,
          type,
          companyId,
          companyName: companyId === null ? '' : (names.get(companyId) ?? ''),
          name: one.name,
          countryCode: one.country ?? null,
          territoryCode: one.territory ?? null,
          salespersonCode: one.salesperson ?? null,
          email: one.email ?? '',
          excludeFromSegment: one.excluded ?? false,
          createdAt: NOON,
          modifiedAt: NOON,
        };
      }),
    );
}
