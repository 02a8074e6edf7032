import type { Context } from '../../core/context.ts';
import type { DescribeOptions } from '../../criteria/describe.ts';
import { loadNames } from '../../services/criteria/load-names.ts';
import type { StepInput } from '../../services/segments/types.ts';

/** Who reads a card or an answer, and what the codes in its criteria are called. */
export interface Reader extends DescribeOptions {
  timeZone: string;
}

export async function readerOf(ctx: Context, inputs: readonly StepInput[]): Promise<Reader> {
  const criteria = inputs.flatMap((input) => ('criteria' in input ? [input.criteria] : []));
  const names = await loadNames(ctx, criteria);
  return { locale: ctx.locale, timeZone: ctx.timeZone, names };
}
