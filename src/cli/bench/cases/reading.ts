import { listSegments } from '../../../services/segments/list-segments.ts';
import { showSegment } from '../../../services/segments/show-segment.ts';
import { type Header, headers } from '../floor/headers.ts';
import type { Case } from './types.ts';

/** Opening the card of a large segment, and the list; by hand without looking up who may do what. */
export const readingCases: Case[] = [
  {
    name: 'open the card of half',
    writes: false,
    service: async ({ rep, half }) => (await showSegment(rep, { no: half })).contacts.length,
    floor: async ({ sql, workspaceId, half }) => {
      const [header] = await sql.unsafe<Header[]>(headers(workspaceId, `s.no = '${half}'`));
      const ofSegment = `workspace_id = ${workspaceId} and segment_id = ${header?.id}`;
      await sql.unsafe(`select * from segment_steps where ${ofSegment} order by no desc limit 10`);
      await sql.unsafe(`select * from approval_requests where ${ofSegment} order by id desc limit 1`);
      const lines = await sql.unsafe(`
        select l.line_no, c.no, c.name, c.type, c.company_name, c.city, c.email
        from segment_lines l join contacts c on c.workspace_id = ${workspaceId} and c.id = l.contact_id
        where l.workspace_id = ${workspaceId} and l.segment_id = ${header?.id} and l.live
        order by l.line_no limit 10`);
      return lines.length;
    },
  },
  {
    name: 'list the segments',
    writes: false,
    service: async ({ rep }) => (await listSegments(rep)).segments.length,
    floor: async ({ sql, workspaceId }) => {
      const ongoing = `s.state not in ('logged', 'deleted')`;
      const page = `${ongoing} order by s.changed_at desc, s.id desc limit 11`;
      const rows = await sql.unsafe<Header[]>(headers(workspaceId, page));
      await sql.unsafe(
        `select count(*) from segments s where s.workspace_id = ${workspaceId} and ${ongoing}`,
      );
      return rows.length;
    },
  },
];
