import type { Methods } from '../method.ts';
import { authMethods } from './auth.ts';
import { chatMethods } from './chat.ts';
import { conversationMethods } from './conversations.ts';
import { fileMethods } from './files.ts';
import { historyMethods } from './history.ts';
import { socketMethods } from './sockets.ts';
import { userMethods } from './users.ts';
import { viewMethods } from './views.ts';

/** All methods of the Web API that the playground knows. */
export const methods: Methods = {
  ...authMethods,
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...historyMethods,
  ...socketMethods,
  ...userMethods,
  ...viewMethods,
};
