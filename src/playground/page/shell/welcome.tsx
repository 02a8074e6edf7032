import type { Channel, Person } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { Avatar } from './avatar.tsx';

/** The first thing in every channel: where one is, and what to try. */
export function Welcome({ channel, empty }: { channel: Channel; empty: boolean }) {
  const { snapshot } = usePage();
  if (channel.kind === 'dm') {
    return (
      <div class="intro">
        <p>Here {snapshot.app.name} writes to you alone. Nobody else sees it.</p>
      </div>
    );
  }
  return (
    <div class="intro">
      <h3>#{channel.name}</h3>
      <p>
        {channel.kind === 'private' ? 'A private channel. ' : ''}
        This is the beginning of #{channel.name}.
      </p>
      {empty && channel.botIsMember && <FirstSteps channel={channel} />}
    </div>
  );
}

function FirstSteps({ channel }: { channel: Channel }) {
  const { snapshot, me, go } = usePage();
  const rep = findRole(snapshot.people, /rep\b|sales|sælger/i) ?? snapshot.people[0];
  const manager = findRole(snapshot.people, /manager|leder|chef/i);
  return (
    <div class="welcome" data-testid="welcome">
      <h4>Welcome. This is a small Slack of your own.</h4>
      <p>
        It runs on this machine only, nothing leaves it. Work with {snapshot.app.name} just as your team would
        in Slack.
      </p>
      <ol>
        {rep && (
          <li>
            {me.id === rep.id ? (
              <>
                You are <Who person={rep} />. Others are one click away, top left.
              </>
            ) : (
              <>
                You are {me.realName} now. To begin, be{' '}
                <button type="button" class="try" onClick={() => go({ person: rep.id })}>
                  <Who person={rep} />
                </button>
              </>
            )}
          </li>
        )}
        <li>
          Try <Try command={firstCommand(snapshot.app.commands)} channel={channel} />, then press Enter.
        </li>
        {manager && (
          <li>
            Something to approve? Become{' '}
            <button type="button" class="try" onClick={() => go({ person: manager.id })}>
              <Who person={manager} />
            </button>
          </li>
        )}
        <li>What went over the wire is in the traffic log below.</li>
      </ol>
    </div>
  );
}

function Try({ command, channel }: { command: string; channel: Channel }) {
  const { me, setDraft } = usePage();
  const take = () => {
    setDraft(`${me.id}/${channel.id}/`, command);
    document.querySelector<HTMLElement>('[data-testid=composer]')?.focus();
  };
  return (
    <button type="button" class="try" data-testid="try" onClick={take}>
      <code>{command}</code>
    </button>
  );
}

function Who({ person }: { person: Person }) {
  return (
    <span class="who">
      <Avatar name={person.realName} color={person.color} small /> <strong>{person.realName}</strong>,{' '}
      {person.title}
    </span>
  );
}

function findRole(people: Person[], role: RegExp): Person | undefined {
  return people.find((person) => role.test(person.title) && !person.isOwner);
}

function firstCommand(commands: { command: string }[]): string {
  const names = commands.map((command) => command.command);
  return names.includes('/segment') ? '/segment new' : (names[0] ?? '/');
}
