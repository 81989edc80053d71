// Filters the glossary by what is typed (characters, pinyin without tones, words
// of the gloss) and by theme. The form is hidden without script.
(() => {
  'use strict';
  const form = document.querySelector('.filter'), list = document.querySelector('.sections');
  if (!form || !list) return;
  const {typed, theme} = form.elements, said = form.querySelector('[role=status]');

  const plain = text => text.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f\s'’-]/g, '');
  const items = [...list.querySelectorAll('li')].map(li => {
    const id = li.querySelector('a').pathname.split('/').at(-2);   // ids are pinyin
    return {li, id, words: plain(li.textContent) + ' ' + plain(id)};
  });
  const words = new Map();   // what is said of a term anywhere in the list, by id
  for (const item of items) words.set(item.id, (words.get(item.id) ?? '') + item.words);

  const themes = new Map();   // ids by theme, from the list by theme
  for (const section of list.querySelectorAll('section[id^=theme-]')) {
    themes.set(section.id, new Set(items.filter(({li}) => section.contains(li)).map(({id}) => id)));
    theme.add(new Option(section.firstElementChild.textContent, section.id));
  }
  theme.parentElement.hidden = !themes.size;

  const apply = () => {
    const wanted = plain(typed.value), among = themes.get(theme.value);
    const shown = new Set();
    for (const {li, id} of items) {
      li.hidden = !words.get(id).includes(wanted) || Boolean(among) && !among.has(id);
      if (!li.hidden) shown.add(id);
    }
    for (const section of list.querySelectorAll('section')) section.hidden = !section.querySelector('li:not([hidden])');
    for (const link of document.querySelectorAll('.letters a')) link.hidden = document.querySelector(link.hash).hidden;
    said.textContent = !wanted && !among ? '' : shown.size ? `${shown.size}条` : '没有这样的词条，';
    if (!shown.size) said.append(Object.assign(document.createElement('a'), {href: `../search/?q=${encodeURIComponent(typed.value)}`, textContent: '去全文检索 ›'}));
  };
  form.addEventListener('input', apply);
  form.addEventListener('submit', event => event.preventDefault());
  form.hidden = false;
  apply();   // a browser may have kept what was typed
})();
