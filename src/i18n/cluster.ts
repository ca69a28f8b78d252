/** Owns what readers are told of the cluster: signing in, what comes from it, and why it can't be had. */

type Detail = Readonly<Record<string, string | number>>;

export const clusterTh = {
  open: 'เข้าสู่ระบบฐานข้อมูลกลาง',
  intro: (host: string) => `ดูข้อมูลทุกรอบที่บัญชีของท่านมีสิทธิ์ จากเครื่อง ${host}`,
  user: 'ชื่อผู้ใช้',
  password: 'รหัสผ่าน',
  nameless: 'กรอกชื่อผู้ใช้ก่อน',
  memory: 'ชื่อผู้ใช้และรหัสผ่านอยู่ในหน้านี้เท่านั้น ไม่ถูกบันทึก ออกจากระบบหรือปิดแท็บแล้วไม่เหลือในเครื่อง',
  closes: 'ไฟล์ที่เปิดอยู่ในหน้านี้จะถูกปิด ไฟล์ต้นฉบับของท่านยังอยู่ที่เดิม',
  submit: 'เข้าสู่ระบบ',
  again: 'ลองอีกครั้ง',
  cancel: 'ยกเลิก',
  asking: 'กำลังติดต่อฐานข้อมูลกลาง',
  from: (host: string, user: string) => `ข้อมูลจากฐานข้อมูลกลาง ${host} · ผู้ใช้ ${user}`,
  until: (asOf: string, at: string) => `ข้อมูลถึง ${asOf} นำเข้าเมื่อ ${at}`,
  leave: 'ออกจากระบบ',
  coming: (cubes: string) => `กำลังรับตัวเลขสรุปจากฐานข้อมูลกลาง อีก ${cubes} ชุด`,
  come: (rows: string, bytes: string) => `${rows} แถว · ${bytes}`,
  least: (count: string) => `≥ ${count}`,
  heldBack: (held: string, all: string) => `บัญชีนี้ดูได้ถึงระดับอำเภอ และไม่เห็นสถานะของ ${held} จาก ${all} ครัวเรือน`,
  heldBackHow:
    'กลุ่มที่มีไม่ถึง 10 ครัวเรือนถูกปกปิดจากฐานข้อมูลกลาง โดยนับรวมไว้ใน “ไม่ระบุมิติ” หรือไม่ทราบสถานะ ทุกตัวเลขจึงเป็นจำนวนอย่างน้อย (≥) และ “ปกปิด” ไม่ได้แปลว่าไม่มี ระดับตำบล รายชื่อ การเทียบรอบ และการนำเสนอต้องใช้บัญชีเจ้าหน้าที่ของจังหวัด',
  unremembered: 'ระหว่างใช้ฐานข้อมูลกลาง ไม่มีข้อมูลใดถูกจำไว้ในเครื่องนี้',
};

export const clusterErrorsTh = {
  cluster_unreachable: () => 'ติดต่อฐานข้อมูลกลางไม่ได้ ตรวจสัญญาณเครือข่าย VPN และนาฬิกาของเครื่องนี้ แล้วลองอีกครั้ง',
  cluster_slow: (d: Detail) =>
    `ฐานข้อมูลกลางไม่ตอบภายในเวลาที่กำหนด${d.seconds === undefined ? '' : ` (${d.seconds} วินาที)`} ลองอีกครั้ง หรือเลือกพื้นที่ให้แคบลง`,
  cluster_password: () => 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง กรุณากรอกใหม่',
  cluster_role: () => 'บัญชีนี้ไม่มีสิทธิ์ดูข้อมูลส่วนนี้ หากต้องใช้ กรุณาขอสิทธิ์เจ้าหน้าที่ของจังหวัดจากผู้ดูแลฐานข้อมูลกลาง',
  cluster_schema: ({ how }: Detail) =>
    how === 'newer'
      ? 'ตารางในฐานข้อมูลกลางใหม่กว่าหน้าเว็บนี้ กรุณาโหลดหน้าใหม่ หากยังพบ แจ้งผู้ดูแลให้ติดตั้งหน้าเว็บรุ่นใหม่ ไม่มีตัวเลขใดแสดงจนกว่าจะตรงกัน'
      : `ตารางในฐานข้อมูลกลาง${how === 'older' ? 'เก่ากว่า' : 'เป็นคนละรุ่นกับ'}หน้าเว็บนี้ กรุณาแจ้งผู้ดูแลให้ปรับรุ่นให้ตรงกัน ไม่มีตัวเลขใดแสดงจนกว่าจะตรงกัน`,
  cluster_busy: () => 'ฐานข้อมูลกลางมีผู้ใช้มากหรือกำลังเริ่มทำงานใหม่ รอสักครู่แล้วลองอีกครั้ง',
  cluster_cut: () => 'คำตอบจากฐานข้อมูลกลางขาดตอน จึงไม่แสดงตัวเลขที่ไม่ครบ ลองอีกครั้ง',
  cluster_gone: () => 'รอบข้อมูลนี้ถูกนำเข้าใหม่ หรือสิทธิ์ของบัญชีเปลี่ยนไป จึงไม่มีตัวเลขแสดง ออกจากระบบแล้วเข้าใหม่เพื่อดูข้อมูลล่าสุด',
  cluster_empty: () => 'เข้าสู่ระบบได้ แต่ยังไม่มีรอบข้อมูลที่บัญชีนี้ดูได้ กรุณาแจ้งผู้ดูแลฐานข้อมูลกลาง',
  cluster_stopped: () => 'ยกเลิกการรับข้อมูลจากฐานข้อมูลกลางแล้ว จึงยังไม่มีตัวเลข ลองอีกครั้งเมื่อพร้อม',
  cluster_files: () => 'ขณะใช้ฐานข้อมูลกลางเปิดไฟล์ไม่ได้ ออกจากระบบก่อน แล้วเปิดไฟล์อีกครั้ง',
};

export const clusterEn: typeof clusterTh = {
  open: 'Sign in to the central database',
  intro: (host) => `See every round that your account may see, from ${host}.`,
  user: 'User name',
  password: 'Password',
  nameless: 'Enter a user name first.',
  memory:
    'User name and password stay in this page alone and are saved nowhere. Once you sign out or close the tab nothing is left on this computer.',
  closes: 'Files opened in this page will be closed; your own copies stay where they are.',
  submit: 'Sign in',
  again: 'Try again',
  cancel: 'Cancel',
  asking: 'Asking the central database',
  from: (host, user) => `From the central database ${host} · signed in as ${user}`,
  until: (asOf, at) => `Data up to ${asOf}, brought in ${at}`,
  leave: 'Sign out',
  coming: (cubes) => `Totals are coming from the central database: ${cubes} to go`,
  come: (rows, bytes) => `${rows} rows · ${bytes}`,
  least: (count) => `≥ ${count}`,
  heldBack: (held, all) => `This account sees amphoe at most, and not the status of ${held} of ${all} households`,
  heldBackHow:
    'Groups of fewer than 10 households are held back by the central database and counted without their dimension or with an unknown status, so every figure is at least so many (≥), and “hidden” does not mean none. Tambon, lists, comparing rounds and presenting need the officer account of a province.',
  unremembered: 'While the central database is used, nothing is remembered on this computer.',
};

export const clusterErrorsEn: typeof clusterErrorsTh = {
  cluster_unreachable: () =>
    'The central database can’t be reached. Check the network, the VPN and this computer’s clock, then try again.',
  cluster_slow: (d) =>
    `The central database did not answer in time${d.seconds === undefined ? '' : ` (${d.seconds} seconds)`}. Try again, or choose a smaller area.`,
  cluster_password: () => 'The user name or the password is wrong. Please enter them again.',
  cluster_role: () =>
    'This account may not see this. If you need it, ask those who run the central database for your province’s officer role.',
  cluster_schema: ({ how }) =>
    how === 'newer'
      ? 'The tables of the central database are newer than this page. Reload the page; if that doesn’t help, ask for its new version to be installed. No figure is shown until then.'
      : `The tables of the central database are ${how === 'older' ? 'older' : 'of another version'} than this page. Ask those who run it to bring them to one version; no figure is shown until then.`,
  cluster_busy: () => 'The central database is very busy or is starting again. Wait a moment and try again.',
  cluster_cut: () => 'The central database’s answer broke off, so no incomplete figure is shown. Try again.',
  cluster_gone: () =>
    'This round was brought in anew, or what this account may see has changed, so no figure is shown. Sign out and in again to see what there is now.',
  cluster_empty: () =>
    'You are signed in, but there is no round yet that this account may see. Ask those who run the central database.',
  cluster_stopped: () =>
    'What was coming from the central database was called off, so there are no figures yet. Try again when ready.',
  cluster_files: () =>
    'Files can’t be opened while the central database is used. Sign out first, then open them again.',
};
