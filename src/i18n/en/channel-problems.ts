/** A channel that takes no posts. */
export const channelProblems = {
  'channelProblem.notIn': '⚠️ Nothing can be posted in {channel}: this app is not in it.',
  'channelProblem.notIn.todo': 'Invite it: type {command} in the channel.',
  'channelProblem.filesNotIn':
    '⚠️ Files cannot be shared in {channel}: this app is not in it. Messages get through.',
  'channelProblem.filesNotIn.todo': 'Invite it: type {command} in the channel.',
  'channelProblem.archived': '⚠️ Nothing can be posted in {channel}: it is archived.',
  'channelProblem.archived.todo': 'Unarchive it, if it is still needed.',
  'channelProblem.notFound':
    '⚠️ Nothing can be posted in {channel}: it was deleted, or it is private and this app was removed from it.',
  'channelProblem.notFound.todo': 'If it is still there, invite the app: type {command} in it.',
  'channelProblem.restricted': '⚠️ Nothing can be posted in {channel}: not everybody may post there ({code}).',
  'channelProblem.restricted.todo': 'Ask an admin of the Slack workspace to let this app post there.',
  'channelProblem.kept': 'Everything is logged and counts all the same.',
  'channelProblem.waiting':
    '{refused, plural, one {# message or file waits to be posted.} other {# messages and files wait to be posted.}}',
  'channelProblem.then':
    'Then post again, there or in another channel. The channel of later logs is set on the campaign, or with {command}. You are not told again unless this changes.',
  'channelProblem.open': '✅ {channel} takes posts again.',
  'channelProblem.solved': '✅ Nothing waits for {channel} any more.',
  'channelProblem.again': 'Post again',
  'channelProblem.submit': 'Post',
  'channelProblem.to': 'Channel',
  'channelProblem.to.hint': 'In another channel, a log that was posted in part is posted whole.',
  'channelProblem.sent':
    '{waiting, plural, one {# message or file is} other {# messages and files are}} on the way to {channel}, one a second. If they are refused again, you see a message about it.',
} as const;
