// The reader's settings: text size, line height, colours, which terms are
// marked, whether a copy is cited, and whether / leads to the search. Each fieldset of the panel is one;
// what it says stands as a data- attribute on <html>, the default as none.
// js/preferences.js applies what is kept to the next page.
(() => {
  'use strict';
  const panel = document.getElementById('settings');
  if (!panel || !('popover' in HTMLElement.prototype)) return;
  const {dataset} = document.documentElement, form = panel.querySelector('form');
  const inputs = [...form.querySelectorAll('input')];
  const find = document.querySelector('[aria-keyshortcuts]');

  // A link that is not marked is none: it takes no focus and opens no card.
  const LINK = ['href', 'aria-haspopup', 'aria-expanded'];
  const unmarked = new Map();   // attributes of the links that are none now
  const marks = {'': () => true, section: ({again}) => again !== 'section', report: ({again}) => !again, none: () => false};
  const follow = () => {
    const marked = marks[dataset.links ?? ''] ?? marks[''];
    for (const link of document.querySelectorAll('.report-text a:is(.term, .document)')) {
      if (marked(link.dataset)) {
        for (const [name, value] of unmarked.get(link) ?? []) link.setAttribute(name, value);
        unmarked.delete(link);
      } else if (!unmarked.has(link)) {
        unmarked.set(link, LINK.filter(name => link.hasAttribute(name)).map(name => [name, link.getAttribute(name)]));
        for (const name of LINK) link.removeAttribute(name);
      }
    }
    if (dataset.keys === 'off') find?.removeAttribute('aria-keyshortcuts'); else find?.setAttribute('aria-keyshortcuts', '/');
  };

  const set = () => {
    const chosen = inputs.filter(({checked, value}) => checked && value).map(({name, value}) => [name, value]);
    for (const {name} of inputs) delete dataset[name];
    Object.assign(dataset, Object.fromEntries(chosen));
    follow();
    try {
      localStorage.setItem('jianzhu', JSON.stringify(Object.fromEntries(chosen)));
    } catch {
      panel.querySelector('[role=status]').textContent = '浏览器不让保存，只在这一页有效。';
    }
  };
  form.addEventListener('change', set);
  form.addEventListener('reset', () => setTimeout(set));   // once the fields are reset
  panel.addEventListener('beforetoggle', event => {
    if (event.newState === 'closed') return;
    for (const input of inputs) input.checked = input.defaultChecked;
    for (const input of inputs) if (input.value === dataset[input.name]) input.checked = true;
  });
  panel.addEventListener('toggle', event => { if (event.newState === 'open') form.querySelector(':checked').focus({preventScroll: true}); });
  addEventListener('storage', follow);
  addEventListener('pageshow', event => { if (event.persisted) follow(); });

  follow();
  panel.hidden = document.querySelector('.settings-open').hidden = false;
})();
