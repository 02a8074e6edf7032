import { usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { BoltIcon } from './icons.tsx';
import { MenuButton } from './menu.tsx';

/** The app's global shortcuts, behind the lightning. */
export function ShortcutMenu() {
  const { snapshot, me, tell } = usePage();
  const run = async (callbackId: string) => {
    const answer = await post('shortcut', { as: me.id, callbackId });
    if (!answer.ok) tell(refusal(answer));
  };
  const items = snapshot.app.shortcuts
    .filter((shortcut) => shortcut.type === 'global')
    .map((shortcut) => ({
      key: shortcut.callbackId,
      label: shortcut.name,
      description: snapshot.app.name,
      choose: () => void run(shortcut.callbackId),
    }));
  return (
    <MenuButton
      label="Shortcuts"
      icon={<BoltIcon />}
      items={items}
      heading="Shortcuts"
      empty="The app has no global shortcuts"
      align="start"
      above
      testId="shortcuts"
    />
  );
}
