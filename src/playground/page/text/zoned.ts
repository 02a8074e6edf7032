/** `2026-11-23T09:30` for an instant, as clocks in that zone show it. */
export function toLocalInput(unix: number, tz: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: tz, dateStyle: 'short', timeStyle: 'short' });
  return format.format(new Date(unix * 1000)).replace(' ', 'T');
}

/** The other way round. A time that the clock skips in spring comes out one hour later. */
export function fromLocalInput(text: string, tz: string): number {
  const wanted = Date.parse(`${text}Z`) / 1000;
  const offset = (at: number) => Date.parse(`${toLocalInput(at, tz)}Z`) / 1000 - Math.floor(at / 60) * 60;
  const guess = wanted - offset(wanted);
  return wanted - offset(guess);
}
