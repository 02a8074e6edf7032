import { useEffect } from 'preact/hooks';
import { Blocks } from '../blocks/blocks.tsx';
import { useLocalScope } from '../blocks/scope.ts';
import { usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { asSlackView } from '../modal/slack-view.ts';
import { AppTabs } from './app-tabs.tsx';
import { AppIcon } from './icons.tsx';

export function HomePane() {
  const { snapshot, me, tell } = usePage();
  const scope = useLocalScope({ home: true });
  useEffect(() => {
    void post('home', { as: me.id }).then((answer) => {
      if (!answer.ok) tell(refusal(answer));
    });
  }, [me.id]);
  return (
    <section class="pane" aria-label={`${snapshot.app.name} home`}>
      <header class="pane-head">
        <AppIcon />
        <h2>{snapshot.app.name}</h2>
        <AppTabs current="home" />
      </header>
      <div class="home" data-testid="app-home">
        {snapshot.home ? (
          <Blocks blocks={asSlackView(snapshot.home).blocks} scope={scope} />
        ) : (
          <p class="home-empty">{snapshot.app.name} has not published a home for you yet.</p>
        )}
      </div>
    </section>
  );
}
