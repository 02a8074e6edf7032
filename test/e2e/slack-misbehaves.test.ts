import { afterEach, describe, expect, it } from 'vitest';
import { useRunningApp } from '../support/running-app.ts';
import { addContacts } from '../support/workspace.ts';

const SALES = 'C0SALES';
const running = useRunningApp((workspace) => addContacts(workspace, [{ id: 1, name: 'Møbelværket A/S' }]), {
  patience: 1,
});

afterEach(() => running.rita.clearFaults());

let named = 0;
/** Another one each time, so that a test that is run again counts its own only. */
const newName = (words: string) => `${words} ${++named}`;

const segmentsCalled = async (name: string): Promise<number> => {
  const [row] = await running.database
    .sql`select count(*)::int as n from segments where description = ${name}`;
  return row?.n;
};

describe('when Slack misbehaves', () => {
  it('a command that is delivered three times has one effect', async () => {
    const { rita } = running;
    await rita.fault({ method: 'deliver', times: 1, kind: { repeat: 2 } });
    const name = newName('Once');
    await rita.say(SALES, `/segment new "${name}"`);
    await rita.reads(SALES, new RegExp(name));
    await fetch(`${running.playground.url}/control/idle?timeoutMs=30000`);
    expect(await segmentsCalled(name)).toBe(1);
  });

  it('a form that is delivered twice creates one segment', async () => {
    const { rita } = running;
    await rita.say(SALES, '/segment new');
    const form = await rita.modal(/New segment/);
    const name = newName('One form');
    await rita.type(form, /Description/, name);
    await rita.fault({ method: 'deliver', times: 1, kind: { repeat: 1 } });
    await rita.submit(form);
    await rita.modal(new RegExp(name));
    await fetch(`${running.playground.url}/control/idle?timeoutMs=30000`);
    expect(await segmentsCalled(name)).toBe(1);
  });

  it('a step that is delivered twice counts once', async () => {
    const { rita } = running;
    await rita.say(SALES, '/segment new "Steps"');
    const no = /SM\d+/.exec((await rita.reads(SALES, /Steps/)).text)?.[0];
    await rita.fault({ method: 'deliver', times: 1, kind: { repeat: 1 } });
    await rita.say(SALES, `/segment add ${no} type:company`);
    await rita.reads(SALES, /Added 1 contact/);
    await fetch(`${running.playground.url}/control/idle?timeoutMs=30000`);
    const [row] = await running.database.sql`select last_step from segments where no = ${no ?? ''}`;
    expect(row?.last_step).toBe(1);
  });

  it('a profile that cannot be read in time does not keep anybody waiting', async () => {
    const { soren, rita } = running;
    await rita.fault({ method: 'users.info', times: 1, kind: { delayMs: 60_000 } });
    await soren.say(SALES, '/segment new "Slow profile"');
    await soren.reads(SALES, /Slow profile/);
  });

  it('a window that Slack does not open is told of, with a reference', async () => {
    const { rita } = running;
    await rita.fault({ method: 'views.open', times: 1, kind: { httpStatus: 500 } });
    await rita.say(SALES, '/segment new');
    await rita.reads(SALES, /[Rr]eference:? [0-9a-f]{10}/);
  });

  it('too many calls are told of in words', async () => {
    const { rita } = running;
    await rita.fault({ method: 'views.open', times: 1, kind: { rateLimited: { retryAfterSeconds: 7 } } });
    await rita.say(SALES, '/segment new');
    await rita.reads(SALES, /slow down.*7 seconds/s);
  });

  it('a trigger that is too old is told of in words', async () => {
    const { rita } = running;
    await rita.fault({ method: 'views.open', times: 1, kind: { error: 'expired_trigger_id' } });
    await rita.say(SALES, '/segment settings');
    await rita.reads(SALES, /came too late/);
  });
});
