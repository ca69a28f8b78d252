/*
 * Owns the moments before the page begins: tells why it can't begin here and what to do about it, within three seconds.
 * Written for any browser (ECMAScript 5, one classic script, no style sheet), for it runs where the page itself can't:
 * from a folder, in a browser below the floor, with half of the page's files out of reach.
 */
(function () {
  'use strict';

  var patienceMs = 2500;
  var reload = { th: 'โหลดใหม่', en: 'Reload' };
  var floor = {
    th: 'Chrome หรือ Edge รุ่น 109 ขึ้นไป, Firefox รุ่น 128 ขึ้นไป หรือ Safari รุ่น 17.4 ขึ้นไป',
    en: 'Chrome or Edge 109, Firefox 128 or Safari 17.4, or later',
  };

  /* What is told, a row each. `ends`: nothing comes after it, so the page is not begun. */
  var messages = {
    file: {
      ends: true,
      th: [
        'เปิดจากแฟ้มโดยตรงไม่ได้',
        'เบราว์เซอร์ไม่ยอมให้หน้าเว็บในแฟ้มทำงาน ให้เปิดจากที่อยู่เว็บของหน่วยงาน (ขึ้นต้นด้วย https://) หรือใช้ชุดพกพา: คลายไฟล์ zip ทั้งหมด แล้วเปิดไฟล์เริ่มโปรแกรมตามไฟล์ “อ่านก่อน.txt”',
      ],
      en: [
        'It can’t be opened from a folder',
        'Browsers don’t let a page in a folder work. Open it at your office’s web address (it begins with https://), or take the portable folder: unpack the whole zip and start it as its “อ่านก่อน.txt” says.',
      ],
    },
    old: {
      ends: true,
      th: ['เบราว์เซอร์นี้เก่าเกินไป', 'เปิดหน้านี้ด้วย ' + floor.th + ' หากติดตั้งเองไม่ได้ แจ้งผู้ดูแลระบบของหน่วยงาน'],
      en: ['This browser is too old', 'Open the page with ' + floor.en + '. If you can’t install one, ask your administrator.'],
    },
    torn: {
      ends: true,
      reload: true,
      th: [
        'โหลดหน้านี้ได้ไม่ครบ',
        'เครือข่ายอาจขาดระหว่างโหลด เครือข่ายอาจขอให้เข้าสู่ระบบก่อน หรือเพิ่งมีรุ่นใหม่ ตรวจเครือข่ายแล้วกด “โหลดใหม่”',
      ],
      en: [
        'Not all of the page could be loaded',
        'The network may have gone, may ask you to log in first, or there is a new version. Check the network, then press “Reload”.',
      ],
    },
    failed: {
      ends: true,
      reload: true,
      th: ['เริ่มหน้านี้ไม่ได้', 'กด “โหลดใหม่” หากยังไม่ได้ ให้ใช้ ' + floor.th],
      en: ['The page can’t begin', 'Press “Reload”. If that doesn’t help, use ' + floor.en + '.'],
    },
    slow: {
      reload: true,
      th: ['พุ่งเป้า กำลังโหลด…', 'ใช้เวลานานกว่าปกติ เครือข่ายอาจช้า รอสักครู่ หรือกด “โหลดใหม่”'],
      en: ['Phungpao is loading…', 'It takes longer than usual: the network may be slow. Wait a little, or press “Reload”.'],
    },
  };

  /* What the page can't do without, of the newest that each browser came to have: README.md tells the versions. */
  var needs = {
    'ES modules': function () {
      return 'noModule' in HTMLScriptElement.prototype;
    },
    'Object.hasOwn': function () {
      return !!Object.hasOwn;
    },
    'Array.prototype.findLast': function () {
      return !!Array.prototype.findLast;
    },
    'Intl.Segmenter': function () {
      return !!window.Intl && !!Intl.Segmenter;
    },
    'AbortSignal.timeout': function () {
      return !!window.AbortSignal && !!AbortSignal.timeout;
    },
    'Element.checkVisibility': function () {
      return !!Element.prototype.checkVisibility;
    },
    inert: function () {
      return 'inert' in HTMLElement.prototype;
    },
    'CSS :has()': function () {
      return CSS.supports('selector(:has(*))');
    },
    'CSS container-type': function () {
      return CSS.supports('container-type', 'inline-size');
    },
    'CSS dvh': function () {
      return CSS.supports('height', '1dvh');
    },
  };

  /* The page has taken its place as soon as what stood there before it is gone. */
  function isAwaited() {
    var app = document.getElementById('app');
    return !app || !!app.querySelector('[data-starting]');
  }

  function missing() {
    var names = [];
    for (var name in needs) {
      try {
        if (!needs[name]()) names.push(name);
      } catch (fault) {
        names.push(name);
      }
    }
    return names;
  }

  function put(parent, tag, lang, text, style) {
    var element = document.createElement(tag);
    if (lang) element.lang = lang;
    element.appendChild(document.createTextNode(text));
    element.style.cssText = style;
    parent.appendChild(element);
    return element;
  }

  /* Once for all that ends it. The page looks for the sign, for it may come before there is a place to write to. */
  function tell(id, detail) {
    var root = document.documentElement;
    if (root.hasAttribute('data-ended') || !isAwaited()) return;
    if (messages[id].ends) root.setAttribute('data-ended', id);
    if (document.getElementById('app')) write(id, detail);
    else
      document.addEventListener('DOMContentLoaded', function () {
        write(id, detail);
      });
  }

  function write(id, detail) {
    var message = messages[id];
    var app = document.getElementById('app');
    document.documentElement.removeAttribute('data-busy');
    while (app.firstChild) app.removeChild(app.firstChild);
    var box = put(put(app, 'main', '', '', 'display:block'), 'div', '', '', 'max-width:38em;margin:12vh auto;padding:0 1.5em;color:#1d1a16');
    box.style.fontFamily = "Sarabun, 'Noto Sans Thai', 'Leelawadee UI', Tahoma, sans-serif";
    box.style.lineHeight = '1.6';
    box.setAttribute('role', message.ends ? 'alert' : 'status');
    box.setAttribute('data-starting', id);
    put(box, 'h1', 'th', message.th[0], 'margin:0;font-size:1.75em;line-height:1.4');
    put(box, 'p', 'th', message.th[1], 'margin:.5em 0 1.5em;font-size:1.125em');
    put(box, 'h2', 'en', message.en[0], 'margin:0;font-size:1.125em');
    put(box, 'p', 'en', message.en[1], 'margin:.25em 0 1.5em');
    if (detail) put(box, 'p', 'en', detail, 'margin:0;color:#57514a;overflow-wrap:anywhere');
    if (!message.reload) return;
    var button = put(box, 'button', 'th', reload.th + ' · ', 'font:inherit;font-weight:600;min-height:2.75em;padding:0 1.25em');
    button.style.cssText += ';border:0;border-radius:.5em;background:#0b4f6c;color:#fff;cursor:pointer';
    put(button, 'span', 'en', reload.en, '');
    button.type = 'button';
    button.onclick = function () {
      location.reload();
    };
  }

  var lacks = missing();
  if (location.protocol === 'file:') tell('file');
  else if (lacks.length > 0) tell('old', lacks.join(', '));

  /* A file of the page that can't be had is told by its element, which no one else hears: so while it is on its way down. */
  window.addEventListener(
    'error',
    function (event) {
      var at = event.target;
      if (at && (at.tagName === 'SCRIPT' || /preload|stylesheet/.test(at.rel || ''))) tell('torn');
      else if (at === window) tell('failed');
    },
    true
  );
  /* A page begun by half: a part that it fetches while it starts. */
  window.addEventListener('unhandledrejection', function () {
    tell('torn');
  });
  setTimeout(function () {
    tell('slow');
  }, patienceMs);
})();
