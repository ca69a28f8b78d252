/** Owns what every exported table is: a named sheet of cells, the header first. */

/** A code is text, so that it loses no digit; a number is what is reckoned with. */
export type SheetCell = string | number;

export interface Sheet {
  readonly name: string;
  /** The first row is the header. */
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A file ready to be saved. */
export interface Saved {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A name that every file system takes, without an ending. */
export function fileName(...parts: readonly string[]): string {
  const whole = parts.filter((part) => part !== '').join(' ');
  return whole
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 120);
}
