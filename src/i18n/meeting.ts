/** Owns what readers are told of a meeting, in which figures are protected: its band, its small figures, what is closed. */

export const meetingTh = {
  name: 'โหมดประชุม',
  enter: 'โหมดประชุม (M)',
  band: 'ซ่อนข้อมูลรายครัวเรือน ตัวเลขปัดเศษ ผลรวมอาจไม่เท่ากัน',
  working: 'กำลังเตรียมตัวเลขสำหรับที่ประชุม',
  worked: (percent: string) => `กำลังเตรียมตัวเลขสำหรับที่ประชุม ${percent} %`,
  failed: 'เตรียมตัวเลขสำหรับโหมดประชุมไม่สำเร็จ จึงไม่แสดงตัวเลขใด ลองอีกครั้ง',
  few: 'น้อยกว่า 10',
  withheld: 'ปกปิด',
  leave: 'ออกจากโหมดประชุม',
  leaveTitle: 'ออกจากโหมดประชุมหรือไม่',
  leaveAsk: 'ตัวเลขจริง ชื่อไฟล์ และข้อมูลรายครัวเรือนจะเปิดดูได้อีก ตรวจก่อนว่าไม่มีใครอื่นเห็นจอนี้',
  stay: 'อยู่ในโหมดประชุมต่อ',
  close: 'ปิด',
  reduced: 'บางส่วนของมุมมองนี้ไม่แสดงในโหมดประชุม: ดูได้ทีละหนึ่งเงื่อนไข (มิติ ประเภท สถานะ หรือเร่งด่วน) ไม่มีรายชื่อและเครื่องมือวิเคราะห์',
  oneAtATime: 'โหมดประชุมแสดงทีละหนึ่งเงื่อนไข ล้างตัวกรองเพื่อดูส่วนนี้',
};

export const meetingEn: typeof meetingTh = {
  name: 'Meeting mode',
  enter: 'Meeting mode (M)',
  band: 'Households are hidden. Figures are rounded and may not add up.',
  working: 'Preparing the figures for the meeting',
  worked: (percent: string) => `Preparing the figures for the meeting: ${percent}%`,
  failed: 'The figures for meeting mode could not be prepared, so none is shown. Try again.',
  few: 'fewer than 10',
  withheld: 'hidden',
  leave: 'Leave meeting mode',
  leaveTitle: 'Leave meeting mode?',
  leaveAsk:
    'True figures, file names and households can be seen again. Make sure first that nobody else sees this screen.',
  stay: 'Stay in meeting mode',
  close: 'Close',
  reduced:
    'Part of this view is not shown in meeting mode: one condition at a time (dimension, class, status or urgent), no lists and no analysis tools.',
  oneAtATime: 'Meeting mode shows one condition at a time. Clear the filter to see this part.',
};
