import type { FileInfo } from '../../protocol.ts';
import { type Answer, answerOf } from './api.ts';

/** Puts files into the playground; a `file_input` then names them in its state. */
export async function upload(as: string, files: File[]): Promise<Answer<{ files: FileInfo[] }>> {
  const done: FileInfo[] = [];
  for (const file of files) {
    const query = new URLSearchParams({ as, name: file.name });
    const answer = await answerOf<{ file: FileInfo }>(
      fetch(`/control/upload?${query}`, {
        method: 'POST',
        headers: { 'content-type': file.type || 'application/octet-stream' },
        body: file,
      }),
    );
    if (!answer.ok) return answer;
    done.push(answer.file);
  }
  return { ok: true, files: done };
}
