/** Owns what every exported table is: a named sheet of texts, the header first. */

export interface Sheet {
  readonly name: string;
  /** The first row is the header. All cells are text, so that no code loses a digit. */
  readonly rows: readonly (readonly string[])[];
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
