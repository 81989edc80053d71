// The search page: terms first, then the lines, by report, then headings and notes.
// What stands nowhere is answered by what is nearest (js/search-near.js). Without
// this script the page says what else there is; it hides that.
(() => {
  'use strict';
  const form = document.querySelector('.query'), results = document.querySelector('.results');
  if (!form || !window.jianzhu) return;
  const {END, ENTRY, open, load, key, phrase, text, theme, address} = jianzhu.search;
  const {q, region, year, type, theme: about} = form.elements, said = form.querySelector('[role=status]');
  const HITS = 3, REPORTS = 6, TITLES = 6;   // shown at first, and with each 更多: lines of a report, reports, titles
  const FEW = 2;         // entries above passages on a phone, whose screen these should reach
  const LONGEST = 140;   // characters of a paragraph shown, about
  const READS = '读作：';  // what is said of a title that is the pinyin of a term

  // What is asked for: words in which quote marks at both ends mean this and
  // nothing else; others stand for their regional wordings too. What has a minus
  // before it is not wanted.
  const keyText = words => key(words).map(([c]) => c).join('');
  const parse = (query, pairs) => {
    const words = [], without = [];
    for (const [, minus, word] of query.matchAll(/(?<!\S)([-－−](?=[^\s\d]))?("[^"]*"(?!\S)|“[^”]*”(?!\S)|\S+)/gu)) {
      const wanted = keyText(word), exact = /^["“].*["”]$/.test(word);
      if (!wanted) continue;
      const forms = [{key: wanted, rank: 0}];
      for (const [taiwan, mainland] of exact ? [] : pairs) {
        // What Taiwan says for a thing may mean another on the mainland: it counts in Traditional texts only.
        if (wanted.includes(mainland)) forms.push({key: wanted.replaceAll(mainland, taiwan), rank: 1, traditional: true});
        if (wanted.includes(taiwan)) forms.push({key: wanted.replaceAll(taiwan, mainland), rank: 1});
      }
      (minus ? without : words).push(Object.assign(forms, {exact}));
    }
    return {words, without};
  };

  // The texts of units; their files are loaded at once.
  const textsOf = (part, units) => Promise.all(units.map(unit => text(part, unit)));
  // What will be shown, or most likely, loads meanwhile.
  const soon = (part, hits) => textsOf(part, hits.map(({unit}) => unit)).catch(() => {});
  const isLatin = word => /^[a-z]+$/.test(word);
  // A word that is a term's name, another form of it or its pinyin stands for all
  // its forms; so does an indicator's. A form in which another stands finds nothing
  // besides: that other is looked for, and has it as a longer one, by which it is named.
  const widen = async (index, words) => {
    for (const forms of words.filter(({exact}) => !exact)) {
      const [{key: wanted}] = forms;
      if (wanted.length < 2) continue;
      const others = new Map();
      for (const entry of (await entriesNamed(index, wanted)).slice(0, 3)) {
        const [from, to] = index.sameEntry(entry);
        for (const [, name, note] of await textsOf(index.titles, Array.from({length: to - from}, (_, i) => from + i))) {
          const other = keyText(name);
          if (!note.startsWith(READS) && other.length > 1 && !forms.some(form => other.includes(form.key) && !form.traditional)) others.set(other, name.replace(/[“”"]/g, ''));
        }
      }
      for (const [other, name] of [...others].sort(([a], [b]) => a.length - b.length)) {
        const within = forms.find(form => form.rank > 1 && other.includes(form.key));
        if (within) within.longer.unshift({key: other, name}); else forms.push({key: other, rank: 2, name, longer: []});
      }
    }
  };
  // The titles of entries that are a word, or have it as their pinyin or its initials.
  const entriesNamed = async (index, wanted) => {
    const latin = isLatin(wanted), found = [...await phrase(index.titles, latin ? [...wanted] : [...wanted, ENTRY])];
    const units = found.filter(([unit, at]) => unit < index.entries && (latin || at.includes(0))).map(([unit]) => unit);
    if (!latin) return units;
    const texts = await textsOf(index.titles, units.slice(0, 40));
    return units.filter((_, i) => texts[i] && (texts[i][2].startsWith(READS) ? texts[i][1].split(' ').includes(wanted) : keyText(texts[i][1]) === wanted));
  };

  const byRarity = words => words.toSorted((a, b) => b[0].key.length - a[0].key.length);   // as far as length tells
  // The units, among some or all, that have all words: a map to how well, rank 0 the words
  // themselves, 1 regional wordings, 2 other names; span the characters from first to last.
  // Each word is looked for in what rarer ones have left. Whether two words stand together
  // is asked where one is so frequent that its positions are not known.
  const findAll = async (part, words, isTraditional, among = null) => {
    const found = new Map();
    let left = among;
    for (const forms of byRarity(words)) {
      const units = new Map();
      const maps = await Promise.all(forms.map(form => phrase(part, [...form.key], left)));
      maps.forEach((map, i) => {
        for (const [unit, at] of map) {
          if (units.has(unit) || forms[i].traditional && !isTraditional(unit)) continue;
          units.set(unit, {rank: forms[i].rank, form: forms[i], at: at.map(start => [start, start + [...forms[i].key].length])});
        }
      });
      found.set(forms, left = units);
      if (!left.size) return left;
    }
    const each = unit => words.map(forms => found.get(forms).get(unit));
    const isUnknown = words.length === 2 && [...left.keys()].some(unit => each(unit).some(({at}) => !at.length));
    const joined = isUnknown ? await phrase(part, [...words.map(forms => forms[0].key).join('')], left) : new Map();
    return new Map([...left.keys()].map(unit => {
      const hits = each(unit), span = words.length < 2 || joined.has(unit) ? 0 : spanOf(hits.map(({at}) => at));
      return [unit, {unit, rank: Math.max(...hits.map(({rank}) => rank)), forms: hits.map(({form}) => form).filter(({rank}) => rank), span}];
    }));
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
    words.forEach((forms, word) => forms.flatMap(form => [form, ...form.longer ?? []]).forEach(form => {
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
  const growing = async (list, items, count, show, name, first = count) => {
    let shown = 0;
    const more = make('button', {type: 'button', className: 'more'});
    const grow = async () => {
      const next = items.slice(shown, shown += shown ? count : first);
      const elements = (await Promise.all(next.map(show))).filter(Boolean);
      list.append(...elements);
      more.hidden = shown >= items.length;
      if (!more.hidden) more.textContent = name(items.length - shown);
      return elements;
    };
    more.addEventListener('click', () => grow().then(elements => elements[0]?.querySelector('a')?.focus(), failed));
    await grow();
    return more;
  };
  const failed = () => {
    said.textContent = '检索所需的文件没能载入，请重新载入本页再试。';
    try { new DecompressionStream('deflate-raw'); } catch { said.textContent = '浏览器太旧，请换2023年以后的。'; }
  };

  // What is found: reports with their hits, titles, and how many.
  const look = async (index, {words, without}) => {
    const {regions, reportOf, reportOfTitle} = index;
    const wanted = r => (!region.value || [...regions[r.region], ''].join('/').startsWith(region.value + '/')) &&
      (!year.value || r.year === Number(year.value)) && (!type.value || r.type === type.value);
    const isTraditional = unit => reportOf(unit).traditional;
    const inLines = findAll(index.lines, words, isTraditional);
    inLines.then(hits => { if (hits.size <= REPORTS) soon(index.lines, [...hits.values()]); }).catch(() => {});
    const [lines, titles, atEnd, among] = await Promise.all([
      inLines,
      findAll(index.titles, words, unit => reportOfTitle(unit)?.traditional),
      Promise.all(words.length > 1 ? [] : [END, ENTRY].map(end => phrase(index.titles, [...words[0][0].key, end]))),
      about.value ? theme(index.themes.findIndex(([id]) => id === about.value)) : null,
    ]);
    const unwanted = await Promise.all(without.map(forms => findAll(index.lines, [forms], isTraditional, lines)));

    const groups = new Map(), variants = [], names = new Set();
    let count = 0, outside = 0;   // of the filter
    for (const hit of lines.values()) {
      const report = reportOf(hit.unit);
      if (unwanted.some(units => units.has(hit.unit))) continue;
      if (!wanted(report) || among && !among.has(hit.unit)) { outside++; continue; }
      if (!groups.has(report)) groups.set(report, []);
      groups.get(report).push(hit);
      if (hit.rank) variants.push(hit);
      for (const form of hit.forms) names.add(form.name ?? form.key);
      count++;
    }
    for (const hits of groups.values()) hits.sort((a, b) => better(a, b) || a.unit - b.unit);
    const found = [...groups].sort(([ra, a], [rb, b]) => better(a[0], b[0]) || b.length - a.length || ra.line - rb.line);

    soon(index.lines, found.slice(0, REPORTS).flatMap(([, hits]) => hits.slice(0, HITS)));

    const exact = new Map(atEnd.flatMap(found => [...found]));
    const isPart = hit => exact.get(hit.unit)?.includes(0) ? 0 : 1;
    const named = [...titles.values()].sort((a, b) => a.rank - b.rank || isPart(a) - isPart(b) || better(a, b) || a.unit - b.unit);
    // One title of each page: a term may be found by several forms.
    const entries = new Map(), inPinyin = words.every(([{key}]) => isLatin(key));
    for (const {unit} of named) {
      const [page] = unit < index.entries ? index.sameEntry(unit) : [];
      if (page === undefined || entries.has(page) || inPinyin && !await opens(index, unit, words[0][0].key)) continue;
      entries.set(page, unit);
    }
    const headings = among ? [] : named.filter(hit => hit.unit >= index.entries && wanted(reportOfTitle(hit.unit)));
    soon(index.titles, headings.slice(0, TITLES));
    return {found, count, outside, variants: variants.length, names: [...names], entries: [...entries.values()].map(unit => ({kind: kindOf(index, unit), unit})), headings};
  };
  // Whether a title that is pinyin begins with a word, or its initials do.
  const opens = async (index, unit, word) => {
    const [, shown, note] = await text(index.titles, unit);
    return !note.startsWith(READS) || shown.split(' ').some(one => one.startsWith(word));
  };

  const KINDS = ['词条', '主题', '文件', '指标'], kinds = entries => KINDS.filter(name => entries.some(({kind}) => kind === name));
  const kindOf = ({heads}, unit) => KINDS[heads.findIndex(n => (unit -= n) < 0)];

  // The elements of what is found.
  const show = async (index, words, {found, entries, headings}) => {
    const {reportOf, reportOfTitle} = index;
    const titleLink = (to, shown) => link(to, ...marked(shown, marksIn(shown, words)));
    const small = textContent => make('small', {textContent});
    const several = kinds(entries).length > 1;   // else the heading says what they are
    const showEntry = async ({kind, unit}) => {
      const [to, shown, note] = await text(index.titles, unit), reads = note.startsWith(READS);
      const what = reads ? `拼音${shown.split(' ')[0]}` : note;
      return make('li', {}, titleLink(to, reads ? note.slice(READS.length) : shown), ' ', small([several && kind, what].filter(Boolean).join('：')));
    };
    const showHeading = async ({unit}) => {
      const [to, shown, note] = await text(index.titles, unit), report = reportOfTitle(unit), own = unit === report.title;
      if (note) return make('li', {}, link(to, ...excerpt(shown, marksIn(shown, words), words.length)), ' ', small(`${note}，${report.name}`));
      const a = titleLink(to, shown);
      return make('li', {}, own ? a : inScriptOf(report, a), ' ', small(own ? '报告' : report.name));
    };
    const showLine = async ({unit, forms}) => {
      const [line, shown, heading, themes] = await text(index.lines, unit), report = reportOf(unit);
      const p = inScriptOf(report, make('p', {className: 'excerpt'}, ...excerpt(shown, marksIn(shown, words), words.length)));
      const where = make('p', {className: 'where'}, lineLink(report, line, marksIn(shown, words).map(({from, to}) => shown.slice(from, to))));
      const other = names => names.length ? make('span', {className: 'why', textContent: `写作${names.map(name => `“${name}”`).join('、')}`}) : '';
      const whole = keyText(shown);
      where.append(other(forms.map(form => (form.longer ?? []).find(({key}) => whole.includes(key)) ?? form).map(({name, key}) => name ?? key)));
      if (heading) where.append(inScriptOf(report, make('span', {textContent: heading})));
      if (themes.length) where.append(make('span', {textContent: themes.map(i => index.themes[i][1]).join('、')}));
      return make('li', {}, p, where);
    };
    const showReport = async ([report, hits]) => {
      const list = make('ol'), title = link(`reports/${report.slug}/`, report.name);
      const more = await growing(list, hits, found.length > 2 ? HITS : REPORTS, showLine, left => `本篇另有${left}段`);
      return make('section', {}, make('h2', {}, title, ' ', small(`${hits.length}段`)), make('div', {}, list, more));
    };
    const showTitles = async (name, hits, show, first) => {
      const list = make('ul'), more = await growing(list, hits, TITLES, show, () => `更多${name}`, first);
      return hits.length ? [make('section', {className: 'titles'}, make('h2', {textContent: name}), make('div', {}, list, more))] : [];
    };
    const list = make('div', {className: 'reports'});
    const [first, second, more] = await Promise.all([
      showTitles(kinds(entries).join('、'), entries, showEntry, found.length && matchMedia('(width < 40rem)').matches ? FEW : TITLES),
      showTitles('标题、编者注', headings, showHeading),
      growing(list, found, REPORTS, showReport, left => `另有${left}篇`),
    ]);
    return [...first, list, more, ...second];
  };

  // A line of a report; where it leads to, some words are marked (js/found.js).
  const lineLink = (report, line, marks = []) => {
    const a = link(`reports/${report.slug}/#L${line}`, `第${line}行`), unlike = [...new Set(marks)].slice(0, 6);
    if (unlike.length) a.search = new URLSearchParams(unlike.map(mark => ['mark', mark]));
    return a;
  };

  const say = (index, {found, count, outside, variants, names, entries, headings}) => {
    const others = [...kinds(entries).map(name => `${name}${entries.filter(({kind}) => kind === name).length}条`), headings.length && `标题和编者注${headings.length}处`].filter(Boolean).join('、');
    const written = names.map(name => `“${name}”`).join('、');
    if (count) return `${found.length}篇报告，${count}段${!variants ? '' : variants === count ? `，写作${written}` : `，其中${variants}段写作${written}`}。${others && `另有${others}。`}`;
    if (outside) return `筛选以内没有，不筛选有${outside}段。${others && `另有${others}。`}`;
    if (others) return '正文里没有，下面这些里有。';
    return `所收的${index.reports.length}篇里没有。`;
  };

  let turn = 0;   // what is asked later is shown, whichever comes first
  const run = async () => {
    const mine = ++turn, query = q.value.trim();
    if (!results.hasChildNodes()) said.textContent = '';
    remember(query);
    const index = await open();
    const asked = parse(query, index.fold.regional), {words} = asked;
    let elements = [], summary = !query ? '请输入要找的字词，或者贴一段话。' : asked.without.length ? '只写了不要的词，请再写要找的。' : '只有标点，没有可查的字。';
    if (words.length) {
      said.textContent ||= '正在检索……';
      phrase(index.lines, [...byRarity(words)[0][0].key]).catch(() => {});   // loads meanwhile
      await widen(index, words);
      const looked = await look(index, asked);
      if (mine !== turn) return;
      elements = await show(index, words, looked);
      let ahead = [], answer = null;
      if (!looked.count) {
        const {instead} = await load('search-near', '../js/');
        ({ahead, answer} = await instead(index, query, asked, looked, {make, link, inScriptOf, lineLink, READS, unfilter}));
      }
      if (mine !== turn) return;
      elements = [...ahead, ...elements];
      summary = answer ?? say(index, looked);
    }
    if (mine !== turn) return;
    results.replaceChildren(...elements);
    said.textContent = summary;
  };
  const start = () => run().catch(failed);
  const unfilter = () => { for (const field of [region, year, type, about]) field.value = ''; start(); q.focus(); };

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
  const prepare = async () => {
    const index = await open();
    const places = new Set(index.regions.flatMap(path => path.map((_, i) => path.slice(0, i + 1).join('/'))));
    offer(region, [...places].map(path => [path, '　'.repeat(path.split('/').length - 1) + path.split('/').at(-1)]));
    offer(year, [...new Set(index.reports.map(r => r.year))].filter(Boolean).sort((a, b) => b - a).map(y => [y, `${y}年`]));
    offer(type, index.types.filter(([id]) => index.reports.some(r => r.type === id)));
    offer(about, index.themes.filter((_, i) => index.themed[i]));
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of Object.entries(fields)) if (asked.has(name)) field.value = asked.get(name);
    await run();
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
