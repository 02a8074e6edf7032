import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { MAX_ATTACHMENT_BYTES, type NewFile } from '../../services/attachments/add-attachment.ts';
import { downloadFile } from './download.ts';

const inputs = z.object({
  file: z.array(z.string()).nullish(),
  removeFile: z.array(z.string()).nullish(),
});

/**
 * What was handed in through `fileInputs`, as services take it.
 * @throws InvalidError as `downloadFile`, on field `file`
 */
export async function handedIn(
  client: WebClient,
  form: Record<string, unknown>,
): Promise<{ file?: NewFile; removeFile: boolean }> {
  const { file, removeFile } = inputs.parse(form);
  const [id] = file ?? [];
  return {
    ...(id
      ? { file: await downloadFile(client, id, { field: 'file', maxBytes: MAX_ATTACHMENT_BYTES }) }
      : {}),
    removeFile: (removeFile ?? []).includes('yes'),
  };
}
