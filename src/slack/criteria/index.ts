export { openCriteriaModal } from './open.ts';
export { registerCriteria } from './register.ts';
