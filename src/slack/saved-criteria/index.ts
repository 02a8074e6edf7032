export { copyFromText, reuseFromText, saveFromText, showSavedFromText } from './from-text.ts';
export { registerSavedCriteria } from './listeners.ts';
export { openSaveModal } from './save.ts';
export { sharedMessage } from './shared-message.ts';
