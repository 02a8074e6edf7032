import type { ComponentChildren } from 'preact';

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function ChannelIcon({ kind }: { kind: string }) {
  if (kind === 'dm') return <AppIcon />;
  return (
    <Icon>
      {kind === 'private' ? (
        <path d="M5.5 9V6.5a4.5 4.5 0 0 1 9 0V9M4 9h12v8H4z" />
      ) : (
        <path d="M8 3 6 17M14 3l-2 14M3.5 7.5h13.5M3 12.5h13.5" />
      )}
    </Icon>
  );
}

export function AppIcon() {
  return (
    <Icon>
      <path d="M10 3a7 7 0 1 0 7 7h-7z" />
      <path d="M13 3.2A7 7 0 0 1 16.8 7H13z" />
    </Icon>
  );
}

export function HomeIcon() {
  return (
    <Icon>
      <path d="M3 9.5 10 3.5l7 6M5 8.5V16.5h10V8.5" />
    </Icon>
  );
}

export function BoltIcon() {
  return (
    <Icon>
      <path d="M11 2.5 4.5 11H9l-.5 6.5L15.5 9H11z" />
    </Icon>
  );
}

export function SendIcon() {
  return (
    <Icon>
      <path d="M3 3.5 17 10 3 16.5 5 10z M5 10h6" />
    </Icon>
  );
}

export function ReplyIcon() {
  return (
    <Icon>
      <path d="M3.5 4h13v9.5H9L5.5 16.5v-3h-2z" />
    </Icon>
  );
}

export function MoreIcon() {
  return (
    <Icon>
      <path
        class="fill"
        d="M4 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8M10 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8M16 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8"
      />
    </Icon>
  );
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m4.5 4.5 11 11M15.5 4.5l-11 11" />
    </Icon>
  );
}

export function BackIcon() {
  return (
    <Icon>
      <path d="M12.5 4 6.5 10l6 6" />
    </Icon>
  );
}

export function ChevronIcon() {
  return (
    <Icon>
      <path d="m5.5 8 4.5 4.5L14.5 8" />
    </Icon>
  );
}

export function TrashIcon() {
  return (
    <Icon>
      <path d="M3.5 5.5h13M8 5V3.5h4V5M5 5.5l.8 11h8.4l.8-11M8.5 8.5v5M11.5 8.5v5" />
    </Icon>
  );
}

export function FileIcon() {
  return (
    <Icon>
      <path d="M5 2.5h6.5L15 6v11.5H5zM11 2.5V6.5h4" />
    </Icon>
  );
}

export function EyeIcon() {
  return (
    <Icon>
      <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z M10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4" />
    </Icon>
  );
}
