import { describe, expect, it } from 'vitest';
import { input, modal, section, useBench } from './support/bench.ts';

const bench = useBench();
const view = modal([section('Hello')]);
const open = (trigger: string, more: object = {}) =>
  bench.api('views.open', { trigger_id: trigger, view, ...more });

describe('trigger ids', () => {
  it('live for three seconds', async () => {
    const late = await bench.trigger();
    bench.now += 3001;
    expect(await open(late)).toMatchObject({ ok: false, error: 'expired_trigger_id' });
    const early = await bench.trigger();
    bench.now += 3000;
    expect(await open(early)).toMatchObject({ ok: true });
  });

  it('work once, but a refused view does not use them up', async () => {
    const trigger = await bench.trigger();
    expect(await open(trigger, { view: modal([]) })).toMatchObject({ error: 'invalid_arguments' });
    expect(await open(trigger)).toMatchObject({ ok: true });
    expect(await open(trigger)).toMatchObject({ error: 'exchanged_trigger_id' });
    expect(await open('made.up')).toMatchObject({ error: 'invalid_trigger_id' });
  });

  it('come anew with each submit', async () => {
    const { view: opened } = await open(await bench.trigger(), {
      view: modal([input('a', { type: 'plain_text_input', initial_value: 'x' })]),
    });
    bench.app.reply = async ({ payload }) => {
      if (payload.type !== 'view_submission') return {};
      await bench.api('views.push', { trigger_id: payload.trigger_id, view });
      return { body: { response_action: 'errors', errors: { a: 'No' } } };
    };
    await bench.act('submit', { as: 'U0RITA', view: opened.id });
    expect((await bench.state()).views).toHaveLength(2);
  });
});

describe('views', () => {
  it('says what is wrong below /view', async () => {
    const long = { type: 'plain_text', text: 'x'.repeat(25) };
    const answer = await open(await bench.trigger(), { view: modal([section('x')], { title: long }) });
    expect(answer.response_metadata.messages).toEqual([
      '[ERROR] must be less than 25 characters [json-pointer:/view/title/text]',
    ]);
  });

  it('stack three deep', async () => {
    const push = async () => bench.api('views.push', { trigger_id: await bench.trigger(), view });
    const root = await open(await bench.trigger());
    const second = await push();
    expect(second.view).toMatchObject({ root_view_id: root.view.id, previous_view_id: root.view.id });
    expect(await push()).toMatchObject({ ok: true });
    expect(await push()).toMatchObject({ error: 'push_limit_reached' });
    expect((await bench.state()).views).toHaveLength(3);
  });

  it('update by id or external id, guarded by the hash', async () => {
    const named = modal([section('x')], { external_id: 'draft-1' });
    const opened = await open(await bench.trigger(), { view: named });
    expect(await open(await bench.trigger('U0MONA'), { view: named })).toMatchObject({
      error: 'duplicate_external_id',
    });
    const update = (args: object) => bench.api('views.update', { view: named, ...args });
    const first = await update({ view_id: opened.view.id, hash: opened.view.hash });
    expect(first.ok).toBe(true);
    expect(await update({ view_id: opened.view.id, hash: opened.view.hash })).toMatchObject({
      error: 'hash_conflict',
    });
    expect(await update({ external_id: 'draft-1', hash: first.view.hash })).toMatchObject({ ok: true });
    expect(await update({ view_id: 'V404' })).toMatchObject({ error: 'not_found' });
    await bench.act('close', { as: 'U0RITA', view: opened.view.id });
    expect(await update({ view_id: opened.view.id })).toMatchObject({ error: 'not_found' });
  });

  it('keep what was typed only where block_id and action_id stay', async () => {
    const text = (actionId: string) => ({
      type: 'plain_text_input',
      action_id: actionId,
      initial_value: 'start',
    });
    const id = await bench.open([
      input('one', text('a')),
      input('two', text('a')),
      input('three', text('a')),
    ]);
    for (const blockId of ['one', 'two', 'three']) {
      const value = { type: 'plain_text_input', value: 'typed' };
      await bench.act('fill', { as: 'U0RITA', view: id, blockId, actionId: 'a', value });
    }
    const next = modal([input('one', text('a')), input('two', text('b')), input('drei', text('a'))]);
    const { view: updated } = await bench.api('views.update', { view_id: id, view: next });
    expect(updated.state.values).toMatchObject({
      one: { a: { value: 'typed' } },
      two: { b: { value: 'start' } },
      drei: { a: { value: 'start' } },
    });
  });

  it('publish the App Home, guarded by the hash', async () => {
    const home = { type: 'home', blocks: [section('Home')] };
    const publish = (args: object) => bench.api('views.publish', { user_id: 'U0RITA', view: home, ...args });
    const first = await publish({});
    expect(await publish({ hash: first.view.hash })).toMatchObject({ ok: true });
    expect(await publish({ hash: first.view.hash })).toMatchObject({ error: 'hash_conflict' });
    expect(await publish({ view })).toMatchObject({ error: 'invalid_arguments' });
    expect((await bench.state()).home).toMatchObject(home);
    expect((await bench.state('U0MONA')).home).toBeNull();
  });
});
