// A term opens a card: a copy of its entry in 本文词条. Without this script, or
// without popover, the link leads to the glossary.
//
// Click, tap and Enter open it, and so does a mouse that rests on the term. The
// popover gives Esc, closing from outside, and one at a time. Focus stays on
// the term; Tab goes into the card and through it back to the text.
(() => {
  'use strict';
  // A link leads to the term's page, or to its entry. The id is on the entry, or in a skin on its name;
  // in a frame entries have none, and are found by the number that the link has.
  const idOf = link => link.getAttribute('href')?.match(/.*(?:glossary\/|#term-)([^/#]+)/)?.[1];
  const framed = document.querySelector('[data-page=embed] .terms')?.children;
  const entryOf = link => framed ? framed[link.dataset.n - 1] : document.getElementById('term-' + idOf(link))?.closest('li');
  const links = [...document.querySelectorAll('a.term')].filter(entryOf);
  if (!links.length || !('popover' in HTMLElement.prototype)) return;
  const REST = 500, LEAVE = 300;   // milliseconds a mouse rests before a card opens, is away before it closes

  const card = document.createElement('div');
  card.className = 'term-card';
  card.id = 'card';
  card.popover = 'auto';
  card.dataset.added = '';
  card.setAttribute('role', 'dialog');
  document.body.append(card);

  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'term-card-close';
  close.textContent = '×';
  close.setAttribute('aria-label', '关闭');
  close.addEventListener('click', () => card.hidePopover());

  let open = null;       // the link whose card is shown
  let byMouse = false;   // it was opened by a resting mouse, and closes when the mouse leaves
  let timer = 0;

  const place = link => {
    const at = link.getClientRects()[0], space = 10;
    if (getComputedStyle(card).position === 'fixed') {   // the sheet of narrow screens: keep the term in sight
      card.style.left = card.style.top = '';
      scrollBy(0, Math.max(0, at.bottom + space + card.offsetHeight - innerHeight));
      return;
    }
    const width = document.documentElement.clientWidth;
    const left = Math.max(16, Math.min(at.left - 20, width - card.offsetWidth - 16));
    const below = at.bottom + space + card.offsetHeight < innerHeight || at.top < card.offsetHeight + space;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? at.bottom + space : at.top - space - card.offsetHeight) + scrollY}px`;
  };

  const show = (link, mouse) => {
    const entry = entryOf(link);
    if (!entry) return false;
    if (open !== link) {
      const copy = entry.cloneNode(true);
      for (const element of copy.querySelectorAll('[id]')) element.removeAttribute('id');
      card.replaceChildren(...copy.childNodes, close);
      card.setAttribute('aria-label', entry.querySelector('.entry-name').textContent);
      if (open) card.hidePopover();
      card.showPopover();
      card.scrollTop = 0;
      open = link;
      link.setAttribute('aria-expanded', 'true');
      place(link);
    }
    byMouse = mouse;
    return true;
  };

  card.addEventListener('beforetoggle', event => {
    if (event.newState === 'open') return;
    open?.setAttribute('aria-expanded', 'false');
    open = null;
    clearTimeout(timer);
  });

  // Click, tap, Enter. A press outside closes the popover before the click
  // comes, so a second click on the term must know that it was open.
  const termOf = event => event.target.closest?.('a.term[href]');   // a reader may have unmarked some
  let pressed = null;
  document.addEventListener('pointerdown', event => { pressed = !byMouse && open && termOf(event) === open ? open : null; }, true);
  document.addEventListener('click', event => {
    const link = termOf(event);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    clearTimeout(timer);
    const again = link === pressed || link === open && !byMouse;
    pressed = null;
    if (again) {
      if (open) card.hidePopover();
      event.preventDefault();
    } else if (show(link, false)) {
      event.preventDefault();
    }
  });
  card.addEventListener('click', event => { if (event.target.closest('a[href^="#"]')) card.hidePopover(); });

  // A mouse that rests.
  document.addEventListener('pointerover', event => {
    if (event.pointerType !== 'mouse') return;
    const link = termOf(event);
    clearTimeout(timer);
    if (link && link === open || card.contains(event.target)) return;
    if (open && !byMouse) return;   // a card that was asked for stays
    if (link) {
      timer = setTimeout(show, REST, link, true);
    } else if (open) {
      timer = setTimeout(() => card.hidePopover(), LEAVE);
    }
  });

  // Keys: from the term into the card, through it, and on in the text.
  document.addEventListener('keydown', event => {
    if (!open || event.key !== 'Tab') return;
    const stops = card.querySelectorAll('a, button');
    const first = stops[0], last = stops[stops.length - 1], at = document.activeElement;
    if (at === open && !event.shiftKey) {
      event.preventDefault();
      first.focus();
    } else if (at === first && event.shiftKey) {
      event.preventDefault();
      open.focus();
    } else if (at === last && !event.shiftKey) {
      const link = open;
      card.hidePopover();
      link.focus();   // from here the browser goes on to what follows the term
    } else if (at === open) {
      card.hidePopover();
    }
  });

  for (const link of links) {
    link.setAttribute('aria-haspopup', 'dialog');
    link.setAttribute('aria-expanded', 'false');
  }
})();
