import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { numberSeries } from '../../../src/db/schema/index.ts';
import { createSegment } from '../../../src/services/segments/create-segment.ts';
import { useDatabase } from '../../support/database.ts';
import { makeWorkspace, type TestWorkspace } from '../../support/workspace.ts';

const database = useDatabase();
let ours: TestWorkspace;

beforeAll(async () => {
  ours = await makeWorkspace(database.db, 'T0OURS');
});

const rita = () => ours.as('rita');

describe('typed numbers', () => {
  it('3: a typed number is refused where the series does not allow it', async () => {
    await expect(createSegment(rita(), { no: 'X1' })).rejects.toMatchObject({
      code: 'manual_number_refused',
      params: { series: 'segment' },
      fields: [{ field: 'no' }],
    });
  });

  it('takes a typed number once, and never draws it again', async () => {
    const typing = await makeWorkspace(database.db, 'T0TYPE');
    await database.db
      .update(numberSeries)
      .set({ manualAllowed: true })
      .where(and(eq(numberSeries.workspaceId, typing.id), eq(numberSeries.series, 'segment')));
    const as = typing.as('rita');
    expect((await createSegment(as, { no: ' sm00002 ' })).no).toBe('SM00002');
    await expect(createSegment(as, { no: 'SM00002' })).rejects.toMatchObject({ code: 'number_taken' });
    await expect(createSegment(as, { no: 'two words' })).rejects.toMatchObject({ code: 'invalid_input' });
    expect((await createSegment(as, {})).no).toBe('SM00001');
    expect((await createSegment(as, {})).no).toBe('SM00003');
  });
});
