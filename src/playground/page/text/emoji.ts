import { nameToEmoji } from 'gemoji';

/** Slack's names that differ from the ones in the data. */
const ALIASES: Record<string, string> = {
  female_detective: 'woman_detective',
  'male-office-worker': 'man_office_worker',
  'female-office-worker': 'woman_office_worker',
  spiral_calendar_pad: 'spiral_calendar',
  double_vertical_bar: 'pause_button',
  black_square_for_stop: 'stop_button',
  large_red_square: 'red_square',
  simple_smile: 'slightly_smiling_face',
  thinking_face: 'thinking',
  face_with_rolling_eyes: 'roll_eyes',
  lower_left_fountain_pen: 'fountain_pen',
  lower_left_ballpoint_pen: 'pen',
  hugging_face: 'hugs',
};

const NAME = /^[a-z0-9_+'-]+$/;

export function emojiFor(name: string): string | undefined {
  const flag = /^flag-([a-z]{2})$/.exec(name)?.[1];
  if (flag) {
    return String.fromCodePoint(...[...flag].map((letter) => 0x1f1e6 + letter.charCodeAt(0) - 97));
  }
  const plain = name.replace(/^large_(\w+_(?:circle|square))$/, '$1').replace(/^(.*)::skin-tone-\d$/, '$1');
  const known = nameToEmoji as Record<string, string | undefined>;
  for (const candidate of [name, ALIASES[name], plain]) {
    if (candidate && Object.hasOwn(known, candidate)) return known[candidate];
  }
  return undefined;
}

/** `codes` is what Slack's `unicode` field holds: code points in hex, joined by dashes. */
export function emojiFromCodes(codes: string | undefined): string | undefined {
  if (!codes || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(codes)) return undefined;
  return String.fromCodePoint(...codes.split('-').map((code) => Number.parseInt(code, 16)));
}

/** Replaces the shortcodes that are emoji; `12:30:45` and unknown names stay as they are. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+'-]+):/g, (whole, name: string) => emojiFor(name) ?? whole);
}

export function isEmojiName(name: string): boolean {
  return NAME.test(name) && emojiFor(name) !== undefined;
}
