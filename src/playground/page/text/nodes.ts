/** What mrkdwn, markdown and rich text all come down to before they are drawn. */
export interface Style {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
}

export type Inline =
  | { kind: 'text'; text: string; style?: Style }
  | { kind: 'styled'; style: 'bold' | 'italic' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[]; style?: Style }
  | { kind: 'user'; id: string }
  | { kind: 'channel'; id: string; label?: string }
  | { kind: 'broadcast'; range: string }
  | { kind: 'date'; unix: number; format: string; fallback: string; url?: string }
  | { kind: 'emoji'; name: string; unicode?: string };

export type Paragraph =
  | { kind: 'text'; children: Inline[] }
  | { kind: 'quote'; children: Inline[] }
  | { kind: 'pre'; text: string }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'list'; ordered: boolean; items: { indent: number; children: Inline[] }[] }
  | { kind: 'table'; rows: Inline[][][] }
  | { kind: 'rule' };

const SAFE_LINK = /^(https?:|mailto:|tel:)/i;

/** Message text can carry any address; only these may become something to click on. */
export function isSafeLink(url: string): boolean {
  return SAFE_LINK.test(url);
}

export function escapeEntities(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
