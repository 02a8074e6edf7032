export { registerSetUp } from './listeners.ts';
export { showPage } from './show.ts';
