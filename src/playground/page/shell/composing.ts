import type { CommandInfo, Snapshot } from '../../protocol.ts';
import { escapeEntities } from '../text/nodes.ts';

/** Commands to offer while the person still types the command's name. */
export function commandsFor(text: string, commands: CommandInfo[]): CommandInfo[] {
  if (!/^\/\S*$/.test(text)) return [];
  return commands.filter((command) => command.command.startsWith(text.toLowerCase()));
}

/** The command that the text runs, once its name is complete. */
export function commandFor(text: string, commands: CommandInfo[]): CommandInfo | undefined {
  const name = /^(\/\S+)\s/.exec(text)?.[1]?.toLowerCase();
  return commands.find((command) => command.command === name);
}

/** `@rita` and `#sales` become what Slack's own client sends for them. */
export function withMentions(
  text: string,
  { people, channels }: Pick<Snapshot, 'people' | 'channels'>,
): string {
  return escapeEntities(text).replace(
    /(^|[\s(])([@#])([\p{L}\p{N}_.-]*[\p{L}\p{N}_-])/gu,
    (whole, before, sign, name) => {
      if (sign === '@') {
        const person = people.find((one) => one.name === name);
        return person ? `${before}<@${person.id}>` : whole;
      }
      const channel = channels.find((one) => one.name === name && one.kind !== 'dm');
      return channel ? `${before}<#${channel.id}|${channel.name}>` : whole;
    },
  );
}
