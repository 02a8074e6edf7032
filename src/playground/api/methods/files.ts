import { SlackError } from '../../errors.ts';
import { type JsonObject, objectsOf, stringOf } from '../../json.ts';
import { BOT_USER_ID } from '../../options.ts';
import { fileJson } from '../../surface/file-json.ts';
import { addMessage } from '../../surface/say-message.ts';
import type { StoredFile } from '../../world/files.ts';
import type { World } from '../../world/world.ts';
import type { Args } from '../args.ts';
import type { Methods } from '../method.ts';
import { channelOf, threadOf } from '../post-target.ts';

function readyFile(world: World, id: string): StoredFile {
  const file = world.files.get(id);
  if (!file?.ready) throw new SlackError('file_not_found');
  return file;
}

/** Posts the message that shows the files. Slack does so a moment after it has answered. */
function shareLater(
  world: World,
  files: StoredFile[],
  target: { channel: string; threadTs?: string },
  comment: string,
): void {
  void world.activity.during(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    const message = addMessage(world, {
      ...target,
      user: BOT_USER_ID,
      text: comment,
      fileIds: files.map(({ id }) => id),
    });
    const { channel, ts, threadTs } = message;
    for (const file of files) file.shares.push({ channel, ts, ...(threadTs ? { threadTs } : {}) });
    world.activity.changed();
  });
}

function complete(world: World, args: Args): JsonObject {
  const entries = objectsOf(args.json('files'));
  if (entries.length === 0) {
    throw SlackError.withMessages('invalid_arguments', ['[ERROR] missing required field: files']);
  }
  const files = entries.map((entry) => {
    const file = world.files.get(stringOf(entry.id) ?? '');
    // Bytes first: a file that was never uploaded cannot be completed.
    if (!file || file.ready || file.bytes.length === 0) throw new SlackError('file_not_found');
    return { file, title: stringOf(entry.title) };
  });
  const id = args.text('channel_id') ?? args.text('channels');
  const channel = id === undefined ? undefined : channelOf(world, id, false);
  if (channel?.isArchived) throw new SlackError('is_archived');
  if (channel && !channel.botIsMember) throw new SlackError('not_in_channel');
  const threadTs = channel && threadOf(world, channel.id, args.text('thread_ts'));
  for (const { file, title } of files) {
    file.ready = true;
    if (title) file.title = title;
  }
  const done = files.map(({ file }) => file);
  if (channel) {
    const target = { channel: channel.id, ...(threadTs === undefined ? {} : { threadTs }) };
    shareLater(world, done, target, args.text('initial_comment') ?? '');
  }
  world.activity.changed();
  return { files: done.map((file) => ({ ...fileJson(world, file), shares: {} })) };
}

/** Files: upload in three steps, look up, delete. */
export const fileMethods: Methods = {
  'files.getUploadURLExternal': {
    scopes: ['files:write'],
    run(world, args) {
      const name = args.required('filename');
      const length = Number(args.text('length'));
      if (!length) throw new SlackError('missing_argument');
      const file = world.files.create(name, BOT_USER_ID);
      return { upload_url: `${world.url}/upload/v1/${world.files.expect(file, length)}`, file_id: file.id };
    },
  },
  'files.completeUploadExternal': { scopes: ['files:write'], run: complete },
  'files.info': {
    scopes: ['files:read'],
    run(world, args) {
      const file = readyFile(world, args.required('file'));
      return { file: fileJson(world, file), comments: [], response_metadata: { next_cursor: '' } };
    },
  },
  'files.delete': {
    scopes: ['files:write'],
    run(world, args) {
      const file = readyFile(world, args.required('file'));
      if (file.user !== BOT_USER_ID) throw new SlackError('cant_delete_file');
      world.files.delete(file.id);
      world.activity.changed();
      return {};
    },
  },
};
