import type { JsonObject } from '../json.ts';
import { BOT_USER_ID } from '../options.ts';
import type { StoredFile } from '../world/files.ts';
import type { World } from '../world/world.ts';

/** The file as Slack describes it in messages, in `files.info` and in the state of a file input. */
export function fileJson(world: World, file: StoredFile): JsonObject {
  const { teamId } = world.options;
  const filetype = world.files.filetype(file.name) || 'binary';
  const address = `${world.url}/files-pri/${teamId}-${file.id}`;
  const kindOf = (share: { channel: string }) => world.channels.get(share.channel)?.kind;
  const inKind = (kind: string) => [
    ...new Set(file.shares.filter((share) => kindOf(share) === kind).map(({ channel }) => channel)),
  ];
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype,
    pretty_type: filetype.toUpperCase(),
    user: file.user,
    user_team: teamId,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: inKind('public').length > 0,
    public_url_shared: false,
    display_as_bot: file.user === BOT_USER_ID,
    username: '',
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.url}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    has_rich_preview: false,
    file_access: 'visible',
    channels: inKind('public'),
    groups: inKind('private'),
    ims: inKind('dm'),
    shares: {
      public: sharesJson(world, file, (kind) => kind === 'public'),
      private: sharesJson(world, file, (kind) => kind !== 'public'),
    },
  };
}

function sharesJson(world: World, file: StoredFile, wanted: (kind: string) => boolean): JsonObject {
  const byChannel: Record<string, JsonObject[]> = {};
  for (const share of file.shares) {
    const channel = world.channels.get(share.channel);
    if (!channel || !wanted(channel.kind)) continue;
    byChannel[share.channel] = [
      ...(byChannel[share.channel] ?? []),
      {
        ts: share.ts,
        ...(share.threadTs === undefined ? {} : { thread_ts: share.threadTs }),
        channel_name: channel.name,
        team_id: world.options.teamId,
        share_user_id: file.user,
        reply_users: [],
        reply_users_count: 0,
        reply_count: 0,
      },
    ];
  }
  return byChannel;
}
