export const errors = {
  'errors.workspace_not_found': 'This workspace is not set up yet. Ask whoever runs the app to restart it.',
  'errors.segment_deleted': '{no} was deleted. Its number is not used again.',
  'errors.segment_not_found': 'There is no segment {no}.',
  'errors.logged_segment_not_found': 'There is no logged segment {no}.',
  'errors.campaign_not_found': 'There is no campaign {no}.',
  'errors.campaign_entry_not_found': 'There is no campaign entry {no}.',
  'errors.interaction_not_found': 'This interaction does not exist any more.',
  'errors.template_not_found': 'There is no interaction template {code}.',
  'errors.salesperson_taken':
    'Somebody else is {code}, or campaigns belong to it. An admin can say that it is you, with `/segment settings`.',
  'errors.member_not_found': 'This person is not a member any more.',
  'errors.salesperson_not_found': 'There is no salesperson {code} who can be chosen.',
  'errors.contact_not_found': 'There is no contact {no}.',
  'errors.interaction_canceled': 'This interaction was canceled and cannot be changed. Nothing was changed.',
  'errors.interaction_resumed':
    'This interaction is completed already, so it cannot be changed here. Nothing was changed.',
  'errors.contact_privacy_blocked':
    'The privacy of {contact} is blocked, so no interaction can be logged. Nothing was saved.',
  'errors.interaction_salesperson_missing':
    'Neither you nor {contact} has a salesperson who can be chosen. Say which one you are with `/segment settings`, then try again. Nothing was saved.',
  'errors.when_not_understood':
    'This is not a time we can read. Try “now”, “yesterday 14:00”, “2 hours ago” or 2026-12-01 09:30.',
  'errors.call_time_not_understood':
    'This is not a time we can read. Try “tomorrow 10:00”, “in 2 hours” or 2026-12-01 09:30.',
  'errors.date_in_future': 'This lies in the future. What is still to happen can be saved for later.',
  'errors.campaign_out_of_dates':
    '{no} runs {from, select, open {until {to}} other {from {from}{to, select, open {} other { to {to}}}}}, so the date lies outside it.',
  'errors.text_missing': 'Please fill this in.',
  'errors.parental_consent_missing':
    '{contact} is a minor: the privacy block can be lifted only after the parents have given their consent. Nothing was changed.',
  'errors.line_not_found': '{no} has no such line any more. Look at it as it is now, then try again.',
  'errors.step_not_found': '{no} has no step {step}.',
  'errors.being_called':
    'Somebody is calling a contact of {no} right now. Delete it when the calls are done. Nothing was deleted.',
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
  'errors.logged_segment_canceled':
    'Log entry {entry} is canceled, and while it is, none of its interactions count. Undo the cancellation of the log entry instead.',
  'errors.campaign_entry_canceled':
    'The entry of campaign {no} that this belongs to is canceled, and while it is, none of its interactions count. Undo the cancellation of the campaign entry instead.',
  'errors.outsider':
    'Segments are for full members of this workspace, so guests and people of other organizations cannot use them here.',
  'errors.managers_not_members':
    'Only full members of this workspace can be managers, not guests or people of other organizations. Please take out {names}.',
  'errors.not_an_approver':
    'Only managers approve segments, and you are not one of them here. An admin can name you with `/segment settings`.',
  'errors.own_request':
    'You built or submitted this segment yourself, so another manager has to decide. Nothing was changed.',
  'errors.admins_only': 'Only admins of the app may do this. Nothing was changed.',
  'errors.not_yours_to_delete':
    'Only {by}, who created {no}, and managers can delete it. Nothing was deleted.',
  'errors.organizers_only': 'Only admins, managers and owners of campaigns may do this. Nothing was changed.',
  'errors.cancel_forbidden':
    'Others count on these figures, so only whoever logged this, the owner of its campaign, managers and admins may cancel it or undo that. Nothing was changed.',
  'errors.managers_only': 'Only managers may do this. Nothing was changed.',
  'errors.invalid_input': 'This cannot be used.',
  'errors.criteria_invalid': 'These filters cannot be used.',
  'errors.date_not_understood':
    'This is not a date we can read. Try 2026-12-01, 1/12/2026, “tomorrow” or “next friday”.',
  'errors.date_out_of_range': 'Dates must lie between the years 1900 and 2999.',
  'errors.range_not_understood':
    'We cannot read “{text}” as days. Try “last month”, “this week”, “since 1 October”, “before 1 October”, “Q3 2026” or “from 1 Oct to 15 Nov”.',
  'errors.range_reversed': 'That ends on {to}, before it begins on {from}. Which days did you mean?',
  'errors.range_in_future': 'That begins on {from}, and what is still to come has not been logged yet.',
  'errors.no_interactions': 'There is no such interaction, so there is nothing to export.',
  'errors.excel_too_long':
    'An Excel file from here holds at most {max, number} rows (Excel itself stops at {sheet, number}), and these are more. Narrow the days, or take CSV.',
  'errors.unknown_code':
    '{suggestion, select, none {{value} does not exist.} other {{value} does not exist. Did you mean {suggestion}?}}',
  'errors.description_missing': '{no} needs a description first.',
  'errors.segment_empty': '{no} has no contacts. Add some first.',
  'errors.template_missing': '{no} needs an interaction template first.',
  'errors.salesperson_missing':
    '{count, plural, one {# contact of {no} has no salesperson} other {# contacts of {no} have no salesperson}}. Set one on the segment or on the contacts.',
  'errors.approval_missing': '{no} must be approved before it is logged.',
  'errors.call_approval_missing':
    '{no} must be approved before its contacts are called, because each call is logged.',
  'errors.call_template_missing':
    'There is no interaction template for calls yet. An admin chooses one under `/segment settings`. Nothing was logged.',
  'errors.call_time_missing': 'When is it to be called again? Such as “tomorrow 10:00” or “in 2 hours”.',
  'errors.call_time_past': 'That is past. Give a time ahead, such as “tomorrow 10:00” or “in 2 hours”.',
  'errors.call_moved_on':
    'This outcome cannot be taken back: the contact was called again since, or is with a colleague. Nothing was changed.',
  'errors.call_list_not_found': 'This call list is gone.',
  'errors.call_list_closed':
    '{no} is closed, so its call list cannot go on; what was called stays logged. Make a follow-up segment to go on calling.',
  'errors.no_approval_needed': '{no} needs no approval: it can be logged as it is.',
  'errors.only_own_approvers':
    'Everybody who could approve {no} has built or submitted it. An admin can name another manager, or allow approving one’s own, with `/segment settings`.',
  'errors.no_approvers':
    'Nobody can approve this segment, because no manager is named. An admin names managers with `/segment settings`.',
  'errors.attachment_inherited':
    'There are contacts whose file comes from the header of {no}, and it would be lost. Change the lines too, or give these contacts a file of their own first.',
  'errors.attachment_not_found': 'This file is not there any more.',
  'errors.campaign_missing': '{no} needs a campaign first.',
  'errors.campaign_moved_on':
    '{no} was changed in the meantime, so nothing was done. Look at it as it is now, then try again.',
  'errors.campaign_in_use':
    '{no} cannot be deleted, because {segments, plural, one {# segment} other {# segments}}, {interactions, plural, one {# interaction or entry} other {# interactions and entries}}, {templates, plural, one {# template} other {# templates}}, {tasks, plural, one {# task} other {# tasks}} and {opportunities, plural, one {# opportunity} other {# opportunities}} belong to it. Give it another status instead.',
  'errors.campaign_not_activated': '{no} is not activated. Nothing was changed.',
  'errors.salespeople_only':
    'Campaigns are created by salespeople, managers and admins. Say which salesperson you are with `/segment settings`.',
  'errors.channel_closed':
    'The app is not in this private channel. Invite it there with /invite, or choose another channel.',
  'errors.channel_archived': 'This channel is archived. Choose another one.',
  'errors.channel_shared':
    'This channel is shared with another organization, which must not see what is logged. Choose another one.',
  'errors.campaign_description_missing': 'Say what the campaign is about.',
  'errors.dates_reversed': 'The campaign ends before it starts. Choose a later day.',
  'errors.digest_needs_channel':
    'A digest needs a channel: choose the campaign’s, or ask an admin to set one for the workspace.',
  'errors.no_targets':
    '{no} has no targets yet. Turn on “Campaign target” on one of its segments, or on lines, then activate it.',
  'errors.reason_missing': 'Please say why.',
  'errors.channel_missing': 'Choose the channel where the log is posted.',
  'errors.number_series_missing':
    'There is no number series for {series}. Ask whoever runs the app to set it up.',
  'errors.manual_number_refused': 'Numbers of the series {series} cannot be typed; leave the number out.',
  'errors.code_not_found': '{code} is not there any more.',
  'errors.file_empty': 'This file is empty. Choose another one.',
  'errors.set_up_code_invalid':
    'Use at most {max, number} letters, digits, and - _ . / for the code, without spaces.',
  'errors.set_up_moved_on':
    '{no} was changed in the meantime, so nothing was saved. Look at it as it is now, then try again.',
  'errors.text_exists': 'There is a text in {language} already. Choose another language, or edit that text.',
  'errors.set_up_code_taken': '{code} is there already. Choose another code.',
  'errors.name_missing': 'Give it a name that people understand.',
  'errors.group_missing': 'Choose an interaction group.',
  'errors.series_prefix_invalid':
    'Use 1 to {max, number} letters, digits, and - _ . to begin the numbers with.',
  'errors.series_digits_invalid': 'Use 1 to {max, number} digits.',
  'errors.series_next_taken':
    'This number is taken, or below one that is. The lowest possible is {next, number}.',
  'errors.code_in_use':
    '{code} is in use and cannot be deleted:{templates, plural, =0 {} one { # template.} other { # templates.}}{campaigns, plural, =0 {} one { # campaign.} other { # campaigns.}}{segments, plural, =0 {} one { # segment (logged ones count too).} other { # segments (logged ones count too).}}{interactions, plural, =0 {} one { # interaction.} other { # interactions.}}',
  'errors.call_template_in_use':
    '{code} is the template of phone calls. An admin chooses another one under “Workspace” first.',
  'errors.file_gone': 'This file is not in Slack any more. Choose it once more.',
  'errors.file_unreadable': 'Slack does not let the app read this file. Choose one from your own computer.',
  'errors.file_scope_missing':
    'The app may not read files here: it lacks the permission {scope}. Ask whoever runs the app to install it again.',
  'errors.file_too_big': 'The file is too big: at most {max, number} MB.',
  'errors.file_slow': 'Slack did not hand over the file in time. Please try again.',
  'errors.list_missing': 'Type or paste whom to look up, or choose a file.',
  'errors.list_given_twice': 'Give either a file or a typed list, not both: remove one of them.',
  'errors.list_empty': 'There is nobody in this file.',
  'errors.list_too_long':
    'The list has more than {max, number} lines. Split it, or add the contacts by criteria.',
  'errors.list_is_workbook':
    'This is an Excel workbook. In Excel, save it as “CSV UTF-8”, then choose that file.',
  'errors.list_not_text':
    'This is no list in text. Save the list as CSV, or as text with one person per line.',
  'errors.list_column_twice':
    'The columns “{first}” and “{second}” say the same, so it is not clear which one counts. Remove one of them.',
  'errors.list_row_broken':
    'From line {line, number} on, this cannot be read as CSV: perhaps a double quote is never closed.',
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
