/** Something in a file because of which the rest of it cannot be read. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem';
  /** 1-based. */
  readonly line: number;
  /** Its name, or how many come before it. */
  readonly column: string | number | null;
  readonly value: string;

  constructor(line: number, column: string | number | null, value: string, reason: string) {
    super(reason);
    this.line = line;
    this.column = column;
    this.value = value;
  }
}
