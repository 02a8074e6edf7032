export const campaigns = {
  'campaigns.title': 'Campaigns',
  'campaigns.none': 'none',
  'campaigns.percent': '({value, number}%)',
  'campaigns.minutes': '{value, number} min',
  'campaigns.created': '{no} is created. `/campaign show {no}` shows it.',

  'campaigns.period.none': 'no dates',
  'campaigns.period.from': 'from {from}',
  'campaigns.period.to': 'until {to}',
  'campaigns.outside': '⚠️ Its date, {date}, lies outside the dates of campaign {no} ({period}).',
  'campaigns.channel.workspace': 'the workspace’s channel for logs',
  'campaigns.activated': '*Activated* for {targets}',
  'campaigns.notActivated': '*Not activated:* it has no target group yet.',

  'campaigns.target.customer': 'Customer',
  'campaigns.target.contact': 'Contact',
  'campaigns.targets.amount':
    '{total, plural, one {# target} other {# targets}} ({customers, plural, one {# customer} other {# customers}}, {contacts, plural, one {# contact} other {# contacts}})',
  'campaigns.targets.title': 'Target group of {no}',
  'campaigns.targets.none':
    'There is nobody yet. Turn on “Campaign target” on a segment of the campaign, then activate the campaign.',
  'csv.targetType': 'Type',
  'campaigns.csv.title': 'Target group of {no} {description}',
  'campaigns.csv.comment':
    'Here is the target group of *{no}* {description} as CSV: {targets}. Please keep personal data to yourself.',
  'campaigns.export.started':
    'The target group of {no} comes to you as a CSV file, in a direct message from this app.',

  'campaigns.card.text':
    '{no} {description}: {status}, {activated, select, yes {activated for {targets, plural, one {# target} other {# targets}}} other {not activated}}. {interactions, plural, one {# interaction} other {# interactions}}: {contacted, number} contacted, {responded, number} responded ({rate, number}%).',
  'campaigns.card.status': 'Status',
  'campaigns.card.owner': 'Owner',
  'campaigns.card.period': 'Dates',
  'campaigns.card.channel': 'Channel',
  'campaigns.card.cost': 'Cost',
  'campaigns.card.duration': 'Duration',
  'campaigns.card.perResponse': '{value} per response',
  'campaigns.card.nothingLogged':
    'Nothing is logged for it yet. The chart of responses appears with the first interactions.',
  'campaigns.card.changed': 'Last changed {when}',
  'campaigns.card.digest': 'Next weekly digest {when}',
  'campaigns.chart.contacted': 'Contacted',
  'campaigns.chart.responded': 'Responded',
  'campaigns.chart.weeks': 'Interactions per week',

  'campaigns.button.show': 'Show',
  'campaigns.button.back': 'Show {no}',
  'campaigns.button.new': 'New campaign',
  'campaigns.button.segments': 'Segments ({count, number})',
  'campaigns.button.targets': 'Target group ({count, number})',
  'campaigns.button.entries': 'Entries ({count, number})',
  'campaigns.button.activate': 'Activate',
  'campaigns.button.deactivate': 'Deactivate',
  'campaigns.button.edit': 'Edit',
  'campaigns.button.share': 'Share',
  'campaigns.button.export': 'Export as CSV',
  'campaigns.button.delete': 'Delete {no}',

  'campaigns.activate.title': 'Activate {no}?',
  'campaigns.activate.text':
    'The companies of everybody with “Campaign target” on become its target group: from {segments, plural, one {# segment} other {# segments}} in progress and {interactions, plural, one {# interaction} other {# interactions}}.',
  'campaigns.deactivate.title': 'Deactivate {no}?',
  'campaigns.deactivate.text':
    'This empties its target group of {targets}. Activating the campaign again fills it anew.',
  'campaigns.did.activated':
    '{no} is activated: {targets, plural, one {its target group has # member} other {its target group has # members}}, {added, plural, =0 {none of them new} other {# of them new}}.',
  'campaigns.did.deactivated':
    '{no} is no longer activated: {targets, plural, one {# member} other {# members}} left its target group.',
  'campaigns.did.deleted': '{no} is deleted.',

  'campaigns.segments.title': 'Segments of {name}',
  'campaigns.segments.none': 'No segments are in progress for it. Create one, then add contacts to it.',

  'campaigns.list.mine': 'My campaigns',
  'campaigns.list.all': 'All campaigns',
  'campaigns.list.activated': 'activated',
  'campaigns.list.empty.mine':
    'You own no campaigns. The owner of a campaign is its salesperson; `/segment settings` says which one you are.',
  'campaigns.list.empty.all': 'There are no campaigns yet.',
  'campaigns.list.notFound': 'No campaign has “{search}” in its number or description.',
  'campaigns.notFound': 'There is no campaign {no}. Nothing was changed.',
  'campaigns.noMissing': 'Say which campaign, such as `/campaign {verb} CP1001`. Nothing was changed.',
  'campaigns.mistake.unknownVerb': 'There is no `/campaign {word}`. Nothing was done.',
  'campaigns.mistake.nearestVerb': 'Did you mean `/campaign {verb}`?',
  'campaigns.mistake.onOrOff':
    'Say `/campaign digest {no} on` or `/campaign digest {no} off`. Nothing was changed.',

  'campaigns.delete.question':
    'Delete *{no}* {description}? It cannot be taken back. Only a campaign that was never used can be deleted.',

  'campaigns.share.title': 'Share {no}',
  'campaigns.share.about': 'Its card is posted to the channel and kept up to date there.',
  'campaigns.share.channel': 'Channel',

  'campaigns.form.new': 'New campaign',
  'campaigns.form.edit': 'Edit {no}',
  'campaigns.form.create': 'Create',
  'campaigns.form.save': 'Save',
  'campaigns.form.description': 'Description',
  'campaigns.form.description.hint': 'What it is about, such as “Autumn call-round”.',
  'campaigns.form.startingDate': 'Starts',
  'campaigns.form.endingDate': 'Ends',
  'campaigns.form.owner': 'Owner',
  'campaigns.form.owner.hint': 'The salesperson who may edit and activate it, and approve its segments.',
  'campaigns.form.status': 'Status',
  'campaigns.form.channel': 'Channel',
  'campaigns.form.channel.hint':
    'Where its segments are logged; left empty, the workspace’s channel. Invite the app to private channels.',
  'campaigns.form.digest': 'Weekly digest',
  'campaigns.form.digest.yes': 'Tell the channel every Monday how the week went',
  'campaigns.form.digest.about': 'A week in which nothing was logged is left out',

  'campaigns.movedOn.kept':
    'What you filled in is still here. *Save* again puts it in the place of theirs; *Cancel* keeps theirs.',

  'campaigns.digest.title': 'Campaigns last week, {days}',
  'campaigns.digest.week':
    '{interactions, plural, one {# interaction} other {# interactions}}, {responded, plural, one {# response} other {# responses}}, {cost}',
  'campaigns.digest.before':
    'The week before: {interactions, plural, one {# interaction} other {# interactions}}, {responded, plural, one {# response} other {# responses}}, {cost}',
  'campaigns.digest.now':
    'Now: {segments, plural, one {# segment} other {# segments}} in progress, {targets, plural, =0 {not activated} one {target group of #} other {target group of #}}',
  'campaigns.digest.more': 'and {count, plural, one {# more campaign} other {# more campaigns}}',
  'campaigns.digest.on': 'The channel of {no} is told every Monday at 9 how the week went.',
  'campaigns.digest.off': 'The channel of {no} is no longer told how the week went.',

  'campaigns.help.intro':
    'A campaign holds segments together: whom it is for, what was logged, how many responded. `/campaign help VERB` tells more about one.',
  'campaigns.help.who.everybody': 'every full member',
  'campaigns.help.who.creator': 'salespeople, managers and admins',
  'campaigns.help.who.organizer': 'the campaign’s owner, managers and admins',
  'campaigns.help.new': 'Creates a campaign and gives it a number. Without anything behind it, a form opens.',
  'campaigns.help.list': 'Lists campaigns: all, yours (`mine`), or those with words in them.',
  'campaigns.help.show': 'Shows a campaign: status, dates, target group, and how it goes.',
  'campaigns.help.edit': 'Changes description, dates, owner, status, channel and the weekly digest.',
  'campaigns.help.segments': 'Lists the segments being worked on for it.',
  'campaigns.help.activate':
    'Makes the companies of all its targets the target group, which then follows the segments by itself.',
  'campaigns.help.deactivate': 'Empties the target group.',
  'campaigns.help.targets': 'Lists the target group, and sends it to you as CSV.',
  'campaigns.help.entries': 'Lists what was logged for it, segment by segment; each can be canceled.',
  'campaigns.help.digest': 'Turns the message about each week in its channel on or off.',
  'campaigns.help.share': 'Posts its card to a channel, where it is kept up to date.',
  'campaigns.help.delete': 'Deletes a campaign that was never used.',
  'campaigns.help.help': 'Explains the verbs.',
} as const;
