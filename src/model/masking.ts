/** Owns what hides a cell that may tell whose household it is, until someone asks to see it. */

/** `hiddenLetters`: so many at the end are hidden; null: all of them, however many there are. */
export const masks = {
  tail: { hiddenLetters: 3, sign: '•••' },
  whole: { hiddenLetters: null, sign: '••' },
} as const satisfies Record<string, { readonly hiddenLetters: number | null; readonly sign: string }>;

export type MaskId = keyof typeof masks;
