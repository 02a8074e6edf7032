/** How features listen to Slack: one function per kind of request. */
export {
  type ActionRequest,
  messageView,
  onAction,
  ownMessage,
  type Place,
  updateUnlessChanged,
} from './listeners/action.ts';
export { type CommandRequest, onCommand } from './listeners/command.ts';
export { type Form, type FormValue, formValue, readForm, typedText } from './listeners/form.ts';
export {
  type EventRequest,
  type OptionsRequest,
  type OptionsResult,
  onEvent,
  onOptions,
  onShortcut,
  onViewClosed,
  type ShortcutRequest,
} from './listeners/others.ts';
export { notice, noticeView } from './listeners/problem-view.ts';
export type { Request } from './listeners/request.ts';
export { onView, type ViewRequest, type ViewResult } from './listeners/view.ts';
