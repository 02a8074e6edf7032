/** Slack's limits for blocks, messages and views, and a validator that knows them. */
export { LIMITS } from './limits.ts';
export type { Problem, Surface } from './rules.ts';
export { validateBlocks, validateMessage, validateOptions, validateView } from './validate.ts';
