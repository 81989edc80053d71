// In the margin a note stands at the height of its mark, as far as its paragraph
// has room; without this script, at its paragraph's top. Pointing at a note or its
// mark shows the words that it quotes.
(() => {
  'use strict';
  const text = document.querySelector('[data-report-text]');
  const notes = [...text?.querySelectorAll('.note') ?? []].map(note => {
    const mark = document.querySelector(`.note-ref[href="#${note.id}"]`);
    return {note, mark, block: mark.closest('p, h2, h3, h4, h5, h6')};
  });
  if (!notes.length) return;
  const wide = matchMedia('screen and (width >= 64rem)');
  const GAP = 16;   // above and below a note, in pixels

  const place = () => {
    if (!wide.matches) return;
    const boxes = notes.map(({note, mark, block}) => [note, mark, block].map(e => e.getBoundingClientRect()));
    let free = -Infinity;   // from where on the margin is
    boxes.forEach(([note, mark, block], i) => {
      const before = parseFloat(notes[i].note.style.getPropertyValue('--shift')) || 0;
      const top = Math.max(block.top, free);
      const shift = Math.max(0, Math.min(mark.top - 4, block.bottom - note.height) - top);
      if (Math.abs(shift - before) >= 1) notes[i].note.style.setProperty('--shift', `${Math.round(shift)}px`);
      free = top + shift + note.height + GAP;
    });
  };
  new ResizeObserver(place).observe(text);
  wide.addEventListener('change', place);

  // The words before a mark that a note quotes, of long ones told by their ends.
  const quoted = ({note, mark, block}) => {
    const [head, tail = head] = note.querySelector('.lemma b').textContent.split('……');
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), places = [];
    for (let node; (node = walker.nextNode()) && !mark.contains(node);) {
      if (!node.parentElement.closest('[data-added]')) for (let i = 0; i < node.length; i++) places.push([node, i]);
    }
    const before = places.map(([node, i]) => node.data[i]).join('');
    const last = before.lastIndexOf(tail), first = before.lastIndexOf(head, last);
    if (last < 0 || first < 0) return null;
    const range = document.createRange(), [end, at] = places[last + tail.length - 1];
    range.setStart(...places[first]);
    range.setEnd(end, at + 1);
    return range;
  };
  if (!window.Highlight) return;
  for (const one of notes) {
    for (const part of [one.note, one.mark]) {
      const show = () => { const range = quoted(one); if (range) CSS.highlights.set('quoted', new Highlight(range)); };
      const hide = () => CSS.highlights.delete('quoted');
      part.addEventListener('pointerenter', show);
      part.addEventListener('focusin', show);
      part.addEventListener('pointerleave', hide);
      part.addEventListener('focusout', hide);
    }
  }
})();
