export { openStepsAction } from './ids.ts';
export { registerSteps } from './listeners.ts';
export { loadSteps } from './load-steps.ts';
export { openWhy, whyMessage } from './why.ts';
