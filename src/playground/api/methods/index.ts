import type { Methods } from '../method.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** All methods of the Web API that the playground knows. */
export const methods: Methods = {
  ...authMethods,
  ...chatMethods,
  ...userMethods,
  ...viewMethods,
};
