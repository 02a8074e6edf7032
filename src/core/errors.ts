/**
 * What can go wrong for a reason the person can act on. Services throw these; only `slack/` and `cli/` turn the
 * code and its parameters into words (`messages.errors.<code>` in the catalogues).
 */
export type ErrorCode =
  // not found
  | 'workspace_not_found'
  | 'segment_not_found' // no
  | 'segment_deleted' // no
  | 'logged_segment_not_found' // no
  | 'campaign_not_found' // no
  | 'campaign_entry_not_found' // no
  | 'interaction_not_found'
  | 'template_not_found' // code
  | 'salesperson_not_found' // code
  | 'salesperson_taken' // code
  | 'member_not_found'
  | 'contact_not_found' // no
  | 'line_not_found' // no, line
  | 'step_not_found' // no, step
  | 'saved_criteria_not_found' // code
  | 'saved_criteria_deleted'
  | 'mailing_group_not_found' // code
  | 'attachment_not_found'
  | 'code_not_found' // code
  | 'people_list_not_found'
  | 'task_not_found' // no
  | 'request_not_found'
  | 'follow_up_not_found'
  | 'draft_not_found'
  | 'call_list_not_found'
  | 'opportunity_not_found' // no
  // conflict
  | 'segment_moved_on' // no, by, at, change
  | 'task_moved_on' // no, by, at
  | 'task_closed' // no
  | 'task_of_canceled'
  | 'segment_has_tasks' // no, count
  | 'segment_logged' // no
  | 'segment_being_logged' // no
  | 'call_list_closed' // no
  | 'call_moved_on'
  | 'already_decided' // status, by
  | 'request_voided' // no
  | 'nothing_to_undo' // no
  | 'nothing_to_redo' // no
  | 'number_taken' // no
  | 'code_taken' // code
  | 'code_in_use' // code, templates, segments, interactions, campaigns
  | 'call_template_in_use' // code
  | 'steps_exist' // no, count
  | 'segment_not_empty' // no
  | 'being_called' // no
  | 'already_submitted' // no
  | 'already_approved' // no
  | 'sending_under_way' // count
  | 'not_loggable' // no, count
  | 'logging_failed' // no, reference
  | 'interaction_canceled'
  | 'interaction_resumed'
  | 'campaign_moved_on' // no, by, at
  | 'set_up_moved_on' // no, by, at
  | 'campaign_in_use' // no, segments, interactions, templates, tasks, opportunities
  | 'campaign_not_activated' // no
  | 'logged_segment_canceled' // entry
  | 'campaign_entry_canceled' // no
  | 'opportunity_moved_on' // no, by, at
  | 'opportunity_closed' // no, status
  | 'opportunity_exists' // no
  | 'opportunity_in_progress' // no
  // forbidden
  | 'outsider'
  | 'task_contact_blocked' // contact
  | 'not_an_approver'
  | 'own_request'
  | 'admins_only'
  | 'managers_only'
  | 'contact_privacy_blocked' // contact
  | 'opportunity_privacy_blocked' // contact
  | 'organizers_only'
  | 'salespeople_only'
  | 'not_yours_to_delete' // no, by
  | 'cancel_forbidden'
  | 'cancel_forbidden_some' // count, contacts
  // invalid
  | 'invalid_input'
  | 'criteria_invalid'
  | 'task_salesperson_missing'
  | 'date_not_understood'
  | 'date_out_of_range'
  | 'range_not_understood' // text
  | 'range_reversed' // from, to
  | 'range_in_future' // from
  | 'range_ends_in_future' // to
  | 'nothing_canceled' // days
  | 'time_not_understood'
  | 'when_not_understood'
  | 'date_in_future'
  | 'campaign_out_of_dates' // no, from, to; open: without one
  | 'amount_invalid' // field
  | 'unknown_code' // field, value, suggestion
  | 'description_missing' // no
  | 'segment_empty' // no
  | 'segment_all_blocked' // no
  | 'template_missing' // no
  | 'salesperson_missing' // no, count
  | 'approval_missing' // no
  | 'call_approval_missing' // no
  | 'call_template_missing'
  | 'call_time_missing'
  | 'call_time_past'
  | 'call_time_not_understood'
  | 'no_approval_needed' // no
  | 'no_approvers'
  | 'managers_not_members' // names
  | 'only_own_approvers'
  | 'campaign_missing' // no
  | 'attachment_inherited' // no
  | 'reason_missing'
  | 'text_missing'
  | 'interaction_salesperson_missing' // contact
  | 'parental_consent_missing' // contact
  | 'nothing_to_save' // no
  | 'no_interactions'
  | 'code_invalid' // max
  | 'mailing_group_missing'
  | 'channel_missing'
  | 'follow_up_empty'
  | 'nothing_to_send'
  | 'channel_closed'
  | 'channel_archived'
  | 'channel_shared'
  | 'campaign_description_missing'
  | 'dates_reversed'
  | 'digest_needs_channel'
  | 'no_targets' // no
  | 'number_series_missing' // series
  | 'manual_number_refused' // series
  | 'file_gone'
  | 'file_unreadable'
  | 'file_scope_missing' // scope
  | 'file_too_big' // max
  | 'file_slow'
  | 'list_missing'
  | 'list_given_twice'
  | 'list_empty'
  | 'list_too_long' // max
  | 'list_is_workbook'
  | 'list_not_text'
  | 'list_column_twice' // first, second
  | 'list_row_broken' // line
  | 'file_empty'
  | 'set_up_code_invalid' // max
  | 'text_exists' // language
  | 'set_up_code_taken' // code
  | 'name_missing'
  | 'group_missing'
  | 'series_prefix_invalid' // max
  | 'series_digits_invalid' // max
  | 'series_next_taken' // next
  | 'opportunity_salesperson_missing' // contact
  | 'opportunity_salespeople_missing' // no, count
  | 'opportunity_value_invalid'
  | 'opportunity_chances_invalid'
  | 'opportunity_close_past'
  | 'opportunity_close_ahead'
  | 'opportunity_campaign_idle' // no
  | 'opportunity_campaign_dates' // no, from, to; open: without one
  // limit
  | 'too_long' // field, max
  | 'too_many' // field, max
  | 'excel_too_long'; // max, sheet

export type ErrorParams = Record<string, string | number>;

/** A problem with one field of the input; `code` names its words like an error's own. */
export interface FieldProblem {
  field: string;
  code: ErrorCode;
  params?: ErrorParams;
}

/** Base of all coded errors: `kind` is the class of problem, `code` the exact one. */
export abstract class AppError extends Error {
  abstract readonly kind: 'not-found' | 'conflict' | 'forbidden' | 'invalid' | 'limit';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = new.target.name;
    this.code = code;
    this.params = params;
  }
}

/** The thing named is not there (any more), or belongs to another workspace. */
export class NotFoundError extends AppError {
  readonly kind = 'not-found';
}

/** The thing has moved on since the person looked at it. */
export class ConflictError extends AppError {
  readonly kind = 'conflict';
}

/** The person may not do this. */
export class ForbiddenError extends AppError {
  readonly kind = 'forbidden';
}

/** The input cannot be used; `fields` says where. */
export class InvalidError extends AppError {
  readonly kind = 'invalid';
  readonly fields: FieldProblem[];

  constructor(code: ErrorCode, params: ErrorParams = {}, fields: FieldProblem[] = []) {
    super(code, params);
    this.fields = fields;
  }
}

/** More than the app takes at once. */
export class LimitError extends AppError {
  readonly kind = 'limit';
}
