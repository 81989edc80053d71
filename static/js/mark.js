// A link from a page that quotes a report to the line takes along the words that it
// is about, as ?mark=, which js/found.js marks there. They are added when the link is
// followed, so that its address is the plain one for who copies it.
(() => {
  'use strict';
  const wordsOf = item => {
    const why = item.querySelector(':scope > ul > .why');   // of a section: by which words it is found
    if (why) return why.textContent.split('：').at(-1).split('、');
    return item.matches('.stack tr') ? [item.children[2].textContent]   // 数值
      : [...item.querySelectorAll('strong')].map(e => e.textContent);
  };
  const take = event => {
    const link = event.target.closest?.('main a[href*="#L"]'), item = link?.closest('li, tr');
    if (!item || link.search) return;
    const plain = link.getAttribute('href'), to = new URL(link.href);
    for (const word of new Set(wordsOf(item))) to.searchParams.append('mark', word);
    link.href = to;
    setTimeout(() => link.setAttribute('href', plain));
  };
  addEventListener('click', take, true);
  addEventListener('auxclick', take, true);
})();
