// In a page that other sites show in a frame: sets the theme that was asked
// for, finds the section of a line, and tells the frame's page how high this is.
//
//   ?theme=light|dark   else the reader's own
//   ?line=36            of a whole report: shows the section in which the line is
(() => {
  'use strict';
  const asked = new URLSearchParams(location.search), root = document.documentElement;
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const line = document.getElementById('L' + asked.get('line'));
  if (line?.dataset.in && !document.querySelector('[data-part]')) {
    location.replace(line.dataset.in + '/' + location.search);
    return;
  }
  if (line && line !== document.querySelector('.report-text [id^=L]')) line.classList.add('asked');

  if (parent === window) return;
  // A height is no secret, so whoever frames this may know it.
  const tell = () => {
    const card = document.querySelector(':popover-open')?.getBoundingClientRect().bottom ?? 0;
    const height = Math.ceil(Math.max(root.getBoundingClientRect().height, card + scrollY + 16));
    parent.postMessage({jianzhuHeight: height}, '*');
  };
  new ResizeObserver(tell).observe(root);
  document.addEventListener('toggle', tell, true);   // a card hangs over the end of the page
  tell();
})();
