import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { executor, type MemberContext } from '../../core/context.ts';
import { requireInsider } from '../../core/permissions.ts';
import { attachments, languages } from '../../db/schema/index.ts';
import type { LanguageText } from '../templates/show-template.ts';
import { readHeader } from './header.ts';

const showTextsInput = z.object({ no: z.string().max(20) });

export interface SegmentTexts {
  segmentNo: string;
  description: string;
  version: number;
  /** Without one there are no texts (`domain.md` §5). */
  templateCode: string | null;
  /** The default language. */
  language: { code: string; description: string } | null;
  texts: LanguageText[];
}

/** What a segment says and encloses in each language. @throws NotFoundError segment_not_found */
export async function showTexts(
  ctx: MemberContext,
  input: z.input<typeof showTextsInput>,
): Promise<SegmentTexts> {
  requireInsider(ctx);
  const header = await readHeader(ctx, showTextsInput.parse(input).no);
  const codes = Object.keys(header.languages).sort();
  const ids = Object.values(header.languages).flatMap(({ attachmentId }) => attachmentId ?? []);
  const { id, fileName, mediaType, size } = attachments;
  const db = executor(ctx);
  const files = await db
    .select({ id, fileName, mediaType, size })
    .from(attachments)
    .where(and(eq(attachments.workspaceId, ctx.workspaceId), inArray(id, ids)));
  const named = await db
    .select({ code: languages.code, description: languages.description })
    .from(languages)
    .where(and(eq(languages.workspaceId, ctx.workspaceId), inArray(languages.code, codes)));
  return {
    segmentNo: header.no,
    description: header.description,
    version: header.version,
    templateCode: header.template?.code ?? null,
    language: header.language,
    texts: codes.flatMap((code) => {
      const row = header.languages[code];
      if (!row) return [];
      const { description, subject, attachmentId } = row;
      return {
        language: named.find((language) => language.code === code) ?? { code, description: code },
        description,
        subject,
        attachment: files.find((file) => file.id === attachmentId) ?? null,
      };
    }),
  };
}
