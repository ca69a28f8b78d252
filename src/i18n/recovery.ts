/** Owns what a reader is told while what calculates is started anew, and of files that have to be opened again. */

export const recoveryTh = {
  restarting: 'ตัวคำนวณหยุดทำงาน กำลังเริ่มใหม่… แผนที่และตัวเลขสรุปยังใช้ได้ตามปกติ',
  back: 'กลับมาใช้งานได้แล้ว ข้อมูลครบเหมือนเดิม',
  late: 'รอตัวคำนวณนานผิดปกติ รอต่อได้ หรือเริ่มตัวคำนวณใหม่ โดยไม่ต้องเปิดไฟล์อีก',
  restart: 'เริ่มตัวคำนวณใหม่',
  failed: 'เริ่มตัวคำนวณใหม่ไม่สำเร็จ ลองปิดแท็บอื่นเพื่อคืนหน่วยความจำ แล้วกดลองอีกครั้ง',
  lacking: (files: string) => `ตัวคำนวณเริ่มใหม่แล้ว แต่อ่าน ${files} ไม่ได้อีก อาจถูกย้าย ถูกแก้ไข หรือถอดแฟลชไดรฟ์ออก`,
  lackingHint: 'แผนที่และตัวเลขสรุปยังดูได้ เปิดไฟล์เดิมอีกครั้งเพื่อดูรายครัวเรือน',
  lackingMeeting: 'บางส่วนยังดูไม่ได้ เพราะต้องเปิดไฟล์เดิมอีกครั้งเมื่อออกจากโหมดประชุม ตัวเลขที่แสดงยังถูกต้อง',
  openAgain: 'เปิดไฟล์เดิม',
  graphics: 'การ์ดจอหยุดทำงาน จึงวาดแผนที่แบบเรียบง่าย สีและตัวเลขเหมือนเดิม',
};

export const recoveryEn: typeof recoveryTh = {
  restarting: 'What calculates has stopped and is being started again… The map and the totals go on as usual.',
  back: 'All works again, and nothing is missing.',
  late: 'This takes unusually long. Go on waiting, or start what calculates again; no file has to be opened anew.',
  restart: 'Start it again',
  failed: 'What calculates could not be started again. Close other tabs to give memory back, then press “Try again”.',
  lacking: (files) =>
    `What calculates is back, but ${files} can’t be read any more: moved, changed, or its drive taken out.`,
  lackingHint: 'The map and the totals can still be seen. Open the same file again to see single households.',
  lackingMeeting:
    'Some parts can’t be seen until the same file is opened again after the meeting. The figures shown are right.',
  openAgain: 'Open the file',
  graphics: 'The graphics have stopped, so the map is drawn in a plainer way. Colours and figures are the same.',
};
