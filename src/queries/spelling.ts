/** Owns how names that are written differently and mean alike become one inside the engine. */

import { untold } from '../model/group.ts';

/** Letters and digits alone, small, Thai digits as Arabic ones: as `letters` of `model/plain`, of cells tidied at intake. */
export function spelled(column: string): string {
  return `lower(regexp_replace(translate(${column}, '๐๑๒๓๔๕๖๗๘๙', '0123456789'), '[^\\pL\\pM\\pN]', '', 'g'))`;
}

/** What somebody wrote, so that a link can name it without holding it. */
export function mark(column: string): string {
  return `coalesce(substr(md5(${column}), 1, 12), '${untold}')`;
}
