// The search page: terms and headings first, then the lines, by report. Without
// this script the page says what else there is; it hides that.
(() => {
  'use strict';
  const form = document.querySelector('.query'), results = document.querySelector('.results');
  if (!form || !window.jianzhu) return;
  const {open, key, phrase, text, theme, address} = jianzhu.search;
  const {q, region, year, type, theme: about} = form.elements, said = form.querySelector('[role=status]');
  const HITS = 3, REPORTS = 6, TITLES = 6;   // shown at first, and with each 更多: lines of a report, reports, titles
  const LONGEST = 140;   // characters of a paragraph shown, about

  // What is asked for: words in which quote marks at both ends mean this and
  // nothing else; others stand for their regional wordings too.
  const keyText = words => key(words).map(([c]) => c).join('');
  const parse = (query, pairs) => {
    const words = [];
    for (const [word] of query.matchAll(/"[^"]*"(?!\S)|“[^”]*”(?!\S)|\S+/gu)) {
      const wanted = keyText(word);
      if (!wanted) continue;
      const forms = [{key: wanted, rank: 0}];
      for (const [taiwan, mainland] of /^["“].*["”]$/.test(word) ? [] : pairs) {
        // What Taiwan says for a thing may mean another on the mainland: it counts in Traditional texts only.
        if (wanted.includes(mainland)) forms.push({key: wanted.replaceAll(mainland, taiwan), rank: 1, traditional: true});
        if (wanted.includes(taiwan)) forms.push({key: wanted.replaceAll(taiwan, mainland), rank: 1});
      }
      words.push(forms);
    }
    return words;
  };

  // The units that have all words: a map to how well, rank 0 the words
  // themselves, 1 regional wordings; span the characters from first to last.
  const findAll = async (part, words, isTraditional) => {
    const found = await Promise.all(words.map(async forms => {
      const units = new Map();
      const maps = await Promise.all(forms.map(form => phrase(part, [...form.key])));
      maps.forEach((map, i) => {
        for (const [unit, at] of map) {
          if (units.has(unit) || forms[i].traditional && !isTraditional(unit)) continue;
          units.set(unit, {rank: forms[i].rank, at: at.map(start => [start, start + [...forms[i].key].length])});
        }
      });
      return units;
    }));
    const rarest = found.reduce((a, b) => b.size < a.size ? b : a);
    const joined = words.length > 1 ? await phrase(part, [...words.map(forms => forms[0].key).join('')]) : new Map();
    const all = new Map();
    for (const unit of rarest.keys()) {
      const each = found.map(units => units.get(unit));
      if (each.some(hit => !hit)) continue;
      const span = joined.has(unit) ? 0 : words.length > 1 ? spanOf(each.map(hit => hit.at)) : 0;
      all.set(unit, {unit, rank: Math.max(...each.map(hit => hit.rank)), span});
    }
    return all;
  };
  // The fewest characters in which there is one of each.
  const spanOf = lists => {
    const ends = lists.flatMap((list, word) => list.map(([from, to]) => ({from, to, word}))).sort((a, b) => a.from - b.from);
    const last = [];
    let best = Infinity;
    for (const end of ends) {
      last[end.word] = end;
      const seen = last.filter(Boolean);
      if (seen.length === lists.length) best = Math.min(best, Math.max(...seen.map(({to}) => to)) - Math.min(...seen.map(({from}) => from)));
    }
    return best;
  };
  const better = (a, b) => a.rank - b.rank || (a.span === b.span ? 0 : a.span - b.span);

  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };
  const link = (to, ...children) => make('a', {href: address(to)}, ...children);
  const inScriptOf = (report, element) => {   // words of a report
    if (report?.traditional) element.lang = 'zh-Hant';
    return element;
  };

  // Where the words are in a text: from, to, word.
  const marksIn = (shown, words) => {
    const characters = key(shown), at = [];
    let whole = '';
    for (const character of characters) {
      for (let i = 0; i < character[0].length; i++) at.push(character);
      whole += character[0];
    }
    const marks = [];
    words.forEach((forms, word) => forms.forEach(form => {
      for (let i = whole.indexOf(form.key); i >= 0; i = whole.indexOf(form.key, i + form.key.length)) {
        marks.push({from: at[i][1], to: at[i + form.key.length - 1][2], word});
      }
    }));
    return marks.sort((a, b) => a.from - b.from || b.to - a.to);
  };
  const marked = (shown, marks, from = 0, to = shown.length) => {
    const parts = [];
    for (const mark of marks) {
      if (mark.from < from || mark.to > to) continue;
      parts.push(shown.slice(from, mark.from), make('mark', {textContent: shown.slice(mark.from, mark.to)}));
      from = mark.to;
    }
    return [...parts, shown.slice(from, to)];
  };
  // The sentence with the first match of each word, and what follows as long as
  // there is room.
  const excerpt = (shown, marks, words) => {
    if (shown.length <= LONGEST) return marked(shown, marks);
    const stop = before => Math.max(...'。！？；'.split('').map(c => shown.slice(0, before).lastIndexOf(c)));
    const closed = i => { while ('”’」』）》'.includes(shown[i] || ' ')) i++; return i; };
    const whole = i => /^[\udc00-\udfff]/.test(shown.slice(i)) ? i - 1 : i;   // not in the middle of a character
    const room = Math.floor(LONGEST / Math.min(words, 3));
    const pieces = [];
    const covered = new Set();
    for (const mark of marks) {
      if (covered.has(mark.word)) continue;
      let from = closed(stop(mark.from) + 1);
      if (mark.from - from > room / 2) from = whole(mark.from - Math.round(room / 3));
      let to = Math.min(shown.length, Math.max(whole(from + room), mark.to));
      if (to < shown.length && stop(to) >= mark.to) to = closed(stop(to) + 1);
      for (const other of marks) if (other.from >= from && other.to <= to) covered.add(other.word);
      const before = pieces.at(-1);
      if (before && from <= before.to) before.to = Math.max(to, before.to); else pieces.push({from, to});
    }
    const parts = pieces.flatMap(({from, to}) => [from > 0 ? '…' : '', ...marked(shown, marks, from, to)]);
    return [...parts, pieces.at(-1)?.to < shown.length ? '…' : ''];
  };

  // A list that grows: show makes the element of one item, or null.
  const growing = async (list, items, count, show, name) => {
    let shown = 0;
    const more = make('button', {type: 'button', className: 'more'});
    const grow = async () => {
      const next = items.slice(shown, shown += count);
      const elements = (await Promise.all(next.map(show))).filter(Boolean);
      list.append(...elements);
      more.hidden = shown >= items.length;
      more.textContent = name(items.length - shown);
      return elements;
    };
    more.addEventListener('click', () => grow().then(elements => elements[0]?.querySelector('a')?.focus(), failed));
    await grow();
    return more;
  };
  const failed = () => { said.textContent = '检索所需的文件没能载入，请重新载入本页再试。'; };

  // What is found: reports with their hits, titles, and how many.
  const look = async (index, words) => {
    const {regions, reportOf, reportOfTitle} = index;
    const wanted = r => (!region.value || [...regions[r.region], ''].join('/').startsWith(region.value + '/')) &&
      (!year.value || r.year === Number(year.value)) && (!type.value || r.type === type.value);
    const [lines, titles, exact, among] = await Promise.all([
      findAll(index.lines, words, unit => reportOf(unit).traditional),
      findAll(index.titles, words, unit => reportOfTitle(unit)?.traditional),
      words.length === 1 ? phrase(index.titles, [...words[0][0].key, ' ', ' ']) : new Map(),   // to the title's end
      about.value ? theme(index.themes.findIndex(([id]) => id === about.value)) : null,
    ]);

    const groups = new Map();
    let variants = 0, count = 0;
    for (const hit of lines.values()) {
      const report = reportOf(hit.unit);
      if (!wanted(report) || among && !among.has(hit.unit)) continue;
      if (!groups.has(report)) groups.set(report, []);
      groups.get(report).push(hit);
      variants += hit.rank;
      count++;
    }
    for (const hits of groups.values()) hits.sort((a, b) => better(a, b) || a.unit - b.unit);
    const found = [...groups].sort(([ra, a], [rb, b]) => better(a[0], b[0]) || b.length - a.length || ra.line - rb.line);

    const isPart = hit => exact.get(hit.unit)?.includes(0) ? 0 : 1;
    const named = [...titles.values()].sort((a, b) => isPart(a) - isPart(b) || better(a, b) || a.unit - b.unit);
    const entries = named.filter(hit => hit.unit < index.entries);
    const headings = among ? [] : named.filter(hit => hit.unit >= index.entries && wanted(reportOfTitle(hit.unit)));
    return {found, count, variants, entries, headings};
  };

  // The elements of what is found.
  const show = async (index, words, {found, entries, headings}) => {
    const {heads, reportOf, reportOfTitle} = index;
    const ends = heads.map((_, i) => heads.slice(0, i + 1).reduce((sum, n) => sum + n));
    const kind = unit => ['词条', '主题', '文件', '指标'][ends.findIndex(end => unit < end)];
    const titleLink = (to, shown) => link(to, ...marked(shown, marksIn(shown, words)));
    const small = textContent => make('small', {textContent});
    const seen = new Set();   // a term may be found by several forms
    const showEntry = async ({unit}) => {
      const [to, shown, note] = await text(index.titles, unit);
      if (seen.has(to)) return null;
      seen.add(to);
      return make('li', {}, titleLink(to, shown), ' ', small(kind(unit) + (note && '：' + note)));
    };
    const showHeading = async ({unit}) => {
      const [to, shown, note] = await text(index.titles, unit), report = reportOfTitle(unit), own = unit === report.title;
      if (note) return make('li', {}, link(to, ...excerpt(shown, marksIn(shown, words), words.length)), ' ', small(`${note}，${report.name}`));
      const a = titleLink(to, shown);
      return make('li', {}, own ? a : inScriptOf(report, a), ' ', small(own ? '报告' : report.name));
    };
    const showLine = async ({unit}) => {
      const [line, shown, heading, themes] = await text(index.lines, unit), report = reportOf(unit);
      const p = inScriptOf(report, make('p', {className: 'excerpt'}, ...excerpt(shown, marksIn(shown, words), words.length)));
      const where = make('p', {className: 'where'}, link(`reports/${report.slug}/#L${line}`, `第${line}行`));
      if (heading) where.append(inScriptOf(report, make('span', {textContent: heading})));
      if (themes.length) where.append(make('span', {textContent: themes.map(i => index.themes[i][1]).join('、')}));
      return make('li', {}, p, where);
    };
    const showReport = async ([report, hits]) => {
      const list = make('ol'), title = link(`reports/${report.slug}/`, report.name);
      const more = await growing(list, hits, found.length > 2 ? HITS : REPORTS, showLine, left => `本篇另有${left}段`);
      return make('section', {}, make('h2', {}, title, ' ', small(`${hits.length}段`)), make('div', {}, list, more));
    };
    const showTitles = async (name, hits, show) => {
      const list = make('ul'), more = await growing(list, hits, TITLES, show, () => `更多${name}`);
      return hits.length ? [make('section', {className: 'titles'}, make('h2', {textContent: name}), make('div', {}, list, more))] : [];
    };
    const list = make('div', {className: 'reports'});
    const [first, second, more] = await Promise.all([
      showTitles('条目', entries, showEntry),
      showTitles('标题、编者注', headings, showHeading),
      growing(list, found, REPORTS, showReport, left => `另有${left}篇`),
    ]);
    return [...first, ...second, list, more];
  };

  const say = (words, {found, count, variants, entries, headings}) => {
    const others = words.flatMap(forms => forms.slice(1).map(form => `“${form.key}”`)).join('、');
    const lines = count ? `正文共${count}段，见于${found.length}篇${variants ? `；其中${variants}段用的是${others}` : ''}。` : '正文中没有找到。';
    return lines + (entries.length || headings.length ? `${count ? '另' : ''}有条目、标题或编者注。` : '');
  };

  let turn = 0;   // what is asked later is shown, whichever comes first
  const run = async () => {
    const mine = ++turn, query = q.value.trim();
    remember(query);
    const index = await open();
    const words = parse(query, index.fold.regional);
    let elements = [], summary = query ? '只有标点，没有可查的字。' : '';
    if (words.length) {
      said.textContent ||= '正在检索……';
      const looked = await look(index, words);
      if (mine !== turn) return;
      elements = await show(index, words, looked);
      summary = say(words, looked);
    }
    if (mine !== turn) return;
    results.replaceChildren(...elements);
    said.textContent = summary;
  };
  const start = () => run().catch(failed);

  // The address has what is asked.
  const fields = {q, theme: about, region, year, type}, {title} = document;
  const remember = query => {
    const asked = new URLSearchParams();
    for (const [name, field] of Object.entries(fields)) if (field.value) asked.set(name, name === 'q' ? query : field.value);
    try {
      history.replaceState(null, '', asked.size ? '?' + asked : location.pathname);
    } catch { /* from disk a browser may refuse */ }
    document.title = query ? `${query} · ${title}` : title;
  };

  const offer = (field, options) => {
    for (const [value, name] of options) field.add(new Option(name, value));
    field.parentElement.hidden = options.length < 2;
  };
  const TYPES = {'work-report': '政府工作报告', plan: '规划', 'work-summary': '工作总结'};
  const prepare = async () => {
    const index = await open();
    const places = new Set(index.regions.flatMap(path => path.map((_, i) => path.slice(0, i + 1).join('/'))));
    offer(region, [...places].map(path => [path, '　'.repeat(path.split('/').length - 1) + path.split('/').at(-1)]));
    offer(year, [...new Set(index.reports.map(r => r.year))].filter(Boolean).sort((a, b) => b - a).map(y => [y, `${y}年`]));
    offer(type, [...new Set(index.reports.map(r => r.type))].filter(Boolean).map(t => [t, TYPES[t] ?? t]));
    offer(about, index.themes);
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(fields)) if (asked.has(name)) field.value = asked.get(name);
    if (q.value) await run();
  };

  let due = 0;
  form.addEventListener('input', event => {
    clearTimeout(due);
    if (!event.isComposing) due = setTimeout(start, 250);
  });
  form.addEventListener('compositionend', () => { due = setTimeout(start, 250); });
  form.addEventListener('submit', event => {
    event.preventDefault();
    clearTimeout(due);
    start();
  });
  form.hidden = false;
  document.querySelector('.instead').hidden = true;
  prepare().catch(failed);
})();
