/** Owns what may be told of an area among its neighbours, and the colour and words of each finding. */
import type { Text } from '../model/text.ts';

interface SpotRow {
  readonly id: string;
  readonly title: Text;
  /** Warm is high and cool is low, the deeper the surer; apart for colour-blind eyes, and from the looks of missing values. */
  readonly color: string;
}

const untold = [
  { id: 'not_significant', title: { th: 'ไม่ต่างจากที่อื่นอย่างชัดเจน', en: 'No clear difference' }, color: '#f2f3ea' },
  { id: 'too_few', title: { th: 'ข้อมูลน้อยเกินไปที่จะบอกได้', en: 'Too few to tell' }, color: '#bdb9b2' },
  { id: 'alone', title: { th: 'ไม่มีพื้นที่ข้างเคียงให้เทียบ', en: 'No neighbour to compare with' }, color: '#d9d4cb' },
  { id: 'no_data', title: { th: 'ไม่มีข้อมูล', en: 'No data' }, color: '#e9e6e0' },
] as const satisfies readonly SpotRow[];

/** By Gi*. The percent is how many of the areas so told of are, by expectation, no false alarm. */
export const spots = [
  { id: 'hot_99', title: { th: 'สูงเป็นกลุ่ม ชัดเจนมาก (99%)', en: 'High cluster, very clear (99%)' }, color: '#8c2d04' },
  { id: 'hot_95', title: { th: 'สูงเป็นกลุ่ม ชัดเจน (95%)', en: 'High cluster, clear (95%)' }, color: '#d9651d' },
  { id: 'hot_90', title: { th: 'สูงเป็นกลุ่ม พอเห็นได้ (90%)', en: 'High cluster, fairly clear (90%)' }, color: '#f7b982' },
  { id: 'cold_99', title: { th: 'ต่ำเป็นกลุ่ม ชัดเจนมาก (99%)', en: 'Low cluster, very clear (99%)' }, color: '#0b3c6f' },
  { id: 'cold_95', title: { th: 'ต่ำเป็นกลุ่ม ชัดเจน (95%)', en: 'Low cluster, clear (95%)' }, color: '#3b7cb8' },
  { id: 'cold_90', title: { th: 'ต่ำเป็นกลุ่ม พอเห็นได้ (90%)', en: 'Low cluster, fairly clear (90%)' }, color: '#a3c9e4' },
  ...untold,
] as const satisfies readonly SpotRow[];

/** By local Moran's I: the area itself, then those round it. */
export const quadrants = [
  { id: 'high_high', title: { th: 'สูง รอบข้างก็สูง', en: 'High among high' }, color: '#b3450f' },
  { id: 'low_low', title: { th: 'ต่ำ รอบข้างก็ต่ำ', en: 'Low among low' }, color: '#1f5f9e' },
  { id: 'high_low', title: { th: 'สูงอยู่ท่ามกลางที่ต่ำ', en: 'High among low' }, color: '#f2a65e' },
  { id: 'low_high', title: { th: 'ต่ำอยู่ท่ามกลางที่สูง', en: 'Low among high' }, color: '#93bfe0' },
  ...untold,
] as const satisfies readonly SpotRow[];

export type Untold = (typeof untold)[number]['id'];
export type Spot = (typeof spots)[number]['id'];
export type Quadrant = (typeof quadrants)[number]['id'];
