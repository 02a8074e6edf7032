/** What keeps a segment from being logged, and the ways out of it. */
export const logProblems = {
  'log.problems.title':
    '*{no}* {description} cannot be logged yet: {count, plural, one {one thing is} other {# things are}} in the way.',
  'log.problems.voids':
    'Each of these fixes changes the segment, so its approval, or the request for it, no longer counts: it has to be submitted again.',
  'log.problem.empty': 'It has no contacts.',
  'log.problem.description': 'It has no description.',
  'log.problem.header-template': 'It has no interaction template.',
  'log.problem.template':
    '{count, plural, one {*# contact* has} other {*# contacts* have}} no interaction template.',
  'log.problem.group':
    '{count, plural, one {*# contact* has} other {*# contacts* have}} no interaction group.',
  'log.problem.salesperson':
    '{count, plural, one {*# contact* has} other {*# contacts* have}} no salesperson, or one who is blocked.',
  'log.problem.date': '{count, plural, one {*# contact* has} other {*# contacts* have}} no usable date.',
  'log.problem.campaign':
    '{count, plural, one {*# contact* is} other {*# contacts* are}} on a campaign that is gone.',
  'log.problem.excluded':
    '{count, plural, one {*# contact* does} other {*# contacts* do}} not want to be on segments.',
  'log.problem.privacy-blocked':
    '{count, plural, one {*# contact* has its privacy} other {*# contacts* have their privacy}} blocked.',
  'log.problem.no-email':
    '{count, plural, one {*# contact* has} other {*# contacts* have}} no e-mail address to send to.',
  'log.problem.no-attachment':
    '{count, plural, one {*# contact* has} other {*# contacts* have}} a correspondence type, but no attachment to send.',
  'log.problem.approval': 'It must be approved before it is logged.',
  'log.problem.approval.pending': 'It still waits for approval.',
  'log.problem.approval-changed': 'It is not what was approved any more, so it has to be submitted again.',
  'log.problem.examples': '{more, select, true {Such as {names} …} other {{names}}}',

  'log.fix.remove': 'Remove {count, plural, one {it} other {them}}',
  'log.fix.follow': 'Follow the header',
  'log.fix.salesperson': 'Give a salesperson',
  'log.fix.template': 'Choose a template',
  'log.fix.hardCopy': 'Send hard copy',
  'log.fix.none': 'Send nothing',
  'log.fix.header': 'Edit header',
  'log.fix.addContacts': 'Add contacts',
  'log.fix.resubmit': 'Submit again',
  'log.fix.check': 'Check again',
  'log.fix.undo': 'Undo',
  'log.fix.confirm.title': '{fix}?',
  'log.fix.confirm.remove':
    '{count, plural, one {# contact is} other {# contacts are}} removed from {no}. You can undo it.',
  'log.fix.confirm.change':
    '{count, plural, one {# contact is} other {# contacts are}} changed. You can undo it.',
  'log.fix.confirm.header':
    'All contacts of {no} that follow the header get it, {count, number} at most, with all that it brings. You can undo it.',
  'log.fix.confirm.voids': 'The approval no longer counts after it.',
  'log.fix.confirm.yes': 'Yes',

  'errors.sending_under_way':
    '{count, plural, one {# attachment is} other {# attachments are}} still on the way. Nothing was sent again.',
  'errors.nothing_to_send': 'There is nothing to send again.',
  'errors.not_loggable':
    '{count, plural, one {One thing keeps} other {# things keep}} {no} from being logged.',

  'segments.step.editLines': 'Edited the contacts {problem}: {fields}',
  'segments.step.removeLines': 'Removed the contacts {problem}',
  'segments.step.problem.template': 'without interaction template',
  'segments.step.problem.group': 'without interaction group',
  'segments.step.problem.salesperson': 'without salesperson',
  'segments.step.problem.date': 'without usable date',
  'segments.step.problem.campaign': 'on a campaign that is gone',
  'segments.step.problem.excluded': 'excluded from segments',
  'segments.step.problem.privacy-blocked': 'with privacy blocked',
  'segments.step.problem.no-email': 'without e-mail address',
  'segments.step.problem.no-attachment': 'without attachment',
  'segments.did.lines': 'The contacts {problem} are changed.',
  'movedOn.change.edit-lines': 'edited contacts before logging',
  'movedOn.change.remove-lines': 'removed contacts before logging',
} as const;
