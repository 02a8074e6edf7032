export { copyFromText, reuseFromText, saveFromText, showSavedFromText } from './from-text.ts';
export { registerSavedCriteria } from './listeners.ts';
export { sharedMessage } from './shared-message.ts';
