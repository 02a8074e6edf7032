import fc from 'fast-check';
import { type FieldName, fieldDefinition, fieldNames } from '../../src/criteria/fields.ts';
import {
  type Criteria,
  criteriaSchema,
  type Expression,
  type Leaf,
  type Pattern,
  type Term,
} from '../../src/criteria/model.ts';

/** Where values come from: texts of any kind, or those that the test's data hold. */
export interface ValueSource {
  value(field: FieldName): fc.Arbitrary<string>;
  questionnaire: fc.Arbitrary<string>;
  line: fc.Arbitrary<number>;
  question: fc.Arbitrary<string>;
  answer: fc.Arbitrary<string>;
}

const specials = fc.string({
  unit: fc.constantFrom(...`|&<>=@()*?'"“”‘’.:/\\%_ aÅæ1-\n`),
  minLength: 1,
  maxLength: 6,
});
const anyText = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 8 })
  .filter((text) => !text.includes('\0'));
const text = fc.oneof(
  specials,
  anyText,
  fc.constantFrom('A/S', 'O’Brien', '1..99', 'PERSON/60000', 'Marks & Spencer'),
);

/** Texts of every kind, for reading and writing. */
export const anyValues: ValueSource = {
  value: () => text,
  questionnaire: fc.oneof(text, fc.constant('PERSON')),
  line: fc.integer({ min: 1, max: 2147483647 }),
  question: fc.oneof(text, fc.constant('Hobbies')),
  answer: fc.oneof(text, fc.constantFrom('Golf', '1..99')),
};

const wild = fc.constantFrom({ wild: '*' } as const, { wild: '?' } as const);

function patternOf(value: fc.Arbitrary<string>): fc.Arbitrary<Pattern> {
  const part = fc.oneof(
    wild,
    value.map((whole) => ({ text: whole })),
    // A piece of a value, so that patterns do fit now and then.
    fc
      .tuple(value, fc.nat(4), fc.integer({ min: 1, max: 4 }))
      .map(([whole, from, length]) => ({ text: [...whole].slice(from, from + length).join('') || whole })),
  );
  return fc
    .array(part, { minLength: 1, maxLength: 4 })
    .map((parts) => parts.filter((one, i) => !('text' in one && 'text' in (parts[i - 1] ?? {}))));
}

function leafOf(field: FieldName, source: ValueSource): fc.Arbitrary<Leaf> {
  const definition = fieldDefinition(field);
  const blank = fc.constantFrom<Leaf>({ op: 'blank' }, { op: 'filled' });
  if (definition.kind === 'profile') {
    const { questionnaire, line } = source;
    return fc.oneof(
      blank,
      fc.record({ op: fc.constant('answer' as const), questionnaire, line }),
      fc.record({ op: fc.constant('questionnaire' as const), questionnaire }),
      fc.record(
        {
          op: fc.constant('words' as const),
          question: fc.oneof(
            patternOf(source.question),
            source.question.map((word) => [{ text: word }]),
          ),
          answer: fc.oneof(
            patternOf(source.answer),
            source.answer.map((word) => [{ text: word }]),
          ),
        },
        { requiredKeys: ['op', 'answer'] },
      ),
    );
  }
  const value = definition.values ? fc.constantFrom(...definition.values) : source.value(field);
  const exact = fc.constant(true as const);
  const equal = fc.record(
    { op: fc.constantFrom('eq' as const, 'ne' as const), value, exact },
    { requiredKeys: ['op', 'value'] },
  );
  if (definition.kind === 'choice') return definition.blankable ? fc.oneof(equal, blank) : equal;
  return fc.oneof(
    equal,
    fc.record({ op: fc.constantFrom('lt' as const, 'le' as const, 'gt' as const, 'ge' as const), value }),
    fc.record({ op: fc.constant('range' as const), from: value, to: value }, { requiredKeys: ['op'] }),
    fc.record(
      { op: fc.constantFrom('like' as const, 'unlike' as const), pattern: patternOf(value), exact },
      { requiredKeys: ['op', 'pattern'] },
    ),
    blank,
  );
}

function expressionOf(field: FieldName, source: ValueSource): fc.Arbitrary<Expression> {
  const leaf: fc.Arbitrary<Expression> = leafOf(field, source);
  const group = (of: fc.Arbitrary<Expression>): fc.Arbitrary<Expression> =>
    fc.record({
      op: fc.constantFrom('any' as const, 'all' as const),
      of: fc.array(of, { minLength: 2, maxLength: 3 }),
    });
  const inner = fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: group(leaf) });
  return fc.oneof({ weight: 3, arbitrary: leaf }, { weight: 2, arbitrary: group(inner) });
}

/** A sound term, as reading a tree gives it. */
function termOf(source: ValueSource): fc.Arbitrary<Term> {
  return fc
    .constantFrom(...fieldNames)
    .chain((field) => expressionOf(field, source).map((expression) => ({ field, expression })))
    .map((term) => criteriaSchema.safeParse({ version: 1, all: [term] }).data?.all[0])
    .filter((term) => term !== undefined);
}

/** Criteria of up to so many terms. */
export const arbitraryCriteria = (source: ValueSource, maxLength = 3): fc.Arbitrary<Criteria> =>
  fc.array(termOf(source), { maxLength }).map((all) => ({ version: 1, all }));
