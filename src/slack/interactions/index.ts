export { registerInteractions } from './listeners.ts';
export { openLogModal } from './log-listeners.ts';
export { showLogged } from './logged-listeners.ts';
