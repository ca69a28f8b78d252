/** Owns what readers are told of the cluster: signing in, what comes from it, and why it can't be had. */

type Detail = Readonly<Record<string, string | number>>;

export const clusterErrorsTh = {
  cluster_unreachable: () => 'ติดต่อเครื่องแม่ข่ายข้อมูลไม่ได้ ตรวจสัญญาณเครือข่าย VPN และนาฬิกาของเครื่องนี้ แล้วลองอีกครั้ง',
  cluster_slow: (d: Detail) =>
    `เครื่องแม่ข่ายข้อมูลไม่ตอบภายในเวลาที่กำหนด${d.seconds === undefined ? '' : ` (${d.seconds} วินาที)`} ลองอีกครั้ง หรือเลือกพื้นที่ให้แคบลง`,
  cluster_password: () => 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง กรุณากรอกใหม่',
  cluster_role: () => 'บัญชีนี้ไม่มีสิทธิ์ดูข้อมูลส่วนนี้ หากต้องใช้ กรุณาขอสิทธิ์เจ้าหน้าที่ของจังหวัดจากผู้ดูแลเครื่องแม่ข่าย',
  cluster_schema: () => 'ตารางในเครื่องแม่ข่ายเป็นคนละรุ่นกับหน้าเว็บนี้ กรุณาแจ้งผู้ดูแลให้ปรับรุ่นให้ตรงกัน ไม่มีตัวเลขใดแสดงจนกว่าจะตรงกัน',
  cluster_busy: () => 'เครื่องแม่ข่ายข้อมูลมีผู้ใช้มากหรือกำลังเริ่มทำงานใหม่ รอสักครู่แล้วลองอีกครั้ง',
  cluster_cut: () => 'คำตอบจากเครื่องแม่ข่ายขาดตอน จึงไม่แสดงตัวเลขที่ไม่ครบ ลองอีกครั้ง',
};

export const clusterErrorsEn: typeof clusterErrorsTh = {
  cluster_unreachable: () =>
    'The data server can’t be reached. Check the network, the VPN and this computer’s clock, then try again.',
  cluster_slow: (d) =>
    `The data server did not answer in time${d.seconds === undefined ? '' : ` (${d.seconds} seconds)`}. Try again, or choose a smaller area.`,
  cluster_password: () => 'The user name or the password is wrong. Please enter them again.',
  cluster_role: () =>
    'This account may not see this. If you need it, ask those who run the data server for your province’s officer role.',
  cluster_schema: () =>
    'The tables on the data server are of another version than this page. Ask those who run it to bring them to one version; no figure is shown until then.',
  cluster_busy: () => 'The data server is very busy or is starting again. Wait a moment and try again.',
  cluster_cut: () => 'The data server’s answer broke off, so no incomplete figure is shown. Try again.',
};
