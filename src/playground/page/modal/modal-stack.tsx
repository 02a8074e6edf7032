import { usePage } from '../context.ts';
import { Modal } from './modal.tsx';

/** Only the topmost view can be used; the ones beneath it peek out behind. */
export function ModalStack() {
  const { snapshot } = usePage();
  const top = snapshot.views.at(-1);
  return top ? <Modal key={top.id} open={top} depth={snapshot.views.length} /> : null;
}
