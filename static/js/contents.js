// The contents follow the reading. Where they are not a column they are a bar that
// stays in sight, folded, and names the section that is read.
(() => {
  'use strict';
  const details = document.querySelector('.contents > details');
  if (!details) return;
  const column = matchMedia('(width >= 80rem)');
  const fold = () => { details.open = column.matches; };
  fold();
  details.dataset.ready = '';   // style sheets fold it until then, so that nothing moves
  column.addEventListener('change', fold);
  const shown = details.querySelector('.here');
  details.addEventListener('click', event => { if (event.target.closest('a') && !column.matches) details.open = false; });

  const places = [];
  for (const link of details.querySelectorAll('a')) {
    const place = document.getElementById(link.hash.slice(1));
    if (place) places.push({place, link});
  }
  let current = null;
  const follow = () => {
    // One reads near the top of the window, but at the end of the page further
    // down; and there rather what one has asked for.
    const left = document.documentElement.scrollHeight - scrollY - innerHeight;
    const read = Math.max(innerHeight * 0.2, innerHeight - left);
    const top = ({place}) => place.getBoundingClientRect().top;
    const asked = places.find(one => one.link.hash === location.hash && top(one) >= 0 && top(one) < read);
    const here = (asked ?? places.findLast(one => top(one) < read))?.link ?? null;
    if (here === current) return;
    current?.removeAttribute('aria-current');
    here?.setAttribute('aria-current', 'location');
    current = here;
    shown?.replaceChildren(...here?.cloneNode(true).childNodes ?? []);
    if (here && column.matches) {
      const box = details.getBoundingClientRect(), at = here.getBoundingClientRect();
      if (at.top < box.top || at.bottom > box.bottom - 40) details.scrollTop += at.top - box.top - box.height / 3;
    }
  };
  let due = false;
  addEventListener('scroll', () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => { due = false; follow(); });
  }, {passive: true});
  follow();
})();
