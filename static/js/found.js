// Marks on the page what led to it: the words that the address gives as ?mark=, in the
// line that it leads to, or in the section of which that is the heading.
(() => {
  'use strict';
  const words = new URLSearchParams(location.search).getAll('mark').filter(Boolean);
  if (!words.length || !window.Highlight) return;
  const mark = () => {
    CSS.highlights.delete('found');
    const target = document.getElementById(location.hash.slice(1)), block = target?.closest('p, h2, h3, h4, h5, h6, tr') ?? target;
    if (!block?.closest('[data-report-text]')) return;
    const heading = [...block.parentElement.children].slice(0, [...block.parentElement.children].indexOf(block)).findLast(e => !e.matches('[data-added]'));
    const places = [];
    const opens = block.matches('h2, h3, h4, h5, h6') || heading?.matches(':is(h2, h3, h4, h5, h6):not([id])');   // a heading may open the line
    for (const part of opens ? block.parentElement.querySelectorAll(':scope > :is(p, h2, h3, h4, h5, h6)') : [block]) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node; (node = walker.nextNode());) {
        if (!node.parentElement.closest('[data-added]')) for (let i = 0; i < node.length; i++) places.push([node, i]);
      }
    }
    const text = places.map(([node, i]) => node.data[i]).join(''), ranges = [];
    for (const word of words) {
      for (let i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + word.length)) {
        const range = document.createRange(), [end, at] = places[i + word.length - 1];
        range.setStart(...places[i]);
        range.setEnd(end, at + 1);
        ranges.push(range);
      }
    }
    CSS.highlights.set('found', new Highlight(...ranges));
  };
  mark();
  addEventListener('hashchange', mark);
})();
