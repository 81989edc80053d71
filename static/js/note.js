// In the margin a note stands at the height of its mark, as far as its paragraph
// has room. Without this script it stands at its paragraph's top.
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
})();
