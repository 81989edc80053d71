// What is copied from a report is its text, a paragraph a line, and nothing that
// the page adds. A reader may have it cited too: data-copy=cited on <html>, which
// js/settings.js sets. Without this script style sheets keep what is added from
// being selected.
(() => {
  'use strict';
  const text = document.querySelector('[data-report-text]');
  if (!text) return;
  const BLOCKS = ':is(p, h2, h3, h4, h5, h6, tr):not([data-added], [data-added] *)';

  const elementOf = node => node.nodeType === Node.TEXT_NODE ? node.parentElement : node;

  // The part of a block that is selected, without what is added; null for none.
  const partOf = (block, range) => {
    if (!range.intersectsNode(block) || !block.checkVisibility()) return null;
    const part = document.createRange();
    part.selectNodeContents(block);
    if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
    if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
    const copy = part.cloneContents();
    for (const added of copy.querySelectorAll('[data-added]')) added.remove();
    const cells = block.matches('tr') && [...copy.querySelectorAll('th, td')].filter(cell => !cell.matches('.number'));
    const words = cells?.length ? cells.map(cell => cell.textContent.trim()) : [copy.textContent.trim()];
    return words.some(Boolean) ? {block, part, words} : null;
  };
  // The line of the source in which a place of a block is: the last that begins before it.
  const lineAt = (block, node, offset) => {
    const starts = [...block.querySelectorAll('.new-line')].filter(mark => mark.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING || mark.parentNode === node && [...node.childNodes].indexOf(mark) < offset);
    const here = starts.at(-1)?.id || block.id || block.querySelector('.line')?.hash.slice(1);
    if (here) return Number(here.slice(1));
    const next = [...text.querySelectorAll('p[id^=L], tr[id^=L]')].find(p => block.compareDocumentPosition(p) & Node.DOCUMENT_POSITION_FOLLOWING);
    return Number(next?.id.slice(1));   // a heading that its paragraph's line begins with
  };

  const source = () => {
    const whole = document.querySelector('a[data-whole]'), cited = document.querySelector('.citation p')?.textContent.match(/\. ([^ ]+)\.$/)?.[1] ?? '';
    const title = (document.querySelector('.report-head h1') ?? whole)?.textContent ?? document.title;
    const address = whole?.href ?? (location.protocol.startsWith('http') ? location.origin + location.pathname : cited.startsWith('http') ? cited : '');
    return [title, address];
  };
  const citation = (first, last) => {
    const [title, address] = source();
    const lines = first && last ? [first === last ? `第${first}行` : `第${first}—${last}行`] : [];
    return '——' + [title, ...lines, ...address ? [address + (first ? '#L' + first : '')] : []].join('，');
  };

  // A selection that begins in a note is of the note.
  document.addEventListener('selectstart', event => {
    text.toggleAttribute('data-in-note', Boolean(elementOf(event.target)?.closest('.note')));
  });

  document.addEventListener('copy', event => {
    const selection = getSelection();
    if (event.target.closest?.('input, textarea') || !selection.rangeCount) return;
    const ranges = Array.from({length: selection.rangeCount}, (_, i) => selection.getRangeAt(i));
    if (ranges.every(range => !range.intersectsNode(text) || elementOf(range.commonAncestorContainer).closest('[data-added]'))) return;

    const parts = ranges.flatMap(range => [...text.querySelectorAll(BLOCKS)].map(block => partOf(block, range)).filter(Boolean));
    if (!parts.length) return;
    let plain = '', before = null;
    const html = document.createElement('div');
    for (const {block, words} of parts) {
      const opened = before && before.matches('h2, h3, h4, h5, h6') && !before.id;   // its line goes on
      plain += (before && !opened ? '\n' : '') + words.join('\t');
      if (block.matches('tr')) {
        if (!html.lastChild?.matches('table')) html.append(document.createElement('table'));
        const row = html.lastChild.insertRow();
        for (const word of words) row.insertCell().textContent = word;
      } else if (opened) {
        html.lastChild.append(...words);
      } else {
        html.append(Object.assign(document.createElement('p'), {textContent: words[0], lang: text.lang}));
      }
      before = block;
    }
    if (document.documentElement.dataset.copy === 'cited') {
      const from = parts[0], to = parts.at(-1);
      const said = citation(lineAt(from.block, from.part.startContainer, from.part.startOffset), lineAt(to.block, to.part.endContainer, to.part.endOffset));
      plain += '\n' + said;
      html.append(Object.assign(document.createElement('p'), {textContent: said}));
    }
    event.clipboardData.setData('text/plain', plain);
    event.clipboardData.setData('text/html', html.innerHTML);
    event.preventDefault();
  });
})();
