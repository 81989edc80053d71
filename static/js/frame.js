// In a page that other sites show in a frame: sets the scheme that was asked for,
// explains of a part of a report what is in it, and tells the frame's page how
// high this is. It runs before the page is there, so that this is never seen in
// another scheme, nor whole where a part is asked for.
//
//   ?scheme=light|dark   else the reader's own
//   #s2-3 #L36 #note-2  a part of a report; css/embed.css shows it
(() => {
  'use strict';
  const asked = new URLSearchParams(location.search), root = document.documentElement;
  const scheme = asked.get('scheme');
  if (scheme === 'light' || scheme === 'dark') root.dataset.scheme = scheme;

  root.toggleAttribute('data-waits', location.hash !== '');

  let text, lines, all;
  const shown = element => element.getClientRects().length > 0;
  const show = () => {
    const place = location.hash.slice(1);
    const there = text.contains(document.getElementById(place));
    if (place) root.dataset.part = there ? place : 'none';
    else delete root.dataset.part;
    for (const link of document.querySelectorAll('[data-whole]')) link.hash = there ? place : '';
    lines.textContent = all;
    for (const entry of document.querySelectorAll('.terms > li')) entry.hidden = false;
    if (!place || !there) return;

    const here = new Set([...text.querySelectorAll('[id^=L]')].filter(shown).map(line => line.id.slice(1)));
    const [first, last] = (numbers => [Math.min(...numbers), Math.max(...numbers)])([...here].map(Number));
    lines.textContent = first === last ? `正文第${first}行` : `正文第${first}至${last}行`;
    const used = new Set([...text.querySelectorAll('a.term')].filter(shown).map(link => link.href));
    let some = false;
    for (const entry of document.querySelectorAll('.terms > li')) {
      entry.hidden = !used.has(entry.querySelector('.entry-name').href) && !entry.dataset.lines?.split(' ').some(line => here.has(line));
      some ||= !entry.hidden;
    }
    document.querySelector('.apparatus').toggleAttribute('data-of-part', some);
  };
  // A height is no secret, so whoever frames this may know it.
  const tell = () => {
    const card = document.querySelector(':popover-open')?.getBoundingClientRect().bottom ?? 0;
    const height = Math.ceil(Math.max(root.getBoundingClientRect().height, card + scrollY + 16));
    parent.postMessage({jianzhuHeight: height}, '*');
  };
  const begin = () => {
    delete root.dataset.waits;
    if (text) show();
    if (parent === window) return;
    new ResizeObserver(tell).observe(root);
    document.addEventListener('toggle', tell, true);   // a card hangs over the end of the page
    tell();
  };
  addEventListener('DOMContentLoaded', () => {
    text = document.querySelector('.report-text');
    lines = document.querySelector('.lines');
    all = lines?.textContent;
    if (text && !location.hash && /^\d+$/.test(asked.get('line') ?? '')) location.replace(`#L${asked.get('line')}`);   // a former address
    if (text) addEventListener('hashchange', show);
    if (text && location.hash) addEventListener('load', begin);   // only then the part is surely what is shown
    else begin();
  });
})();
