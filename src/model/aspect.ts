/** Owns the four ท of a household (ทัศนคติ ทักษะ ทรัพยากร ทางออก) and the values known of each. Order of aspects is the code in clean tables. */
import type { ColumnId } from './columns.ts';
import type { Text } from './text.ts';

/** `aliases`: how else it is written; the whole value goes first, then the longest words inside it. */
export interface TraitValue {
  readonly id: string;
  readonly title: Text;
  readonly aliases: readonly string[];
}

export interface Aspect {
  readonly id: ColumnId;
  readonly title: Text;
  readonly values: readonly TraitValue[];
}

const value = (id: string, th: string, en: string, ...aliases: readonly string[]): TraitValue => ({
  id,
  title: { th, en },
  aliases,
});
const other = value('other', 'อื่นๆ', 'Other', 'อื่น ๆ', 'อื่น', 'other');

export const aspects = [
  {
    id: 'attitude',
    title: { th: 'ทัศนคติ', en: 'Attitude' },
    values: [
      value('confident', 'เชื่อมั่นในตนเอง มีความมั่นใจ', 'Confident', 'เชื่อมั่นในตนเอง', 'เชื่อมั่นในตัวเอง', 'มีความมั่นใจ'),
      value(
        'unsure',
        'ไม่มั่นใจ ขาดความเชื่อมั่นในตัวเอง',
        'Lacks confidence',
        'ไม่มั่นใจ',
        'ขาดความเชื่อมั่น',
        'ขาดความเชื่อมั่นในตนเอง',
        'ขาดความเชื่อมั่นในตัวเอง',
        'ไม่มีความมั่นใจ',
        'ขาดความมั่นใจ',
      ),
      value('optimistic', 'มองโลกในแง่ดี', 'Optimistic'),
      value('pessimistic', 'มองโลกในแง่ร้าย', 'Pessimistic'),
      value('creative', 'มีความคิดสร้างสรรค์', 'Creative', 'ความคิดสร้างสรรค์', 'มีความคิดริเริ่ม'),
      value('no_initiative', 'ขาดความคิดริเริ่ม', 'Lacks initiative', 'ไม่มีความคิดริเริ่ม', 'ขาดความคิดสร้างสรรค์'),
      value('diligent', 'มีใจรักในการทำงาน', 'Loves to work', 'ใจรักในการทำงาน', 'ขยันทำงาน', 'ขยันขันแข็ง'),
      value('discouraged', 'ท้อแท้ ไม่มีกำลังใจ', 'Discouraged', 'ท้อแท้', 'ไม่มีกำลังใจ', 'ขาดกำลังใจ', 'หมดกำลังใจ'),
      other,
    ],
  },
  {
    id: 'skill',
    title: { th: 'ทักษะ', en: 'Skills' },
    values: [
      value('farming', 'ทักษะการทำเกษตร', 'Farming', 'การทำเกษตร', 'ทำการเกษตร', 'ด้านการเกษตร', 'เกษตรกรรม'),
      value('livestock', 'ทักษะการเลี้ยงสัตว์', 'Raising animals', 'การเลี้ยงสัตว์', 'เลี้ยงสัตว์'),
      value('craft', 'ทักษะงานฝีมือ/หัตถกรรม', 'Crafts', 'งานฝีมือ', 'หัตถกรรม', 'ทักษะงานฝีมือ', 'งานฝีมือ/หัตถกรรม'),
      value('trading', 'ทักษะการค้าขาย', 'Trading', 'การค้าขาย', 'ค้าขาย'),
      value('money', 'ทักษะการจัดการเงิน', 'Managing money', 'การจัดการเงิน', 'การบริหารเงิน'),
      value('technology', 'ทักษะการใช้เทคโนโลยี', 'Technology', 'การใช้เทคโนโลยี', 'ด้านเทคโนโลยี'),
      value('self_care', 'ทักษะด้านสุขภาพและการดูแลตนเอง', 'Health and self-care', 'ด้านสุขภาพ', 'การดูแลตนเอง', 'ดูแลสุขภาพ'),
      value(
        'cooperation',
        'ทักษะการสื่อสารและการทำงานร่วมกับผู้อื่น',
        'Communication and teamwork',
        'การสื่อสาร',
        'การทำงานร่วมกับผู้อื่น',
      ),
      value(
        'no_skill',
        'ขาดทักษะ/ไม่มีความชำนาญเฉพาะด้าน',
        'No particular skill',
        'ขาดทักษะ',
        'ไม่มีทักษะ',
        'ไม่มีความชำนาญ',
        'ไม่มีความชำนาญเฉพาะด้าน',
      ),
      other,
    ],
  },
  {
    id: 'resource',
    title: { th: 'ทรัพยากร', en: 'Resources' },
    values: [
      value('land', 'มีที่ดินทำกิน', 'Has land to farm', 'มีที่ดิน', 'มีที่ทำกิน'),
      value('no_land', 'ไม่มีที่ดินทำกิน', 'No land to farm', 'ไม่มีที่ดิน', 'ไม่มีที่ทำกิน', 'ขาดที่ดินทำกิน'),
      value(
        'own_home',
        'มีบ้านที่อยู่อาศัยเป็นของตนเอง',
        'Owns the home',
        'มีบ้านเป็นของตนเอง',
        'มีที่อยู่อาศัยเป็นของตนเอง',
        'มีบ้านของตนเอง',
      ),
      value(
        'no_home',
        'เช่าบ้าน/อาศัยบ้านผู้อื่น',
        'Rents or lives with others',
        'เช่าบ้าน',
        'บ้านเช่า',
        'อาศัยบ้านผู้อื่น',
        'ไม่มีบ้านเป็นของตนเอง',
        'ไม่มีที่อยู่อาศัยเป็นของตนเอง',
      ),
      value('tools', 'มีเครื่องมือทำการเกษตร', 'Has farm tools', 'มีเครื่องมือทางการเกษตร'),
      value(
        'no_tools',
        'ขาดแคลนเครื่องมือทำการเกษตร',
        'Lacks farm tools',
        'ไม่มีเครื่องมือทำการเกษตร',
        'ขาดเครื่องมือทำการเกษตร',
        'ขาดแคลนเครื่องมือ',
      ),
      value('vehicle', 'มีพาหนะ', 'Has a vehicle', 'มียานพาหนะ'),
      value('no_vehicle', 'ไม่มีพาหนะ', 'No vehicle', 'ไม่มียานพาหนะ'),
      value('water', 'มีแหล่งน้ำใช้ในการเกษตร', 'Has water for farming', 'มีแหล่งน้ำเพื่อการเกษตร', 'มีแหล่งน้ำ'),
      value(
        'no_water',
        'ขาดแคลนน้ำเพื่อการเกษตร',
        'Lacks water for farming',
        'ไม่มีแหล่งน้ำ',
        'ไม่มีแหล่งน้ำใช้ในการเกษตร',
        'ขาดแหล่งน้ำ',
        'ขาดแคลนน้ำ',
      ),
      value('capital', 'มีทุนในการประกอบอาชีพ', 'Has capital', 'มีทุนประกอบอาชีพ', 'มีเงินทุน'),
      value(
        'no_capital',
        'ขาดแคลนทุนทรัพย์',
        'Lacks capital',
        'ไม่มีทุนในการประกอบอาชีพ',
        'ไม่มีทุนประกอบอาชีพ',
        'ขาดเงินทุน',
        'ไม่มีเงินทุน',
      ),
      value('animals', 'มีสัตว์เลี้ยง', 'Has animals'),
      value('no_animals', 'ไม่มีสัตว์เลี้ยง', 'No animals'),
      other,
    ],
  },
  {
    id: 'solution',
    title: { th: 'ทางออก (ความต้องการ)', en: 'Way out (what is asked for)' },
    values: [
      value('capital', 'ต้องการทุนประกอบอาชีพ', 'Capital', 'ทุนประกอบอาชีพ', 'ทุนในการประกอบอาชีพ', 'เงินทุน', 'ทุนทรัพย์'),
      value(
        'occupation',
        'ต้องการความรู้และทักษะในการประกอบอาชีพ',
        'Knowledge and skills for an occupation',
        'ทักษะในการประกอบอาชีพ',
        'ความรู้ในการประกอบอาชีพ',
        'ฝึกอาชีพ',
        'อบรมอาชีพ',
        'ส่งเสริมอาชีพ',
        'พัฒนาอาชีพ',
        'อาชีพเสริม',
      ),
      value('market', 'ต้องการตลาดรองรับผลผลิต', 'A market', 'ตลาดรองรับ', 'ตลาดรองรับผลผลิต', 'ช่องทางการตลาด'),
      value(
        'welfare',
        'ต้องการสวัสดิการจากภาครัฐ',
        'Welfare',
        'สวัสดิการ',
        'สวัสดิการจากรัฐ',
        'สวัสดิการแห่งรัฐ',
        'บัตรสวัสดิการ',
        'เบี้ยยังชีพ',
        'เงินสงเคราะห์',
      ),
      value('water', 'ต้องการแหล่งน้ำเพื่อการเกษตร', 'Water for farming', 'แหล่งน้ำเพื่อการเกษตร', 'แหล่งน้ำ'),
      value(
        'tools',
        'ต้องการเครื่องมือทำการเกษตร',
        'Farm tools',
        'เครื่องมือทำการเกษตร',
        'เครื่องมือประกอบอาชีพ',
        'อุปกรณ์ประกอบอาชีพ',
      ),
      value('land', 'ต้องการที่ดินทำกิน', 'Land to farm', 'ที่ดินทำกิน', 'ที่ทำกิน'),
      value(
        'counsel',
        'ต้องการคำปรึกษาและให้กำลังใจ',
        'Advice and encouragement',
        'คำปรึกษา',
        'ให้คำปรึกษา',
        'กำลังใจ',
        'ให้กำลังใจ',
      ),
      value(
        'treatment',
        'ต้องการการรักษาพยาบาล',
        'Medical treatment',
        'รักษาพยาบาล',
        'การรักษาพยาบาล',
        'ค่ารักษาพยาบาล',
        'อุปกรณ์การแพทย์',
        'กายอุปกรณ์',
      ),
      value(
        'schooling',
        'ต้องการความช่วยเหลือด้านการศึกษาบุตร',
        'Schooling of children',
        'การศึกษาบุตร',
        'การศึกษาของบุตร',
        'ทุนการศึกษา',
      ),
      value(
        'housing',
        'ต้องการที่อยู่อาศัยที่มั่นคง',
        'A secure home',
        'ที่อยู่อาศัย',
        'ที่อยู่อาศัยที่มั่นคง',
        'ซ่อมแซมบ้าน',
        'ซ่อมบ้าน',
        'ปรับปรุงบ้าน',
        'สร้างบ้าน',
      ),
      value('technology', 'ต้องการพัฒนาทักษะด้านเทคโนโลยี', 'Skills in technology', 'ทักษะด้านเทคโนโลยี', 'ด้านเทคโนโลยี'),
      other,
    ],
  },
] as const satisfies readonly Aspect[];

export type AspectId = (typeof aspects)[number]['id'];
export const aspectCode = Object.fromEntries(aspects.map(({ id }, code) => [id, code])) as Record<AspectId, number>;
