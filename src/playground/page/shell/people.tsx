import type { Person } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { Avatar } from './avatar.tsx';
import { hasNews, useLastSeen } from './news.ts';

/** Whoever is chosen here is who you are: the page then shows what that person sees. */
export function People() {
  const { snapshot, me } = usePage();
  const lastSeen = useLastSeen(me.id, snapshot.traffic);
  return (
    <section class="people" aria-labelledby="people-heading">
      <h2 id="people-heading">You are</h2>
      {snapshot.people.map((person) => (
        <PersonButton
          key={person.id}
          person={person}
          news={person.id !== me.id && hasNews(snapshot.traffic, person.id, lastSeen(person.id))}
        />
      ))}
    </section>
  );
}

function PersonButton({ person, news }: { person: Person; news: boolean }) {
  const { me, go } = usePage();
  const role = person.title || (person.isAdmin ? 'Admin' : 'Member');
  return (
    <button
      type="button"
      class="person"
      data-testid={`person-${person.id}`}
      aria-pressed={person.id === me.id}
      title={`${person.realName}, ${role} (${person.locale}, ${person.tz})`}
      onClick={() => go({ person: person.id })}
    >
      <Avatar name={person.realName} color={person.color} />
      <span class="person-text">
        <strong>{person.realName}</strong>
        <small>{role}</small>
      </span>
      {news && (
        <span class="news" title={`Something new for ${person.realName}`}>
          <span class="visually-hidden">has something new</span>
        </span>
      )}
    </button>
  );
}
