import { SlackError } from '../../errors.ts';
import { openView, publishHome, pushView, replaceView } from '../../surface/show-view.ts';
import { viewJson } from '../../surface/view-json.ts';
import type { Methods } from '../method.ts';

/** Modals and the App Home. */
export const viewMethods: Methods = {
  'views.open': {
    run(world, args) {
      const trigger = world.triggers.check(args.required('trigger_id'));
      const record = openView(world, trigger.person, args.json('view'), trigger.channel);
      world.triggers.spend(trigger);
      return { view: viewJson(world, record) };
    },
  },
  'views.push': {
    run(world, args) {
      const trigger = world.triggers.check(args.required('trigger_id'));
      const record = pushView(world, trigger.person, args.json('view'));
      world.triggers.spend(trigger);
      return { view: viewJson(world, record) };
    },
  },
  'views.update': {
    run(world, args) {
      const id = args.text('view_id');
      const externalId = args.text('external_id');
      if (!id && !externalId) {
        throw SlackError.withMessages('invalid_arguments', ['[ERROR] missing required field: view_id']);
      }
      const record = world.views.find(id ? { id } : { externalId: externalId ?? '' });
      if (!record) throw new SlackError('not_found');
      return { view: viewJson(world, replaceView(world, record, args.json('view'), args.text('hash'))) };
    },
  },
  'views.publish': {
    run(world, args) {
      const person = args.required('user_id');
      if (!world.people.has(person)) throw new SlackError('user_not_found');
      return { view: viewJson(world, publishHome(world, person, args.json('view'), args.text('hash'))) };
    },
  },
};
