/** Owns whose voice reads what is Thai on a page in another language: names and cells of files, marked where they stand. */

const thai = /\p{Script=Thai}/u;
const latin = /\p{Script=Latin}/u;

/**
 * Marks every element whose own words are Thai alone, now and as they change; returns how to stop. `language` is the
 * page's. A name in a sentence stays its sentence's.
 */
export function markThai(root: Element, language: string): () => void {
  const marked = new Set<Element>();
  const judge = (element: Element | null): void => {
    if (!element) return;
    const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const own = texts.map(({ textContent }) => textContent).join(' ');
    if (thai.test(own) && !latin.test(own)) {
      if (element.hasAttribute('lang')) return;
      element.setAttribute('lang', 'th');
      marked.add(element);
    } else if (latin.test(own) && marked.has(element.parentElement?.closest('[lang]') ?? element)) {
      // Beside Thai of its parent's it would be read as Thai.
      element.setAttribute('lang', language);
      marked.add(element);
    } else if (marked.delete(element)) element.removeAttribute('lang');
  };
  const read = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) return judge(node.parentElement);
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode()) judge(text.parentElement);
  };
  read(root);
  const observer = new MutationObserver((all) => {
    for (const { type, target, addedNodes } of all) {
      if (type === 'characterData') judge(target.parentElement);
      else if (target instanceof Element) judge(target);
      addedNodes.forEach(read);
    }
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return () => {
    observer.disconnect();
    for (const element of marked) element.removeAttribute('lang');
  };
}
