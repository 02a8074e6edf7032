import type { Fault } from '../../protocol.ts';
import { usePage } from '../context.ts';
import { clearFaults, post, refusal } from '../control/api.ts';
import { MenuButton } from '../shell/menu.tsx';

const FAULTS: { label: string; description: string; fault: Fault }[] = [
  {
    label: 'Turn the next post away (429)',
    description: 'chat.postMessage answers “retry after 3 s” once',
    fault: { method: 'chat.postMessage', times: 1, kind: { rateLimited: { retryAfterSeconds: 3 } } },
  },
  {
    label: 'Be slow for five calls',
    description: 'Slack answers after two seconds',
    fault: { method: '*', times: 5, kind: { delayMs: 2000 } },
  },
  {
    label: 'Lose the next answer',
    description: 'The call is carried out, then the line is cut',
    fault: { method: '*', times: 1, kind: { lostAnswer: true } },
  },
  {
    label: 'Break down once (503)',
    description: 'The next call fails',
    fault: { method: '*', times: 1, kind: { httpStatus: 503 } },
  },
  {
    label: 'Deliver the next request twice',
    description: 'As Slack does now and then',
    fault: { method: 'deliver', times: 1, kind: { repeat: 1 } },
  },
];

/** Ways to misbehave, for watching how the app copes. */
export function FaultMenu() {
  const { tell } = usePage();
  const add = async (fault: Fault) => {
    const answer = await post('faults', fault);
    if (!answer.ok) tell(refusal(answer));
  };
  const items = FAULTS.map(({ label, description, fault }) => ({
    key: label,
    label,
    description,
    choose: () => void add(fault),
  }));
  const calm = { key: 'calm', label: 'Behave again', choose: () => void clearFaults() };
  return (
    <MenuButton
      label="Make Slack misbehave"
      icon="Make Slack misbehave"
      class="link-button"
      items={[...items, calm]}
      above
      testId="faults"
    />
  );
}
