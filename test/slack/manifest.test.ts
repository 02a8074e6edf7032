import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSlackApp } from '../../src/slack/app.ts';
import { createLogger } from '../../src/slack/logger.ts';
import { EVENTS_PATH } from '../../src/slack/receiver.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const manifest = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));
const { features, settings, oauth_config: oauth } = manifest;

const { host } = createSlackApp({
  slack: { mode: 'http', botToken: 'xoxb-none', signingSecret: 'none of these' },
  port: 0,
  db: undefined as never,
  checkDatabase: async () => {},
  log: createLogger('silent'),
  adminUserIds: [],
});

/** The scope of each method that needs one, from the methods' pages; blank: none is needed. */
const SCOPE_OF: Record<string, string[]> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  'files.info': ['files:read'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};
/** The scope of each event that needs one. */
const SCOPE_OF_EVENT: Record<string, string[]> = { user_change: ['users:read'] };

function methodsUsed(): string[] {
  const folder = join(ROOT, 'src/slack');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const calls = files.flatMap((name) => [
    ...readFileSync(join(folder, name), 'utf8').matchAll(/\bclient\.([a-z]+)\.([a-zA-Z]+)\(/g),
  ]);
  return [...new Set(calls.map(([, family, method]) => `${family}.${method}`))].sort();
}

describe('the manifest', () => {
  it('has the commands, shortcuts and events that the code listens to, and no others', () => {
    const names = (list: { command?: string; callback_id?: string }[]) =>
      list.map((entry) => entry.command ?? entry.callback_id).sort();
    expect(names(features.slash_commands)).toEqual(host.registry.list('command'));
    expect(names(features.shortcuts)).toEqual(host.registry.list('shortcut'));
    expect([...settings.event_subscriptions.bot_events].sort()).toEqual(host.registry.list('event'));
  });

  it('asks for the scopes of what the code calls, and no others', () => {
    const methods = methodsUsed();
    expect(methods.filter((method) => !SCOPE_OF[method])).toEqual([]);
    const needed = new Set([
      'commands',
      // Lets posts reach public channels without an invitation.
      'chat:write.public',
      ...methods.flatMap((method) => SCOPE_OF[method] ?? []),
      ...host.registry.list('event').flatMap((event) => SCOPE_OF_EVENT[event] ?? []),
    ]);
    const asked: string[] = [...oauth.scopes.bot, ...oauth.scopes.bot_optional];
    expect([...asked].sort()).toEqual([...needed].sort());
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('makes optional only what the code can do without', () => {
    expect([...oauth.scopes.bot_optional].sort()).toEqual([
      'channels:history',
      'channels:read',
      'groups:history',
      'groups:read',
      'im:history',
    ]);
  });

  it('sends everything to the one address that the app has', () => {
    const urls = [
      features.slash_commands[0].url,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      // Without it, searching selects stay empty over HTTP.
      settings.interactivity.message_menu_options_url,
    ];
    expect(new Set(urls)).toEqual(new Set([`https://example.com${EVENTS_PATH}`]));
  });

  it('keeps to the lengths that Slack takes', () => {
    const { display_information: shown } = manifest;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(175);
    expect(shown.long_description.length).toBeLessThanOrEqual(4000);
    for (const shortcut of features.shortcuts) expect(shortcut.name.length).toBeLessThanOrEqual(24);
    for (const command of features.slash_commands) expect(command.usage_hint.length).toBeLessThanOrEqual(100);
  });
});
