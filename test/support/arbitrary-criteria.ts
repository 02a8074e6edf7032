import fc from 'fast-check';
import {
  type FieldName,
  fieldDefinition,
  fieldNames,
  isFamilyField,
  isMembershipField,
} from '../../src/criteria/fields.ts';
import {
  type Condition,
  type Criteria,
  criteriaSchema,
  type Expression,
  type Leaf,
  type Pattern,
} from '../../src/criteria/model.ts';

/** Where values come from: texts of any kind, or those that the test's data hold. */
export interface ValueSource {
  value(field: FieldName): fc.Arbitrary<string>;
  questionnaire: fc.Arbitrary<string>;
  line: fc.Arbitrary<number>;
  question: fc.Arbitrary<string>;
  answer: fc.Arbitrary<string>;
  date: fc.Arbitrary<string>;
  number: fc.Arbitrary<string>;
  /** Whose days `created` and `modified` mean; Copenhagen's unless given. */
  timeZone?: fc.Arbitrary<string>;
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

const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Texts of every kind, for reading and writing. */
export const anyValues: ValueSource = {
  value: () => text,
  questionnaire: fc.oneof(text, fc.constant('PERSON')),
  line: fc.integer({ min: 1, max: 2147483647 }),
  question: fc.oneof(text, fc.constant('Hobbies')),
  answer: fc.oneof(text, fc.constantFrom('Golf', '1..99')),
  date: anyDate,
  number: fc.integer({ min: 0, max: 999_999_999_999 }).map(String),
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
  if (definition.kind === 'date' || definition.kind === 'number') {
    const ordered = orderedOf(source[definition.kind]);
    return definition.blankable
      ? fc.oneof({ weight: 4, arbitrary: ordered }, { weight: 1, arbitrary: blank })
      : ordered;
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

/** A test of days or numbers. */
const orderedOf = (value: fc.Arbitrary<string>): fc.Arbitrary<Leaf> =>
  fc.oneof(
    fc.record({ op: fc.constantFrom('eq' as const, 'ne' as const), value }),
    fc.record({ op: fc.constantFrom('lt' as const, 'le' as const, 'gt' as const, 'ge' as const), value }),
    fc.record({ op: fc.constant('range' as const), from: value, to: value }, { requiredKeys: ['op'] }),
  );

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

/** Half of all terms are of these, so that they stand together often. */
const NEWEST = fieldNames.filter((name) => isFamilyField(name) || isMembershipField(name));

/** A sound term, as reading a tree gives it. */
function termOf(source: ValueSource): fc.Arbitrary<Condition> {
  return fc
    .oneof(fc.constantFrom(...fieldNames), fc.constantFrom(...NEWEST))
    .chain((field) => expressionOf(field, source).map((expression) => ({ field, expression })))
    .map((term) => criteriaSchema.safeParse({ version: 2, all: [term] }).data?.all[0])
    .filter((term) => term !== undefined);
}

/** A term, or several put together, not deeper than may be. */
const conditionOf = (source: ValueSource): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition; term: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      { weight: 5, arbitrary: tie('term') },
      {
        weight: 2,
        arbitrary: fc.record({
          op: fc.constantFrom('all' as const, 'any' as const),
          of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ op: fc.constant('not' as const), of: tie('condition') }) },
    ),
    term: termOf(source),
  })).condition;

/** Criteria of up to so many conditions. */
export const arbitraryCriteria = (source: ValueSource, maxLength = 3): fc.Arbitrary<Criteria> =>
  fc
    .record({
      all: fc.array(conditionOf(source), { maxLength }),
      timeZone: source.timeZone ?? fc.constant('Europe/Copenhagen'),
    })
    .map((tree) => criteriaSchema.parse({ version: 2, ...tree }));

/** Criteria of terms only, as the first version had them. */
export const arbitraryTerms = (source: ValueSource, maxLength = 3): fc.Arbitrary<Criteria> =>
  fc
    .array(termOf(source), { maxLength })
    .map((all) => criteriaSchema.parse({ version: 2, all, timeZone: 'Europe/Copenhagen' }));
