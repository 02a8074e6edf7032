import { describe, expect, it } from 'vitest';
import { InvalidError } from '../../../src/core/errors.ts';
import { closeForm, readCloseForm } from '../../../src/slack/opportunities/close-form.ts';
import { editForm, newForm, readOpportunityForm } from '../../../src/slack/opportunities/form.ts';
import { segmentForm } from '../../../src/slack/opportunities/segment-form.ts';
import { textOf, validView } from '../../support/valid-slack.ts';
import { NOON } from '../../support/workspace.ts';

import { card, reader, unknown } from './sample.ts';

describe('the forms', () => {
  const ctx = { ...reader, now: () => NOON, locale: 'en' } as Parameters<typeof readOpportunityForm>[0];
  const fieldsOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof InvalidError) return error.fields.map(({ field, code }) => `${field} ${code}`);
      throw error;
    }
    return [];
  };
  const filled = { contact: 'CT000003', description: 'Oak', priority: 'normal' };

  it('start with what is known', () => {
    validView(newForm({ locale: 'da', currency: 'DKK' }));
    const view = validView(editForm('en', card()));
    expect(JSON.stringify(view)).toContain('"initial_value":"2026-12-18"');
    expect(JSON.stringify(view)).toContain('"initial_value":"25"');
    validView(editForm('en', card(unknown)));
    expect(textOf(validView(closeForm('en', card(), 'won')).blocks)).toContain('What did it come to? (EUR)');
    expect(textOf(validView(closeForm('da', card(), 'lost')).blocks)).not.toContain('Hvad blev det til');
  });

  it('let the campaign be none again, and the salesperson of a new one', () => {
    const none = readOpportunityForm(ctx, { ...filled, campaign: '-', salesperson: '-' }).values;
    expect(none).toMatchObject({ campaignNo: null, salespersonCode: null });
    const some = readOpportunityForm(ctx, { ...filled, campaign: 'CP1001', salesperson: 'RR' }).values;
    expect(some).toMatchObject({ campaignNo: 'CP1001', salespersonCode: 'RR' });
    const started = newForm({ locale: 'en', currency: 'EUR' });
    expect(JSON.stringify(started)).toMatch(/"field\.campaigns".*"field\.salespeople"/);
    expect(textOf(started.blocks)).toContain('Left blank, it is your own');
    const edited = validView(editForm('en', card()));
    expect(JSON.stringify(edited)).toContain('"field.campaigns"');
    // One that exists always has a salesperson.
    expect(textOf(edited.blocks)).not.toContain('Left blank');
    expect(JSON.stringify(edited)).toContain('"opportunity.find-salesperson"');
  });

  it('read a day in words, in the reader’s language and zone', () => {
    const close = (estimatedClose: string, locale: 'en' | 'da' = 'en') =>
      readOpportunityForm({ ...ctx, locale }, { ...filled, estimatedClose }).values.estimatedClose;
    expect([close('in 3 weeks'), close('om 3 uger', 'da'), close('')]).toEqual([
      '2026-12-14',
      '2026-12-14',
      null,
    ]);
    expect(fieldsOf(() => close('one day'))).toEqual(['estimatedClose date_not_understood']);
    expect(fieldsOf(() => close('1/1/1700'))).toEqual(['estimatedClose date_out_of_range']);
    const closed = (date: string, locale: 'en' | 'da' = 'en') =>
      readCloseForm({ ...ctx, locale }, { date, reason: 'Price' }).date;
    expect([closed('today'), closed('friday'), closed('i går', 'da')]).toEqual([
      '2026-11-23',
      '2026-11-20',
      '2026-11-22',
    ]);
    expect(fieldsOf(() => closed(''))).toEqual(['date date_not_understood']);
  });

  it('take nothing from a client that they did not ask for', () => {
    expect(
      readOpportunityForm(ctx, { ...filled, estimatedValue: '12,5', chances: '1e3' }).values,
    ).toMatchObject({
      estimatedValue: '12.5',
      chances: 1000,
    });
    expect(() => readOpportunityForm(ctx, { ...filled, priority: 'urgent' })).toThrow();
    expect(() => readOpportunityForm(ctx, { ...filled, contact: 'C'.repeat(21) })).toThrow();
  });

  it('say how many a segment makes, and ask about those that have one', () => {
    const preview = {
      no: 'SM00001',
      description: 'Autumn',
      version: 4,
      contacts: 64,
      blocked: 1,
      existing: 0,
    };
    const plain = textOf(validView(segmentForm('en', preview)).blocks);
    expect(plain).toContain('*63 opportunities* are created.');
    expect(plain).toContain('1 contact is left out');
    const asked = validView(segmentForm('en', { ...preview, existing: 60 }));
    expect(textOf(asked.blocks)).toContain('Skip them (3 new)');
    expect(textOf(asked.blocks)).toContain('Give them another one (63 new)');
    expect(JSON.stringify(asked)).toMatch(/"initial_option":\{[^}]*\{[^}]*\},"value":"skip"/);
    expect(textOf(validView(segmentForm('en', { ...preview, existing: 63 })))).toContain('(nothing new)');
    const danish = textOf(validView(segmentForm('da', preview)));
    expect(danish).toContain('Der oprettes *63 salgsmuligheder*');
    expect(danish).toContain('1 kontakt udelades, fordi den er blokeret');
    expect(textOf(segmentForm('da', { ...preview, blocked: 2 }))).toContain(
      '2 kontakter udelades, fordi de er blokeret',
    );
  });
});
