export { registerHeader } from './listeners.ts';
export { openHeaderModal } from './open.ts';
