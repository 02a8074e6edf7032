import { BOT_USER_ID, type PersonSeed } from '../options.ts';
import type { Id, Person, Snapshot } from '../protocol.ts';
import { sees } from '../surface/accept.ts';
import { messageInfo } from '../surface/message-json.ts';
import type { World } from '../world/world.ts';

function publicPart(person: PersonSeed): Person {
  const { id, name, realName, title, locale, tz, isAdmin, isOwner, color } = person;
  return { id, name, realName, title, locale, tz, isAdmin, isOwner, color };
}

/** All that one person sees now. The traffic is by far the most of it, and can be left out. */
export function snapshot(world: World, person: Id, wanted: { traffic: boolean }): Snapshot {
  const channels = [...world.channels.values()].filter((channel) => sees(person, channel));
  return {
    revision: world.activity.revision,
    team: { id: world.options.teamId, name: world.options.teamName },
    app: {
      name: world.manifest.name,
      botUserId: BOT_USER_ID,
      commands: world.manifest.commands.map(({ shouldEscape: _, ...command }) => command),
      shortcuts: world.manifest.shortcuts,
    },
    people: [...world.people.values()].map(publicPart),
    channels,
    messages: channels
      .flatMap((channel) => world.messages.in(channel.id))
      .filter((message) => message.ephemeralTo === undefined || message.ephemeralTo === person)
      .sort((a, b) => (a.ts < b.ts ? -1 : 1))
      .map((message) => messageInfo(world, message)),
    views: world.views.stack(person).map(({ id, hash, view, state, errors, notice, waiting }) => ({
      id,
      hash,
      view,
      state,
      errors,
      ...(notice === undefined ? {} : { notice }),
      busy: waiting > 0,
    })),
    home: world.views.homes.get(person)?.view ?? null,
    traffic: wanted.traffic ? world.traffic.entries : [],
  };
}
