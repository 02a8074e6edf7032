import type {
  ChannelsSelect,
  ConversationsSelect,
  MultiChannelsSelect,
  MultiConversationsSelect,
  MultiUsersSelect,
  UsersSelect,
} from '@slack/types';
import type { Snapshot } from '../../protocol.ts';
import { type Holder, useControl } from '../blocks/scope.ts';
import { stringIn, stringsIn } from '../blocks/values.ts';
import { usePage } from '../context.ts';
import { Avatar } from '../shell/avatar.tsx';
import { ChannelIcon } from '../shell/icons.tsx';
import { Combobox } from './combobox.tsx';
import type { Choice } from './combobox-state.ts';
import { Confirm } from './confirm.tsx';

type DirectorySelect =
  | UsersSelect
  | MultiUsersSelect
  | ChannelsSelect
  | MultiChannelsSelect
  | ConversationsSelect
  | MultiConversationsSelect;

/** Selects over the workspace's own people and channels. */
export function DirectorySelectElement({ element, holder }: { element: DirectorySelect; holder: Holder }) {
  const control = useControl(element, holder, element.placeholder?.text);
  const { snapshot } = usePage();
  const isMulti = element.type.startsWith('multi_');
  const what = element.type.replace(/^multi_|s_select$/g, '');
  const field = `selected_${what}${isMulti ? 's' : ''}`;
  const choices = directory(element, snapshot);
  const ids = isMulti ? stringsIn(control.value, field) : [stringIn(control.value, field)].filter(Boolean);
  const selected = ids.map((id) => choices.find((choice) => choice.key === id) ?? { key: id, label: id });

  const select = (next: Choice[]) => {
    const keys = next.map((choice) => choice.key);
    control.change({ type: element.type, [field]: isMulti ? keys : (keys[0] ?? null) });
  };
  return (
    <>
      <Combobox
        choices={choices}
        selected={selected}
        multi={isMulti}
        max={'max_selected_items' in element ? element.max_selected_items : undefined}
        placeholder={element.placeholder?.text ?? `Select a ${what === 'user' ? 'person' : 'channel'}`}
        clearable={!isMulti && holder.input?.optional === true}
        busy={control.busy}
        onSelect={select}
        hooks={control.hooks}
        aria={control.aria}
      />
      <Confirm control={control} />
    </>
  );
}

function directory(element: DirectorySelect, snapshot: Snapshot): Choice[] {
  if (element.type === 'users_select' || element.type === 'multi_users_select') return people(snapshot);
  if (element.type === 'channels_select' || element.type === 'multi_channels_select') {
    return channels(snapshot, ['public']);
  }
  const filter = 'filter' in element ? element.filter : undefined;
  const included = filter?.include ?? ['public', 'private', 'im'];
  const bot = included.includes('im') && !filter?.exclude_bot_users;
  return channels(snapshot, [
    ...included.filter((kind) => kind === 'public' || kind === 'private'),
    ...(bot ? ['dm'] : []),
  ]);
}

function people(snapshot: Snapshot): Choice[] {
  return snapshot.people.map((person) => ({
    key: person.id,
    label: person.realName,
    description: `@${person.name} · ${person.title}`,
    icon: <Avatar name={person.realName} color={person.color} small />,
  }));
}

function channels(snapshot: Snapshot, kinds: string[]): Choice[] {
  return snapshot.channels
    .filter((channel) => kinds.includes(channel.kind) && !channel.isArchived)
    .map((channel) => ({
      key: channel.id,
      label: channel.kind === 'dm' ? snapshot.app.name : channel.name,
      icon: <ChannelIcon kind={channel.kind} />,
    }));
}
