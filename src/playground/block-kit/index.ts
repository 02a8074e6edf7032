export interface Problem {
  error: string;
  message: string;
  pointer: string;
}
export function validateMessage(_payload: unknown): Problem[] {
  return [];
}
export function validateView(_view: unknown): Problem[] {
  return [];
}
export function validateOptions(_answer: unknown): Problem[] {
  return [];
}
