/** Owns how a figure comes about: the question that counts it alone, with the parts of a share. */
import type { Question } from '../engine/engine.ts';
import type { Listed } from '../model/listing.ts';
import type { Subject } from '../model/subject.ts';
import { behind, countedBy, type Besides } from './listing.ts';
import { countSql, measureSql } from './measures.ts';

/** `part` and `whole` are null but of a share; `rows` is how many rows stand behind the value. */
export type ExplainedRow = { value: number | null; part: number | null; whole: number | null; all: number };

/** One row; null where the measure counts no rows. See `behind` for what is to be the area of the subject. */
export function explaining(subject: Subject, listed: Listed, besides?: Besides): Question | null {
  const rows = behind(subject, listed, besides);
  const measure = countedBy(listed);
  if (rows === null || measure?.value == null) return null;
  const { value } = measure;
  const parts =
    'share' in value
      ? `(${countSql(value.share)})::double as part, (${countSql(value.of)})::double as whole`
      : 'null::double as part, null::double as whole';
  return {
    sql: `${rows.sql} select (${measureSql(measure)})::double as value, ${parts}, count(*)::double as "all"
      from ${rows.from} where true${rows.where}`,
    params: rows.params,
  };
}
