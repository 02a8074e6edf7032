import { listSegments } from '../../../services/segments/list-segments.ts';
import { showSegment } from '../../../services/segments/show-segment.ts';
import type { Case } from './types.ts';

/** Opening the card of a large segment, and the list. By hand only the rows they are mostly made of. */
export const readingCases: Case[] = [
  {
    name: 'open the card of half',
    writes: false,
    service: async ({ rep, half }) => (await showSegment(rep, { no: half })).contacts.length,
    floor: async ({ sql, workspaceId, half }) => {
      const rows = await sql.unsafe(`
        select l.line_no, c.no, c.name, c.type, c.company_name, c.city, c.email, s.*
        from segments s
        join segment_lines l on l.workspace_id = s.workspace_id and l.segment_id = s.id and l.live
        join contacts c on c.workspace_id = l.workspace_id and c.id = l.contact_id
        where s.workspace_id = ${workspaceId} and s.no = '${half}'
        order by l.line_no limit 10`);
      return rows.length;
    },
  },
  {
    name: 'list the segments',
    writes: false,
    service: async ({ rep }) => (await listSegments(rep)).segments.length,
    floor: async ({ sql, workspaceId }) => {
      const rows = await sql.unsafe(`
        select s.*, count(*) over () from segments s
        where workspace_id = ${workspaceId} and state <> 'logged' order by changed_at desc, id desc limit 10`);
      return rows.length;
    },
  },
];
