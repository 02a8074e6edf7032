import { sql } from 'drizzle-orm';
import type { TransactionContext } from '../../core/context.ts';
import { changeHeader } from './change-header.ts';
import { changeLine } from './change-line.ts';
import { addListedLines, copyLines } from './copied-lines.ts';
import { editLines, removeProblemLines } from './edit-lines.ts';
import { addContactLine, addLines, type LineChange, reuseLines, type Target } from './membership.ts';
import { removeByCriteria, removeLines } from './remove-lines.ts';
import type { StepInput } from './types.ts';

/** Carries out one step, as a few statements, whatever the number of contacts. */
export function changeLines(ctx: TransactionContext, target: Target, input: StepInput): Promise<LineChange> {
  switch (input.kind) {
    case 'add':
      return addLines(ctx, target, input);
    case 'reduce':
    case 'refine':
      return removeByCriteria(ctx, target, input);
    case 'reuse-logged':
      return reuseLines(ctx, target, input);
    case 'copy-segment':
      return copyLines(ctx, target, input.segmentNo);
    case 'people-list':
      return addListedLines(ctx, target, input.listId);
    case 'add-contact':
      return addContactLine(ctx, target, input.contactNo);
    case 'remove-line':
      return removeLines(ctx, target, sql`l.line_no = ${input.lineNo}`);
    case 'edit-line':
      return changeLine(ctx, target, input);
    case 'edit-lines':
      return editLines(ctx, target, input);
    case 'remove-lines':
      return removeProblemLines(ctx, target, input);
    case 'header':
      return changeHeader(ctx, target, input);
  }
}
