/** What salespeople are to do. */
export const tasks = {
  'tasks.title': 'Tasks',
  'tasks.type.': 'Task',
  'tasks.type.meeting': 'Meeting',
  'tasks.type.phone-call': 'Phone call',
  'tasks.priority.low': 'Low',
  'tasks.priority.normal': 'Normal',
  'tasks.priority.high': 'High',
  'tasks.status.not-started': 'Not started',
  'tasks.status.in-progress': 'In progress',
  'tasks.status.completed': 'Completed',
  'tasks.status.waiting': 'Waiting',
  'tasks.status.postponed': 'Postponed',
  'tasks.status.canceled': 'Canceled',
  'tasks.contacts': '{count, plural, one {# contact} other {# contacts}}',
  'tasks.contacts.more': '{names} and {count, plural, one {# more} other {# more}}',

  'tasks.due.overdue': 'overdue',
  'tasks.due.today': 'today',
  'tasks.row.highPriority': 'high priority',
  'tasks.row.complete': 'Complete',
  'tasks.row.edit': 'Edit …',
  'tasks.row.show': 'Show',
  'tasks.row.create': 'Create task …',

  'tasks.card.text': '{no} {description}: {date}, {salesperson}, {status}.',
  'tasks.card.date': 'Date',
  'tasks.card.contact': 'Contact',
  'tasks.card.salesperson': 'Salesperson',
  'tasks.card.priority': 'Priority',
  'tasks.card.status': 'Status',
  'tasks.card.campaign': 'Campaign',
  'tasks.card.segment': 'Segment',
  'tasks.card.created': 'Created by {by}',
  'tasks.card.closed': '{status} on {date}',

  'tasks.button.complete': 'Complete',
  'tasks.button.edit': 'Edit',
  'tasks.button.cancel': 'Cancel task',
  'tasks.button.reopen': 'Reopen',
  'tasks.button.new': 'New task',
  'tasks.button.show': 'Show tasks',
  'tasks.button.count': 'Tasks ({count, number})',
  'tasks.button.label': '{button} {no}',
  'tasks.cancel.title': 'Cancel {no}?',
  'tasks.cancel.text': 'It is not to be done any more. You can reopen it later.',
  'tasks.cancel.keep': 'Keep it',

  'tasks.did.create': '{no} is created.',
  'tasks.did.complete': '{no} is completed.',
  'tasks.did.cancel': '{no} is canceled.',
  'tasks.did.reopen': '{no} is open again.',
  'tasks.did.edit': '{no} is saved.',
  'tasks.did.segment':
    '{tasks, plural, one {One task is created, {first}} other {# tasks are created, {first} to {last}}}, for {contacts, plural, one {# contact} other {# contacts}} of {no}. {date}, {salesperson}.',
  'tasks.did.segment.left':
    '{blocked, plural, one {# contact was} other {# contacts were}} left out, because their privacy is blocked.',
  'tasks.given': '{by} gave you {tasks, plural, one {a task} other {# tasks}}: *{description}*, {date}.',
  'tasks.interaction':
    '{no} is completed. Register what came of it here, or close this form if there is nothing to register.',

  'tasks.list.mine': 'My open tasks',
  'tasks.list.all': 'All open tasks',
  'tasks.list.of': 'Open tasks: {name} ({no})',
  'tasks.list.figures':
    '{total, plural, one {# open task} other {# open tasks}}, {overdue, plural, =0 {none overdue} other {# overdue}}',
  'tasks.list.empty.mine': 'Nothing is left to do.',
  'tasks.list.empty.nobody':
    'Tasks are for salespeople, and you are none here yet. Say which one you are with `/segment settings`.',
  'tasks.list.empty.all': 'Nobody has an open task.',
  'tasks.list.empty.contact': 'There is nothing to do for this contact.',
  'tasks.list.empty.segment': 'Nothing is left to do for this segment.',
  'tasks.list.empty.logged':
    '{no} is logged, so its tasks are no longer listed under it. Those that are still to be done are with their contacts, and in `/task list all`.',
  'tasks.list.button.mine': 'Mine',
  'tasks.list.button.all': 'Everybody’s',

  'tasks.form.new': 'New task',
  'tasks.form.edit': 'Edit {no}',
  'tasks.form.segment': 'Tasks for {no}',
  'tasks.form.create': 'Create',
  'tasks.form.save': 'Save',
  'tasks.form.type': 'Type',
  'tasks.form.each': 'One task per contact',
  'tasks.form.together': 'One task with all contacts',
  'tasks.form.description': 'What is to be done?',
  'tasks.form.date': 'When?',
  'tasks.form.date.today': 'today',
  'tasks.form.date.hint': 'Such as “tomorrow”, “next friday”, “in 2 weeks” or “2026-12-01”.',
  'tasks.form.contact': 'Contact',
  'tasks.form.contact.placeholder': 'Name, number or e-mail',
  'tasks.form.priority': 'Priority',
  'tasks.form.status': 'Status',
  'tasks.form.salesperson': 'Salesperson',
  'tasks.form.campaign': 'Campaign',
  'tasks.form.segment.about':
    '*{no}* {description} has {contacts, plural, one {*# contact*} other {*# contacts*}}. Each is counted once. The tasks are for *{salesperson}*, {campaign, select, none {without a campaign} other {with campaign {campaign}}}.',
  'tasks.form.segment.blocked':
    '{blocked, plural, one {# contact is} other {# contacts are}} left out, because their privacy is blocked.',
  'tasks.form.segment.open':
    '{open, plural, one {There is # open task} other {There are # open tasks}} for this segment already.',
  'tasks.form.segment.check':
    '{tasks, plural, one {One task} other {# tasks}} for {date}? Then press Create once more.',
  'tasks.form.entry.about':
    'A task that comes of this interaction, for the same contact, salesperson and campaign:',
  'tasks.form.segment.more': 'Create tasks …',

  'tasks.contact.next': 'Next task {date}',
  'tasks.home.title': 'My tasks',
  'tasks.home.more': 'and {count, plural, one {# more} other {# more}}: `/task list`',

  'tasks.choose': 'Which {text} do you mean?',
  'tasks.none':
    'No task, segment or contact is called {text}. Try a part of a contact’s name, a number such as TD000001, or `/task help`.',
  'tasks.help': 'What you are to do, and for whom: calls, meetings and all else.',
  'tasks.help.own': 'shows your open tasks, the earliest first.',
  'tasks.help.new': 'opens the form for a new one.',
  'tasks.help.contact': 'opens it for a contact: a name, a number or an e-mail address.',
  'tasks.help.segment': 'creates tasks for everybody on a segment.',
  'tasks.help.show': 'shows a task, to complete, edit, cancel or reopen it.',
  'tasks.help.all': 'shows everybody’s open tasks.',
  'tasks.help.list': 'shows those of a contact (a company’s people’s too) or of a segment.',

  'errors.task_not_found': 'There is no task {no}.',
  'errors.task_moved_on':
    '{no} was changed in the meantime, so nothing was done. Look at it as it is now, then try again.',
  'errors.task_closed': '{no} is completed or canceled. Reopen it first. Nothing was changed.',
  'errors.task_of_canceled': 'This interaction is canceled, so no task comes of it. Nothing was created.',
  'errors.segment_has_tasks':
    '{count, plural, one {There is # open task} other {There are # open tasks}} for {no} by now. Nothing was created.',
  'errors.segment_all_blocked':
    'The privacy of all contacts of {no} is blocked, so there can be no new tasks for them. Nothing was created.',
  'errors.task_contact_blocked':
    'The privacy of {contact} is blocked, so there can be no new task for this contact. Nothing was created.',
  'errors.task_salesperson_missing':
    'There is no salesperson for this task who can be chosen. Say which one you are with `/segment settings`, then try again. Nothing was created.',
} as const;
