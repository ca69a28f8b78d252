/** Owns the shape of one thing that can be chosen. */

export interface Choice<T extends string = string> {
  readonly value: T;
  readonly label: string;
  /** Said beside the label, a count for example. */
  readonly note?: string;
  readonly disabled?: boolean;
  /** Choices of one group stand together under its name, after those of none. */
  readonly group?: string;
}
