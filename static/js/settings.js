// The reader's settings: text size, line height, colours, which terms are
// marked, whether a copy is cited, and whether / leads to the search. Each fieldset of the panel is one;
// what it says stands as a data- attribute on <html>, the default as none.
// js/preferences.js applies what is kept to the next page.
(() => {
  'use strict';
  const opener = document.querySelector('.settings-open');
  if (!opener || !('popover' in HTMLElement.prototype)) return;
  const {dataset} = document.documentElement;
  const find = document.querySelector('[aria-keyshortcuts]');

  // The default of each has no value. Of the links to terms a page has what the button says at most.
  const marked = [['all', '每处'], ['section', '每节首次'], ['report', '全文首次'], ['none', '不标']];
  const most = Math.max(0, marked.findIndex(([value]) => value === opener.dataset.most));
  const settings = [
    ['size', '字号', [['small', '小'], ['', '标准'], ['large', '大'], ['largest', '特大']]],
    ['leading', '行距', [['tight', '紧'], ['', '标准'], ['loose', '松']]],
    ['scheme', '配色', [['', '随系统'], ['light', '浅色'], ['dark', '深色']]],
    ['links', '词条', marked.slice(most).map(([value, label], i) => [i ? value : '', label])],
    ['copy', '复制', [['', '只要正文'], ['cited', '附出处']]],
    ...document.querySelector('.site-nav') ? [['keys', '快捷键', [['', '按 / 检索'], ['off', '关']]]] : [],   // a single file has no search
  ];
  const panel = Object.assign(document.createElement('div'), {className: 'settings', id: 'settings', popover: 'auto', ariaLabel: '阅读设置'});
  panel.setAttribute('role', 'dialog');
  panel.innerHTML = '<form method="dialog">' + settings.map(([name, title, values]) => `<fieldset><legend>${title}</legend>` + values.map(([value, label]) =>
    `<label><input type="radio" name="${name}" value="${value}"${value ? '' : ' checked'}> ${label}</label>`).join('') + '</fieldset>').join('') +
    '<p><button type="reset">恢复默认</button><button type="button" popovertarget="settings" popovertargetaction="hide">关闭</button></p><p role="status"></p></form>';
  opener.after(panel);
  const form = panel.firstChild, inputs = [...form.querySelectorAll('input')];

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
  opener.hidden = false;
})();
