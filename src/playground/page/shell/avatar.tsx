import { AppIcon } from './icons.tsx';

interface AvatarProps {
  name: string;
  color: string;
  small?: boolean;
}

export function Avatar({ name, color, small = false }: AvatarProps) {
  return (
    <span
      class={small ? 'avatar small' : 'avatar'}
      style={{ backgroundColor: color, color: inkOn(color) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

export function AppAvatar() {
  return (
    <span class="avatar app" aria-hidden="true">
      <AppIcon />
    </span>
  );
}

/** Dark letters on light colours, white ones on dark. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#14212a' : '#ffffff';
}

export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => word?.charAt(0) ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
