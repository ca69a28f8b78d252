/** Owns how a personal value is shown to someone who has not asked to see it. */
import { columnOf, type ColumnId } from './columns.ts';

/** Tells that something stands there and nothing else; a code keeps its last three signs, by which its owner finds it. */
export function mask(column: ColumnId, value: string): string {
  if (!columnOf[column].personal) return value;
  return columnOf[column].id === 'house_code' && value.length > 6 ? `…${value.slice(-3)}` : '…';
}
