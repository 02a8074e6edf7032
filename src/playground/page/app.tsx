import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Snapshot } from '../protocol.ts';
import { channelById, type Page, PageContext, personById } from './context.ts';
import { refusal } from './control/api.ts';
import { onFillRefused } from './control/fill-queue.ts';
import { useLive } from './control/live.ts';
import { ModalStack } from './modal/modal-stack.tsx';
import { type Route, useRoute } from './route.ts';
import { ChannelPane } from './shell/channel-pane.tsx';
import { HomePane } from './shell/home-pane.tsx';
import { Sidebar } from './shell/sidebar.tsx';
import { ThreadPane } from './shell/thread-pane.tsx';
import { Toast } from './shell/toast.tsx';
import { useRead } from './shell/unread.ts';
import { DEFAULT_PERSON, firstPerson, firstPlace } from './start.ts';
import { TrafficDrawer } from './traffic/traffic-drawer.tsx';

export function App() {
  const [route, setRoute] = useRoute();
  const { as, snapshot, connected, stranger } = useLive(route.person || DEFAULT_PERSON);
  const [problem, setProblem] = useState<string>();
  const [drafts, setDrafts] = useState<Record<string, string>>({});
  const read = useRead(snapshot, as, route.place);

  useEffect(() => onFillRefused((answer) => setProblem(refusal(answer))), []);
  useEffect(() => {
    const known = route.person !== '' && route.person !== DEFAULT_PERSON;
    if (stranger && known) return setRoute({ person: '', place: route.place }, true);
    const better = snapshot && settle(snapshot, as, route);
    if (better) setRoute(better, true);
  }, [snapshot, as, stranger, route]);

  const team = snapshot?.team.name;
  useEffect(() => {
    document.title = team ? `${team} · Playground` : 'Playground';
  }, [team]);

  const me = snapshot && personById(snapshot, as);
  const page = useMemo<Page | undefined>(() => {
    if (!snapshot || !me) return undefined;
    return {
      snapshot,
      me,
      reader: { locale: me.locale, tz: me.tz },
      route,
      go: (change) => setRoute(moved(route, change)),
      tell: setProblem,
      drafts,
      setDraft: (key, text) => setDrafts((before) => ({ ...before, [key]: text })),
    };
  }, [snapshot, me, route, drafts]);

  if (!page) return <Waiting connected={connected} stranger={stranger} />;
  return (
    <PageContext.Provider value={page}>
      <div class={route.thread ? 'layout with-thread' : 'layout'}>
        <Sidebar read={read} />
        <main>
          {!connected && <Offline />}
          <Place page={page} />
        </main>
        {route.thread && <ThreadPane channel={route.place} ts={route.thread} />}
        <TrafficDrawer />
      </div>
      <ModalStack />
      <Toast text={problem} close={() => setProblem(undefined)} />
    </PageContext.Provider>
  );
}

function Place({ page }: { page: Page }) {
  const { snapshot, route, me } = page;
  if (route.place === 'home') return <HomePane key={me.id} />;
  const channel = channelById(snapshot, route.place);
  return channel ? <ChannelPane channel={channel} /> : null;
}

/** Another person stays in the same channel, if that person can see it; another place closes the thread. */
function moved(route: Route, change: Partial<Route>): Route {
  const { person, place } = { ...route, ...change };
  return change.thread ? { person, place, thread: change.thread } : { person, place };
}

function settle(snapshot: Snapshot, as: string, route: Route): Route | undefined {
  if (!personById(snapshot, route.person)) {
    const person = firstPerson(snapshot);
    return person && { person: person.id, place: route.place };
  }
  if (as !== route.person || route.place === 'home' || channelById(snapshot, route.place)) return undefined;
  return { person: route.person, place: firstPlace(snapshot, route.person) };
}

function Waiting({ connected, stranger }: { connected: boolean; stranger: boolean }) {
  const who = 'There is nobody of that name here. Put a person’s id into the address: #/U0RITA';
  const what = connected ? 'Opening the playground…' : 'The playground does not answer. Trying again…';
  return (
    <p class="waiting" role="status">
      {stranger ? who : what}
    </p>
  );
}

function Offline() {
  return (
    <p class="offline" role="status">
      The playground does not answer. Trying again…
    </p>
  );
}
