// Filters the glossary by what is typed: characters, pinyin without tones, words of the gloss.
// The form is hidden without script.
(() => {
  'use strict';
  const form = document.querySelector('.filter'), list = document.querySelector('.sections');
  if (!form || !list) return;

  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f\s'’-]/g, '');
  const items = [...list.querySelectorAll('li')].map(li => {
    const id = li.querySelector('a')?.pathname.split('/').at(-2) ?? '';   // ids are pinyin
    return {li, words: plain(li.textContent) + ' ' + plain(id)};
  });
  const said = form.querySelector('[role=status]');
  const apply = () => {
    const typed = plain(form.elements.typed.value);
    let n = 0;
    for (const {li, words} of items) {
      li.hidden = !words.includes(typed);
      if (!li.hidden) n++;
    }
    for (const section of list.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    said.textContent = typed ? `${n} 条` : '';
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();   // a browser may have kept what was typed
})();
