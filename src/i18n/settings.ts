/** Owns what readers are told in the settings at the page's foot. */

export const settingsTh = {
  title: 'ตั้งค่า',
  renderer: 'วิธีวาดแผนที่',
  renderers: { auto: 'เลือกให้', svg: 'แบบเครื่องไม่มีการ์ดจอ' },
  rendererHint: 'ถ้าแผนที่ช้า ว่าง หรือสีไม่ขึ้น ลองเลือกแบบเครื่องไม่มีการ์ดจอ ตัวเลขและสีเหมือนกันทุกพื้นที่',
};

export const settingsEn: typeof settingsTh = {
  title: 'Settings',
  renderer: 'How the map is drawn',
  renderers: { auto: 'Automatic', svg: 'Without graphics card' },
  rendererHint:
    'If the map is slow, empty or has no colours, draw it without the graphics card. Figures and colours are the same for every area.',
};
