// A line's number is its permalink. Following it also offers to copy the line's
// address, a citation of it made from the entry in 引用, or the code that embeds it or
// its section. Without this script,
// or without popover, it is a link; the entry then lacks the day of access.
(() => {
  'use strict';
  const citation = document.querySelector('.citation');
  if (!citation) return;
  const [entry, checksum] = citation.children;
  const [, work, path] = entry.textContent.match(/^(.*) (\S+)\.$/s);
  // An address without a host is of a site that was not told where it stands:
  // then the page is cited where it is read, if it is read from a server.
  const here = path.startsWith('/') && location.protocol.startsWith('http') ? location.origin + location.pathname : path;
  const today = () => new Date().toLocaleDateString('sv');   // ISO 8601, in local time
  const cite = hash => `${work.replace('[引用日期]', `[${today()}]`)} ${here}${hash}.`;
  entry.textContent = cite('');
  for (const file of document.querySelectorAll('#cite a[download]')) file.href = file.href.replace(path, here);
  const bibtex = document.querySelector('#cite pre');
  for (const value of bibtex.querySelectorAll('.s')) {
    if (value.textContent === `"${path}"`) value.textContent = `"${here}"`;
  }

  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const status = () => { const said = make('span', {className: 'copied'}); said.setAttribute('role', 'status'); return said; };
  const copy = async (text, said, instead) => {
    said.textContent = '';
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = '已复制';
    } catch {   // not allowed, or not a secure context
      instead(text);
      said.textContent = '未能写入剪贴板，文字已选中，请自行复制';
    }
  };
  const button = (label, act) => {
    const b = make('button', {type: 'button', textContent: label});
    b.addEventListener('click', act);
    return b;
  };

  // The entries of 引用.
  for (const [shown, label, text] of [[citation, '复制引文', () => cite('')], [bibtex, '复制BibTeX', () => bibtex.textContent]]) {
    const row = make('p', {className: 'copy-entry'}), said = status();
    row.append(button(label, () => copy(text(), said, () => getSelection().selectAllChildren(shown))), said);
    shown.after(row);
  }

  const nameOf = line => `第${line.hash.slice('#L'.length)}行`;
  // A line for reference managers: the report's entry with the address and the number of the line.
  const named = name => document.querySelector(`meta[name=citation_${name}]`)?.content ?? '';
  const formats = {
    BibTeX: () => bibtex.textContent
      .replace(/^(@misc\{[^,]*)/, `$1-${line.hash.slice(1)}`)
      .replace(/^( *url *= *")[^"]*/m, `$1${address()}`)
      .replace(/^( *note *= *"\{)/m, `$1${nameOf(line)}；`),
    RIS: () => {
      const date = named('publication_date');
      return [
        ['TY', 'RPRT'], ['AU', named('author')], ['TI', named('title')], ['PB', named('author')], ['PY', date.slice(0, 4)],
        ['DA', date && [...date.split('/'), '', '', ''].slice(0, 4).join('/')], ['LA', named('language')], ['UR', address()],
        ['N1', `${nameOf(line)}；${checksum.textContent}`],
      ].filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`).join('') + 'ER  - \r\n';
    },
    'CSL-JSON': () => JSON.stringify([{
      id: `${bibtex.textContent.match(/\{([^,]*)/)[1]}-${line.hash.slice(1)}`,
      type: 'report',
      author: named('author') ? [{literal: named('author')}] : undefined,
      title: named('title'),
      issued: named('publication_date') ? {'date-parts': [named('publication_date').split('/').map(Number)]} : undefined,
      language: named('language'),
      URL: address(),
      note: `${nameOf(line)}；${checksum.textContent}`,
    }], null, 2) + '\n',
  };

  // Lines.
  if (!('popover' in HTMLElement.prototype)) return;
  let line = null;   // the number whose line is offered
  const said = status();
  const field = make('textarea', {className: 'copy-text', readOnly: true, rows: 4, hidden: true});
  field.setAttribute('aria-label', '要复制的文字');
  const select = text => {
    field.hidden = false;
    field.value = text;
    field.focus({preventScroll: true});
    field.select();
    field.scrollTop = 0;
    place();
  };
  const address = () => here + line.hash;
  const quotation = () => `${cite(line.hash)}\n${nameOf(line)}；${checksum.textContent}`;
  const box = make('span', {className: 'copy', popover: 'auto', lang: 'zh-Hans'});
  box.dataset.added = '';
  box.setAttribute('role', 'group');
  box.append(button('复制地址', () => copy(address(), said, select)), button('复制引文', () => copy(quotation(), said, select)));
  if (named('title')) box.append(...Object.entries(formats).map(([name, text]) => button(name, () => copy(text(), said, select))));   // a sample has none
  // The code of 嵌入 for a part of the report.
  const code = document.querySelector('#embed pre')?.textContent;
  const embedding = (part, name) => code.replace(/(<jianzhu-embed src="[^"]*)("><a href="[^"]*)(">.*?)(?=<\/a>)/, (_, src, href, title) =>
    `${src}#${part}${href}#${part}${title}${name && `：${make('p', {textContent: name}).innerHTML}`}`);
  const sectionOf = line => {
    const lead = line.parentNode.querySelector('.lead');
    if (lead) return [lead.id, lead.textContent];
    const heading = line.closest('section[id]')?.querySelector(':is(h2, h3, h4, h5, h6)')?.cloneNode(true);
    heading?.querySelectorAll('[data-added]').forEach(added => added.remove());
    return heading && [heading.id || line.closest('section[id]').id, heading.textContent.trim().replace(/。$/, '')];
  };
  const embedPart = button('嵌入本段', () => copy(embedding(line.hash.slice(1), ''), said, select));
  const embedSection = button('嵌入本节', () => copy(embedding(...sectionOf(line)), said, select));
  if (code) box.append(embedPart, embedSection);
  box.append(said, field);
  const place = () => {
    const at = line.getBoundingClientRect(), width = document.documentElement.clientWidth;
    box.style.left = box.style.top = '0';   // at its full width
    box.style.left = `${Math.max(8, Math.min(at.left, width - box.offsetWidth - 8)) + scrollX}px`;
    box.style.top = `${at.bottom + 4 + scrollY}px`;
  };
  box.addEventListener('beforetoggle', event => {
    if (event.newState === 'open') return;
    line.removeAttribute('aria-expanded');
    if (box.contains(document.activeElement)) line.focus({preventScroll: true});
    said.textContent = '';
    field.hidden = true;
  });

  document.addEventListener('click', event => {
    const link = event.target.closest?.('a.line, a.new-line');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    location.hash = link.hash;
    if (box.matches(':popover-open')) box.hidePopover();
    line = link;
    link.after(box);   // so that Tab comes to it next
    box.setAttribute('aria-label', nameOf(link));
    embedPart.hidden = link.matches('h2 *, h3 *, h4 *, h5 *, h6 *');
    embedSection.hidden = !sectionOf(link);
    box.showPopover();
    link.setAttribute('aria-expanded', 'true');
    link.focus({preventScroll: true});
    place();
  });
})();
