import type { Channel } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { type Answer, post, refusal } from '../control/api.ts';
import { MoreIcon } from './icons.tsx';
import { MenuButton, type MenuItem } from './menu.tsx';

export function ChannelMenu({ channel }: { channel: Channel }) {
  const { snapshot, tell } = usePage();
  const run = async (request: Promise<Answer>) => {
    const answer = await request;
    if (!answer.ok) tell(refusal(answer));
  };
  const absent = snapshot.people.filter((person) => !channel.members.includes(person.id));
  const items: MenuItem[] = [
    ...absent.map((person) => ({
      key: person.id,
      label: `Add ${person.realName}`,
      choose: () => void run(post('invite', { channel: channel.id, member: person.id })),
    })),
    {
      key: 'archive',
      label: channel.isArchived ? 'Unarchive channel' : 'Archive channel',
      danger: !channel.isArchived,
      choose: () => void run(post('archive', { channel: channel.id, archived: !channel.isArchived })),
    },
  ];
  return <MenuButton label="Channel" icon={<MoreIcon />} items={items} testId="channel-menu" />;
}
