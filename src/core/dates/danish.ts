import { addDays, addMonths, addYears } from 'date-fns';
import { da } from 'date-fns/locale/da';
import { comingDay, comingWeekday, type Day, day, nextWeeksWeekday, pastWeekday } from './calendar.ts';

const DAYS: Record<string, number> = {
  'i forgårs': -2,
  'i går': -1,
  igår: -1,
  'i dag': 0,
  idag: 0,
  'i morgen': 1,
  imorgen: 1,
  'i overmorgen': 2,
  overmorgen: 2,
};
const NUMBERS = 'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten'.split(' ');
const MONTHS = Array.from({ length: 12 }, (_, i) =>
  da.localize.month(i as Parameters<typeof da.localize.month>[0], { width: 'wide' }),
);
const WEEKDAYS = Array.from({ length: 7 }, (_, i) =>
  da.localize.day(i as Parameters<typeof da.localize.day>[0], { width: 'wide' }),
);

/** Index of the name that a word is, or begins (`okt.`), three letters at least. */
function named(word: string, names: readonly string[]): number | undefined {
  const bare = word.replace(/\.$/, '');
  const index = names.findIndex((name) => name === bare || (bare.length >= 3 && name.startsWith(bare)));
  return index < 0 ? undefined : index;
}

/**
 * The day that Danish words mean: `i morgen`, `på fredag`, `om 14 dage`, `for to uger siden`, `næste måned`,
 * `1. februar 2027`, `1/2-2027`. A weekday or a date without a year is the coming one.
 */
export function danishDay(text: string, today: Day): Day | undefined {
  const days = Object.hasOwn(DAYS, text) ? DAYS[text] : undefined;
  if (days !== undefined) return addDays(today, days);
  return weekdayIn(text, today) ?? distanceIn(text, today) ?? dateIn(text, today);
}

function weekdayIn(text: string, today: Day): Day | undefined {
  const [, past] = /^i (\p{L}+)s$/u.exec(text) ?? [];
  const [, which, name, nextWeek] =
    /^(?:(på|nu på|næste|sidste|denne) )?(\p{L}+\.?)( i næste uge)?$/u.exec(text) ?? [];
  const weekday = named(past ?? name ?? '', WEEKDAYS);
  if (weekday === undefined) return undefined;
  if (past !== undefined || which === 'sidste') return nextWeek ? undefined : pastWeekday(today, weekday);
  return which === 'næste' || nextWeek ? nextWeeksWeekday(today, weekday) : comingWeekday(today, weekday);
}

function distanceIn(text: string, today: Day): Day | undefined {
  const [, step, stepUnit] = /^(næste|sidste) (uge|måned|år)$/.exec(text) ?? [];
  if (step && stepUnit) return moved(today, step === 'næste' ? 1 : -1, stepUnit);
  const [, ahead, back, unit, ago] =
    /^(?:om (\d{1,4}|\p{L}+)|for (\d{1,4}|\p{L}+)) (dag|uge|måned|år)(?:e|r|er)?( siden)?$/u.exec(text) ?? [];
  const word = ahead ?? back;
  if (!word || !unit || (back !== undefined) !== (ago !== undefined)) return undefined;
  const number = /^\d/.test(word) ? Number(word) : NUMBERS.indexOf(word === 'et' ? 'en' : word);
  return number < 0 ? undefined : moved(today, back === undefined ? number : -number, unit);
}

function moved(today: Day, by: number, unit: string): Day {
  if (unit === 'dag') return addDays(today, by);
  if (unit === 'uge') return addDays(today, 7 * by);
  return unit === 'år' ? addYears(today, by) : addMonths(today, by);
}

function dateIn(text: string, today: Day): Day | undefined {
  const [, weekday, rest = ''] = /^(?:(\p{L}+\.?),? )?(?:(?:den|d\.) ?)?(\d.*)$/u.exec(text) ?? [];
  const found = numericDate(rest, today) ?? writtenDate(rest, today);
  if (weekday === undefined || weekday === 'den' || weekday === 'd.') return found;
  return found && named(weekday, WEEKDAYS) === found.getDay() ? found : undefined;
}

function numericDate(text: string, today: Day): Day | undefined {
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? [];
  if (isoYear) return day(Number(isoYear), Number(isoMonth), Number(isoDay));
  const [, dayOfMonth, month, year] =
    /^(\d{1,2})[./-] ?(\d{1,2})(?:[./ -] ?(\d{4}|\d{2})|\.)?$/.exec(text) ?? [];
  return dayOfMonth ? inYear(today, year, Number(month), Number(dayOfMonth)) : undefined;
}

function writtenDate(text: string, today: Day): Day | undefined {
  const [, dayOfMonth, word = '', year] =
    /^(\d{1,2})\.? ?(\p{L}+\.?)(?:,? (\d{4}|\d{2}))?$/u.exec(text) ?? [];
  const month = named(word, MONTHS);
  return month === undefined ? undefined : inYear(today, year, month + 1, Number(dayOfMonth));
}

/** Two digits are a year of this century, as far as 49; the rest of the last. */
function inYear(today: Day, year: string | undefined, month: number, dayOfMonth: number): Day | undefined {
  if (year === undefined) return comingDay(today, month, dayOfMonth);
  const number = Number(year);
  return day(year.length > 2 ? number : number < 50 ? 2000 + number : 1900 + number, month, dayOfMonth);
}
