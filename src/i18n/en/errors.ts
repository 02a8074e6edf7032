export const errors = {
  'errors.workspace_not_found': 'This workspace is not set up yet. Ask whoever runs the app to restart it.',
  'errors.segment_not_found': 'There is no segment {no}.',
  'errors.logged_segment_not_found': 'There is no logged segment {no}.',
  'errors.campaign_not_found': 'There is no campaign {no}.',
  'errors.template_not_found': 'There is no interaction template {code}.',
  'errors.salesperson_not_found': 'There is no salesperson {code} who can be chosen.',
  'errors.contact_not_found': 'There is no contact {no}.',
  'errors.line_not_found': '{no} has no such line any more. Look at it as it is now, then try again.',
  'errors.step_not_found': '{no} has no step {step}.',
  'errors.segment_not_empty': '{no} has contacts, so its steps cannot be forgotten.',
  'errors.time_not_understood': 'This is not a time of day. Type it like 14:30.',
  'errors.amount_invalid': 'Type a number from 0 on: an amount like 12.50, a duration in whole minutes.',
  'errors.saved_criteria_not_found': 'There are no saved criteria {code}.',
  'errors.saved_criteria_deleted': 'These saved criteria were deleted.',
  'errors.mailing_group_not_found': 'There is no mailing group {code}. Nothing was changed.',
  'errors.people_list_not_found': 'This list of people is not kept any more. Please paste it again.',
  'errors.code_taken': 'The code {code} is taken. Choose another one.',
  'errors.steps_exist':
    '{count, plural, one {{no} has # step already.} other {{no} has # steps already.}} Nothing was added.',
  'errors.nothing_to_save': '{no} has no criteria to save yet. Add contacts first.',
  'errors.code_invalid':
    'A code has at most {max, number} letters and digits, no spaces, and at least one letter.',
  'errors.mailing_group_missing': 'Say which mailing group. Nothing was changed.',
  'errors.request_not_found': 'This approval request does not exist any more.',
  'errors.draft_not_found': 'What you had filled in is not kept any more. Please start again.',
  'errors.segment_moved_on':
    '{no} was changed in the meantime, so nothing was done. Look at it as it is now, then try again.',
  'errors.segment_logged':
    '{no} is logged and cannot be changed any more. Create a follow-up segment instead.',
  'errors.segment_being_logged': '{no} is being logged right now, so it cannot be changed.',
  'errors.already_decided':
    '{status, select, approved {This request was already approved} rejected {This request was already rejected} other {This request was already decided}} by {by}. Your answer changed nothing.',
  'errors.request_voided':
    '{no} was changed after it was submitted, so this request no longer counts. It has to be submitted again.',
  'errors.nothing_to_undo': '{no} has no step to undo.',
  'errors.nothing_to_redo': '{no} has no undone step to redo.',
  'errors.number_taken': 'The number {no} is taken.',
  'errors.already_submitted': '{no} is already waiting for approval.',
  'errors.already_approved': '{no} is already approved.',
  'errors.logging_failed':
    '{no} could not be logged because of a problem on our side. Nothing was logged and the segment is as it was. If it happens again, report the reference {reference}.',
  'errors.outsider':
    'Segments are for full members of this workspace, so guests and people of other organizations cannot use them here.',
  'errors.not_an_approver':
    'Only managers approve segments, and you are not one of them here. An admin can name you with `/segment settings`.',
  'errors.own_request':
    'You built or submitted this segment yourself, so another manager has to decide. Nothing was changed.',
  'errors.admins_only': 'Only admins of the app may do this. Nothing was changed.',
  'errors.managers_only': 'Only managers may do this. Nothing was changed.',
  'errors.invalid_input': 'This cannot be used.',
  'errors.criteria_invalid': 'These filters cannot be used.',
  'errors.date_not_understood':
    'This is not a date we can read. Try 2026-12-01, 1/12/2026, “tomorrow” or “next friday”.',
  'errors.date_out_of_range': 'Dates must lie between the years 1900 and 2999.',
  'errors.unknown_code':
    '{suggestion, select, none {{value} does not exist.} other {{value} does not exist. Did you mean {suggestion}?}}',
  'errors.description_missing': '{no} needs a description first.',
  'errors.segment_empty': '{no} has no contacts. Add some first.',
  'errors.template_missing': '{no} needs an interaction template first.',
  'errors.salesperson_missing':
    '{count, plural, one {# contact of {no} has no salesperson} other {# contacts of {no} have no salesperson}}. Set one on the segment or on the contacts.',
  'errors.approval_missing': '{no} must be approved before it is logged.',
  'errors.no_approval_needed': '{no} needs no approval: it can be logged as it is.',
  'errors.no_approvers':
    'Nobody can approve this segment, because no manager is named. An admin names managers with `/segment settings`.',
  'errors.campaign_missing': '{no} needs a campaign first.',
  'errors.reason_missing': 'Please say why.',
  'errors.channel_missing': 'Choose the channel where the log is posted.',
  'errors.number_series_missing':
    'There is no number series for {series}. Ask whoever runs the app to set it up.',
  'errors.manual_number_refused': 'Numbers of the series {series} cannot be typed; leave the number out.',
  'errors.too_long': 'This is too long: at most {max, number}.',
  'errors.too_many': 'These are too many: at most {max, number}.',

  'errors.outdated':
    'This button or form is from an earlier version and does not work any more. Run `/segment` to get a fresh one.',
  'errors.slack_busy':
    'Slack asks us to slow down. Nothing was changed; please try again in {seconds, plural, one {# second} other {# seconds}}.',
  'errors.too_late': 'The answer came too late for Slack to open a window. Please try again.',
  'errors.slack_silent':
    'Slack did not answer us, so we do not know whether you saw everything. Check with `/segment list`, then try again. Reference: {reference}',
  'errors.unknown':
    'Something went wrong on our side. Check with `/segment list` whether anything changed, then try again. If it happens again, report the reference {reference}.',
} as const;
