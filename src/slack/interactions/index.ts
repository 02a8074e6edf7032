export { openLogModal, registerInteractions, showLogged } from './listeners.ts';
