export { registerApprovals, submitForApproval } from './listeners.ts';
export { submitConfirm } from './submit-confirm.ts';
