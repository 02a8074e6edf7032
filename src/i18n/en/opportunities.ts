export const opportunities = {
  'opportunities.title': 'Opportunities',
  'opportunities.created': '{no} is created.',
  'opportunities.saved': '{no} is saved.',
  'opportunities.closed.won': '{no} is won. Well done!',
  'opportunities.closed.lost': '{no} is closed as lost.',

  'opportunities.deleted': '{no} is deleted.',
  'opportunities.delete.title': 'Delete {no}?',
  'opportunities.delete.text': 'It goes for good, with its comments. This cannot be undone.',
  'opportunities.button.delete': 'Delete',

  'opportunities.status.not-started': 'Not started',
  'opportunities.status.in-progress': 'In progress',
  'opportunities.status.won': 'Won',
  'opportunities.status.lost': 'Lost',
  'opportunities.priority.low': 'Low',
  'opportunities.priority.normal': 'Normal',
  'opportunities.priority.high': 'High',

  'opportunities.card.text': '{no} {description}: {contact}, {status}, {value}.',
  'opportunities.card.contact': 'Contact',
  'opportunities.card.status': 'Status',
  'opportunities.card.value': 'Estimated value',
  'opportunities.card.close': 'Expected to close',
  'opportunities.card.salesperson': 'Salesperson',
  'opportunities.card.campaign': 'Campaign',
  'opportunities.card.priority': 'Priority',
  'opportunities.card.none': 'none',
  'opportunities.card.won': '🏆 Won on {date}: {reason}',
  'opportunities.card.lost': 'Lost on {date}: {reason}',
  'opportunities.card.created': 'Created {date} by {by}',
  'opportunities.card.segment': 'from segment {no} {description}',
  'opportunities.value.none': 'not estimated yet',
  'opportunities.value.calculated': '{value} × {chances, number}% = {calculated}',
  'opportunities.closes': 'closes {date}',
  'opportunities.figures':
    '{count, plural, one {# active opportunity} other {# active opportunities}}: {estimated} estimated, {calculated} calculated',

  'opportunities.button.show': 'Show',
  'opportunities.button.showNo': 'Show {no}',
  'opportunities.button.new': 'New opportunity',
  'opportunities.button.edit': 'Edit',
  'opportunities.button.won': 'Won',
  'opportunities.button.lost': 'Lost',
  'opportunities.button.comments': '{count, plural, =0 {Comment} one {# comment} other {# comments}}',
  'opportunities.button.list': 'Opportunities ({count, number})',
  'opportunities.button.fromInteraction': 'Create opportunity',

  'opportunities.list.mine': 'My opportunities',
  'opportunities.list.all': 'All opportunities',
  'opportunities.list.contact': 'Opportunities with {no}',
  'opportunities.list.campaign': 'Opportunities of {no}',
  'opportunities.list.values': '{estimated} estimated, {calculated} calculated',
  'opportunities.list.empty.mine':
    'You have no active opportunities. They belong to their salesperson; `/segment settings` says which one you are.',
  'opportunities.list.empty.all': 'There are no active opportunities yet.',
  'opportunities.list.empty.contact': '{no} has no active opportunities.',
  'opportunities.list.empty.campaign': '{no} has no active opportunities.',

  'opportunities.form.new': 'New opportunity',
  'opportunities.form.edit': 'Edit {no}',
  'opportunities.form.create': 'Create',
  'opportunities.form.save': 'Save',
  'opportunities.form.contact': 'Contact',
  'opportunities.form.description': 'What is it about?',
  'opportunities.form.value': 'Estimated value ({currency})',
  'opportunities.form.chances': 'Chances in %',
  'opportunities.form.chances.hint': 'The calculated value is the estimated value × the chances.',
  'opportunities.form.close': 'Expected to close',
  'opportunities.form.close.hint': 'In words or figures: in 3 weeks, next friday, 2026-12-18.',
  'opportunities.form.priority': 'Priority',
  'opportunities.form.campaign': 'Campaign',
  'opportunities.form.campaign.hint': 'One that is activated.',
  'opportunities.form.salesperson': 'Salesperson',
  'opportunities.form.salesperson.hint': 'Left blank, it is your own, else the contact’s.',
  'opportunities.form.no': 'Number',
  'opportunities.form.no.hint': 'Leave it blank to get the next one.',
  'opportunities.movedOn.kept':
    'What you filled in is still here, and nothing is saved yet. Save once more to put it in place of theirs.',

  'opportunities.close.won': 'Won: {no}',
  'opportunities.close.lost': 'Lost: {no}',
  'opportunities.close.about': '*{no}* {description}, {contact}. Once closed, it cannot be changed any more.',
  'opportunities.close.submit': 'Close it',
  'opportunities.close.value': 'What did it come to? ({currency})',
  'opportunities.close.date': 'When?',
  'opportunities.close.date.hint': 'Like today, yesterday, last friday or 2026-12-18.',
  'opportunities.close.reason': 'Why?',
  'opportunities.close.moved': 'Look at it as it is now. To close it all the same, press Close it once more.',

  'opportunities.comments.title': 'Comments',
  'opportunities.comments.none': 'Nothing is noted yet.',

  'opportunities.segment.title': 'Create opportunities',
  'opportunities.segment.submit': 'Create',
  'opportunities.segment.more': 'Create opportunities …',
  'opportunities.segment.about':
    '*{no}* {description} has {contacts, plural, one {# contact} other {# contacts}}. Each gets an opportunity with the description, campaign and salesperson of its line.',
  'opportunities.segment.blocked':
    '{blocked, plural, one {# contact is} other {# contacts are}} left out, because their privacy is blocked.',
  'opportunities.segment.existing':
    '{existing, plural, one {# contact has} other {# contacts have}} an opportunity from this segment already.',
  'opportunities.segment.choice': 'Those who have one already',
  'opportunities.segment.skip': 'Skip them ({count, plural, =0 {nothing new} other {# new}})',
  'opportunities.segment.add': 'Give them another one ({count, number} new)',
  'opportunities.segment.count':
    '{count, plural, one {*# opportunity* is} other {*# opportunities* are}} created.',
  'opportunities.segment.did':
    '{created, plural, =0 {No opportunities are} one {# opportunity is} other {# opportunities are}} created from {no}{created, plural, =0 {.} one {: {first}.} other {: {first} to {last}.}}',
  'opportunities.segment.skipped':
    '{skipped, plural, one {# contact was skipped, having one} other {# contacts were skipped, having one}} from it already.',
  'opportunities.segment.left':
    '{blocked, plural, one {# contact was} other {# contacts were}} left out, because their privacy is blocked.',
  'opportunities.segment.see': '`/opportunity list` shows yours.',

  'opportunities.help.intro':
    'An opportunity is a sale that may come of a contact: with an estimated value, chances, and a day when it is expected to close.',
  'opportunities.help.new': 'opens the form',
  'opportunities.help.contact': 'opens it for a contact: a name, a number or an e-mail address',
  'opportunities.help.list': 'shows the active ones, yours or all',
  'opportunities.help.show': 'shows one, to edit it or close it as won or lost',
  'opportunities.help.help': 'shows this help',
  'opportunities.help.elsewhere':
    'The three dots of a segment create one for each of its contacts, and those of an interaction the one that came of it.',
  'opportunities.mistake.unknownVerb': '`/opportunity` does not know “{word}”.',
  'opportunities.mistake.nearestVerb': 'Did you mean `/opportunity {verb}`?',
  'opportunities.mistake.noMissing': 'Say which one, such as `/opportunity show OP000001`.',

  'errors.opportunity_not_found': 'There is no opportunity {no}.',
  'errors.opportunity_moved_on':
    '{no} was changed in the meantime, so nothing was done. Look at it as it is now, then try again.',
  'errors.opportunity_closed':
    '{no} is {status, select, won {won} other {lost}} already and cannot be changed any more. Nothing was changed.',
  'errors.opportunity_in_progress':
    '{no} is in progress and cannot be deleted. Close it as won or lost instead. Nothing was changed.',
  'errors.opportunity_exists': 'This interaction has an opportunity already: {no}. Nothing was created.',
  'errors.opportunity_privacy_blocked':
    'The privacy of {contact} is blocked, so no opportunity can be created. Nothing was saved.',
  'errors.opportunity_salesperson_missing':
    'Neither you nor {contact} has a salesperson who can be chosen. Choose one, or say which one you are with `/segment settings`. Nothing was saved.',
  'errors.opportunity_salespeople_missing':
    '{count, plural, one {# contact of {no} has} other {# contacts of {no} have}} no salesperson who can be chosen, and you have none either. Set one on the segment, or say which one you are with `/segment settings`. Nothing was created.',
  'errors.opportunity_value_invalid': 'Type an amount above 0, like 12500 or 12500.50.',
  'errors.opportunity_chances_invalid': 'Type a whole number from 1 to 100.',
  'errors.opportunity_close_past': 'This day has passed. Choose today or a later day.',
  'errors.opportunity_close_ahead': 'This day lies ahead. Close it when it is decided.',
  'errors.opportunity_campaign_idle': '{no} is not activated, so it cannot be chosen.',
  'errors.opportunity_campaign_dates':
    '{no} runs {from, select, open {until {to}} other {from {from}{to, select, open {} other { to {to}}}}}, and the opportunity was created outside of that.',
} as const;
