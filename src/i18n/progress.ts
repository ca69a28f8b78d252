/** Owns what readers are told by the tools that follow what is done. */

export const progressTh = {
  tab: 'ติดตาม',
  /** What each is called, and in one line what it answers. */
  tools: {
    rounds: { title: 'เทียบสองรอบ', question: 'จากรอบก่อน ใครได้รับการช่วยเหลือเพิ่ม ใครเพิ่มใหม่ ใครออก และใครถอยหลัง' },
    pace: { title: 'อัตราการช่วยเหลือ', question: 'จะช่วยเหลือครบทันกำหนดหรือไม่' },
    reporting: { title: 'รายงานประจำเดือน', question: 'อำเภอใดรายงานแล้ว ช้า หรือยังไม่รายงาน' },
    funnel: { title: 'ขั้นตอนการช่วยเหลือ', question: 'จากรายชื่อถึงช่วยครบ ค้างอยู่ที่ขั้นใด' },
    agencies: { title: 'หน่วยงาน', question: 'หน่วยงานใดยังมีงานค้าง และใครช่วยไปแล้วเท่าใด' },
    acts: { title: 'บันทึกการช่วยเหลือ', question: 'ช่วยอะไรไปแล้ว เมื่อใด โดยใคร' },
  },
};

export const progressEn: typeof progressTh = {
  tab: 'Progress',
  tools: {
    rounds: { title: 'Two rounds', question: 'Since the round before: who was helped, who is new, who left, who fell back?' },
    pace: { title: 'Pace', question: 'Will help be complete in time?' },
    reporting: { title: 'Monthly reports', question: 'Which amphoe have reported, are late or missing?' },
    funnel: { title: 'Steps of help', question: 'From the list to help: at which step do households stand?' },
    agencies: { title: 'Agencies', question: 'Which agency still has work to do, and who has helped how much?' },
    acts: { title: 'Records of help', question: 'What help was given, when, and by whom?' },
  },
};
