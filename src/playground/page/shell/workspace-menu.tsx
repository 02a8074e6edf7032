import { usePage } from '../context.ts';
import { post, refusal } from '../control/api.ts';
import { ChevronIcon } from './icons.tsx';
import { MenuButton } from './menu.tsx';

export function WorkspaceMenu() {
  const { tell } = usePage();
  const reset = async () => {
    const answer = await post('reset', {});
    if (!answer.ok) tell(refusal(answer));
  };
  return (
    <MenuButton
      label="Workspace"
      icon={<ChevronIcon />}
      testId="workspace-menu"
      items={[
        {
          key: 'reset',
          label: 'Clear the playground',
          description: 'Forgets messages, modals and files; the app keeps its data',
          danger: true,
          choose: () => void reset(),
        },
      ]}
    />
  );
}
