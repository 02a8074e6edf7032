import { secretName } from '../../ids.ts';
import type { Methods } from '../method.ts';

/** Where an app connects for Socket Mode. */
export const socketMethods: Methods = {
  'apps.connections.open': {
    token: 'app',
    run(world) {
      const ticket = secretName();
      world.tickets.add(ticket);
      return { url: `${world.url.replace('http', 'ws')}/link/?ticket=${ticket}` };
    },
  },
};
