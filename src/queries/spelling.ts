/** Owns how names that are written differently and mean alike become one inside the engine. */

/** Letters and digits alone, small, Thai digits as Arabic ones: as `letters` of `model/plain`, of cells tidied at intake. */
export function spelled(column: string): string {
  return `lower(regexp_replace(translate(${column}, '๐๑๒๓๔๕๖๗๘๙', '0123456789'), '[^\\pL\\pM\\pN]', '', 'g'))`;
}
