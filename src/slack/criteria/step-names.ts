import type { Context } from '../../core/context.ts';
import type { CodeNames } from '../../criteria/describe.ts';
import { loadNames } from '../../services/criteria/load-names.ts';
import type { StepInput } from '../../services/segments/types.ts';

/** What the codes in the criteria of steps are called. */
export const stepNames = (ctx: Context, inputs: readonly StepInput[]): Promise<CodeNames> =>
  loadNames(
    ctx,
    inputs.flatMap((input) => ('criteria' in input ? [input.criteria] : [])),
  );
