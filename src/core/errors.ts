/**
 * What can go wrong for a reason the person can act on. Services throw these; only `slack/` and `cli/` turn the
 * code and its parameters into words (`messages.errors.<code>` in the catalogues).
 */
export type ErrorCode =
  // not found
  | 'workspace_not_found'
  | 'segment_not_found' // no
  | 'logged_segment_not_found' // no
  | 'campaign_not_found' // no
  | 'template_not_found' // code
  | 'salesperson_not_found' // code
  | 'contact_not_found' // no
  | 'line_not_found' // no, line
  | 'step_not_found' // no, step
  | 'saved_criteria_not_found' // code
  | 'saved_criteria_deleted'
  | 'mailing_group_not_found' // code
  | 'people_list_not_found'
  | 'request_not_found'
  | 'draft_not_found'
  // conflict
  | 'segment_moved_on' // no, by, at, change
  | 'segment_logged' // no
  | 'segment_being_logged' // no
  | 'already_decided' // status, by
  | 'request_voided' // no
  | 'nothing_to_undo' // no
  | 'nothing_to_redo' // no
  | 'number_taken' // no
  | 'code_taken' // code
  | 'steps_exist' // no, count
  | 'segment_not_empty' // no
  | 'already_submitted' // no
  | 'already_approved' // no
  | 'logging_failed' // no, reference
  // forbidden
  | 'outsider'
  | 'not_an_approver'
  | 'own_request'
  | 'admins_only'
  | 'managers_only'
  // invalid
  | 'invalid_input'
  | 'criteria_invalid'
  | 'date_not_understood'
  | 'date_out_of_range'
  | 'time_not_understood'
  | 'amount_invalid' // field
  | 'unknown_code' // field, value, suggestion
  | 'description_missing' // no
  | 'segment_empty' // no
  | 'template_missing' // no
  | 'salesperson_missing' // no, count
  | 'approval_missing' // no
  | 'no_approval_needed' // no
  | 'no_approvers'
  | 'campaign_missing' // no
  | 'reason_missing'
  | 'nothing_to_save' // no
  | 'code_invalid' // max
  | 'mailing_group_missing'
  | 'channel_missing'
  | 'number_series_missing' // series
  | 'manual_number_refused' // series
  // limit
  | 'too_long' // field, max
  | 'too_many'; // field, max

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
