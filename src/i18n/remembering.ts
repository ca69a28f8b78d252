/** Owns what readers are told of data remembered on their computer: how, at which price, and that it can be forgotten. */

export const rememberingTh = {
  title: 'ข้อมูลในเครื่องนี้',
  off: 'ไม่ได้จำไว้ ปิดแท็บแล้วไม่มีข้อมูลเหลือในเครื่องนี้',
  at: (date: string, time: string) => `${date} เวลา ${time} น.`,
  on: (at: string) => `จำไว้แล้ว ล่าสุด ${at} ไฟล์ที่เปิดเพิ่มจะจำให้เอง`,
  found: (at: string) => `มีข้อมูลที่จำไว้ ณ ${at}`,
  remember: 'จำไว้ในเครื่องนี้',
  nothing: 'เปิดไฟล์ของท่านก่อน จึงจะจำไว้ได้',
  forget: 'เลิกจำ',
  forgetTitle: 'เลิกจำข้อมูลในเครื่องนี้หรือไม่',
  forgetAsk: 'ข้อมูลที่จำไว้จะถูกลบ ข้อมูลที่เปิดอยู่ยังใช้ได้จนปิดแท็บ ไฟล์ต้นฉบับของท่านยังอยู่ที่เดิม',
  stay: 'ไม่ลบ',
  close: 'ปิด',
  ask: {
    title: 'จำข้อมูลไว้ในเครื่องนี้',
    why: 'ข้อมูลที่เปิดอยู่จะถูกเข้ารหัสด้วยรหัสผ่านแล้วเก็บในเบราว์เซอร์นี้ ครั้งหน้าใส่รหัสผ่านแล้วใช้ต่อได้ทันที',
    lost: 'รหัสผ่านไม่ถูกเก็บไว้ที่ใด ถ้าลืม ไม่มีใครเปิดข้อมูลนี้ได้อีก',
    file: 'เก็บไฟล์ต้นฉบับไว้เสมอ เพราะเบราว์เซอร์อาจลบข้อมูลที่จำไว้เมื่อใดก็ได้',
    replaces: (at: string) => `จะแทนที่ข้อมูลที่จำไว้ ณ ${at}`,
    passphrase: (least: number) => `รหัสผ่าน (อย่างน้อย ${least} ตัวอักษร)`,
    again: 'รหัสผ่านอีกครั้ง',
    short: (least: number) => `รหัสผ่านสั้นไป ต้องมีอย่างน้อย ${least} ตัวอักษร`,
    differs: 'รหัสผ่านสองครั้งไม่ตรงกัน',
    submit: 'จำไว้',
    cancel: 'ไม่จำ',
  },
  offer: {
    open: 'ใส่รหัสผ่านเพื่อเปิด',
    old: (at: string) => `มีข้อมูลที่จำไว้ ณ ${at} แต่เป็นรูปแบบของรุ่นก่อน เปิดด้วยรุ่นนี้ไม่ได้ กรุณาเปิดไฟล์ต้นฉบับอีกครั้ง แล้วเลิกจำของเดิม`,
    title: 'เปิดข้อมูลที่จำไว้',
    passphrase: 'รหัสผ่าน',
    submit: 'เปิด',
    cancel: 'ยกเลิก',
    opening: 'กำลังเปิดข้อมูลที่จำไว้',
  },
  saving: 'กำลังจำข้อมูลไว้ในเครื่องนี้',
  percent: (percent: string) => `${percent} %`,
  saved: (at: string) => `จำของล่าสุดแล้ว (${at})`,
  cancel: 'ยกเลิก',
  reopen: 'ข้อมูลนี้เปิดจากที่จำไว้ ดูได้แต่แก้ไม่ได้ ถ้าจะแก้ให้เปิดไฟล์ต้นฉบับ',
};

export const rememberingEn: typeof rememberingTh = {
  title: 'Data on this computer',
  off: 'Nothing is remembered: closing the tab leaves no data on this computer.',
  at: (date, time) => `${date}, ${time}`,
  on: (at) => `Remembered, last on ${at}. Files opened from now on are remembered too.`,
  found: (at) => `Data were remembered on ${at}`,
  remember: 'Remember on this computer',
  nothing: 'Open a file of your own first; then it can be remembered.',
  forget: 'Forget',
  forgetTitle: 'Forget the data on this computer?',
  forgetAsk:
    'What is remembered is deleted. What is open can be used until the tab is closed. Your own files stay where they are.',
  stay: 'Keep',
  close: 'Close',
  ask: {
    title: 'Remember data on this computer',
    why: 'What is open is encrypted under a passphrase and kept in this browser. Next time the passphrase opens it at once.',
    lost: 'The passphrase is kept nowhere. Once forgotten, nobody can open these data again.',
    file: 'Always keep your own file: a browser may delete what it remembers at any time.',
    replaces: (at) => `This takes the place of the data remembered on ${at}.`,
    passphrase: (least) => `Passphrase (at least ${least} characters)`,
    again: 'The passphrase once more',
    short: (least) => `The passphrase is too short: it needs at least ${least} characters.`,
    differs: 'The two passphrases are not the same.',
    submit: 'Remember',
    cancel: 'Don’t remember',
  },
  offer: {
    open: 'Enter the passphrase to open them',
    old: (at) =>
      `Data were remembered on ${at} by an earlier version and can’t be opened by this one. Open your file again, then forget them.`,
    title: 'Open the remembered data',
    passphrase: 'Passphrase',
    submit: 'Open',
    cancel: 'Cancel',
    opening: 'Opening the remembered data',
  },
  saving: 'Remembering the data on this computer',
  percent: (percent) => `${percent}%`,
  saved: (at) => `The latest is remembered (${at}).`,
  cancel: 'Cancel',
  reopen:
    'These data were opened from what is remembered: they can be looked at but not corrected. To correct them, open your file.',
};

export const rememberingErrorsTh = {
  origin: (file: string) => `ไฟล์นี้เป็นส่วนเพิ่มของ “${file}” ซึ่งเปิดจากข้อมูลที่จำไว้ กรุณาเปิดไฟล์นั้นพร้อมกับไฟล์นี้ ข้อมูลที่เปิดอยู่ยังคงเดิม`,
  vault: {
    vault_passphrase: () => 'รหัสผ่านไม่ถูกต้อง ยังไม่ได้เปิดข้อมูลใด ลองอีกครั้ง',
    vault_damaged: () => 'ข้อมูลที่จำไว้เสียหายหรือไม่ครบ จึงไม่ได้เปิดส่วนใดเลย กรุณาเปิดไฟล์ต้นฉบับ แล้วเลิกจำข้อมูลนี้',
    vault_elsewhere: () => 'แท็บอื่นเลิกจำหรือจำข้อมูลอื่นแทนแล้ว แท็บนี้จึงหยุดจำ ข้อมูลที่เปิดอยู่ยังใช้ได้จนปิดแท็บ',
    vault_full: () => 'พื้นที่เก็บของเบราว์เซอร์ไม่พอ จึงจำข้อมูลนี้ไว้ไม่ได้ ข้อมูลที่เปิดอยู่ยังใช้ได้จนปิดแท็บ',
    vault_unavailable: () =>
      'เบราว์เซอร์ไม่ให้เก็บข้อมูล (หน้าต่างส่วนตัว ที่อยู่เว็บที่ไม่ใช่ https หรือดิสก์ขัดข้อง) จึงจำไว้ไม่ได้ ข้อมูลที่เปิดอยู่ยังใช้ได้จนปิดแท็บ',
    vault_unread: () => 'เบราว์เซอร์อ่านข้อมูลที่จำไว้ไม่ได้ในตอนนี้ จึงไม่ได้เปิดส่วนใดเลย ลองอีกครั้ง หรือเปิดไฟล์ต้นฉบับ',
    vault_stays: () => 'เบราว์เซอร์ลบข้อมูลที่จำไว้ไม่สำเร็จ ข้อมูลยังอยู่ในเครื่องนี้ กรุณากดเลิกจำอีกครั้ง',
  },
};

export const rememberingErrorsEn: typeof rememberingErrorsTh = {
  origin: (file) =>
    `This file adds to “${file}”, which was opened from the remembered data. Open that file together with this one. What is open stays as it was.`,
  vault: {
    vault_passphrase: () => 'The passphrase is not right. Nothing was opened; try again.',
    vault_damaged: () =>
      'What was remembered is damaged or not complete, so none of it was opened. Open your file, then forget these data.',
    vault_elsewhere: () =>
      'Another tab has forgotten the data or remembered others, so this tab remembers nothing more. What is open can be used until the tab is closed.',
    vault_full: () =>
      'The browser has no room left, so these data are not remembered. What is open can be used until the tab is closed.',
    vault_unavailable: () =>
      'The browser lets nothing be kept (a private window, an address without https, or a disk at fault), so these data are not remembered. What is open can be used until the tab is closed.',
    vault_unread: () =>
      'The browser can’t read what is remembered just now, so none of it was opened. Try again, or open your file.',
    vault_stays: () =>
      'The browser could not delete what is remembered: it is still on this computer. Please forget it once more.',
  },
};
