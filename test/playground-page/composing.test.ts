import { describe, expect, test } from 'vitest';
import { inOrder, matching } from '../../src/playground/page/elements/combobox-state.ts';
import { commandFor, commandsFor, withMentions } from '../../src/playground/page/shell/composing.ts';
import type { Channel, Person } from '../../src/playground/protocol.ts';

const rita: Person = {
  id: 'U0RITA',
  name: 'rita',
  realName: 'Rita Rep',
  title: 'Sales rep',
  locale: 'en-US',
  tz: 'Europe/Copenhagen',
  isAdmin: false,
  isOwner: false,
  color: '#123456',
};
const sales: Channel = {
  id: 'C0SALES',
  name: 'sales',
  kind: 'public',
  members: ['U0RITA'],
  botIsMember: true,
  isArchived: false,
};
const segment = { command: '/segment', description: '', usageHint: '' };
const setup = { command: '/setup', description: '', usageHint: '' };

describe('what is typed', () => {
  test('names become mentions, the rest is escaped', () => {
    const said = withMentions('@rita, is 1 < 2 in #sales? not@rita #nowhere', {
      people: [rita],
      channels: [sales],
    });
    expect(said).toBe('<@U0RITA>, is 1 &lt; 2 in <#C0SALES|sales>? not@rita #nowhere');
  });

  test('commands are offered while their name is typed', () => {
    expect(commandsFor('/se', [segment, setup])).toEqual([segment, setup]);
    expect(commandsFor('/seg', [segment, setup])).toEqual([segment]);
    expect(commandsFor('/segment new', [segment, setup])).toEqual([]);
    expect(commandsFor('no /se', [segment, setup])).toEqual([]);
    expect(commandFor('/segment new', [segment, setup])).toBe(segment);
  });
});

describe('searching a list', () => {
  const choices = [
    { key: '1', label: 'Nordens møbler', group: 'A' },
    { key: '2', label: 'Österreich', group: 'B' },
    { key: '3', label: 'Møbelhuset', group: 'A' },
  ];

  test('ignores case and accents, the start of the label first', () => {
    expect(matching(choices, 'oster').map(({ key }) => key)).toEqual(['2']);
    expect(matching(choices, 'MØB').map(({ key }) => key)).toEqual(['3', '1']);
    expect(matching(choices, ' ')).toBe(choices);
  });

  test('the order of the arrow keys is the order in which groups are drawn', () => {
    expect(inOrder(choices).map(({ key }) => key)).toEqual(['1', '3', '2']);
  });
});
