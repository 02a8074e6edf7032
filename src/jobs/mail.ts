import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { SendMail } from '../services/sending/send-mails.ts';

const CONNECT_MS = 20_000;

/** What the mail server says of one e-mail, apart from what is wrong with the server itself. */
const answer = z.object({
  code: z.enum(['EENVELOPE', 'EMESSAGE']),
  responseCode: z.number().optional(),
});

/** Opens connections to a mail server as they are needed. @param url `smtp://` or `smtps://`, with user and password */
export function openMail({ url, from }: { url: string; from: string }): { send: SendMail; close(): void } {
  const transport = createTransport(
    { url, pool: true, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: 60_000 },
    { from },
  );
  return {
    async send({ attachment, ...mail }) {
      const { fileName: filename, mediaType: contentType, content } = attachment;
      try {
        await transport.sendMail({ ...mail, attachments: [{ filename, contentType, content }] });
        return 'sent';
      } catch (error) {
        const said = answer.safeParse(error);
        if (!said.success) throw error;
        return (said.data.responseCode ?? 500) >= 500 ? 'refused' : 'later';
      }
    },
    close: () => transport.close(),
  };
}
