// Compares any two reports, as generator/compare does for neighbours: the same rules, and
// the same numbers, which are told of there. What a report is compared by is in
// compare/<n>.js, its text in the search index.
(() => {
  'use strict';
  const form = document.querySelector('.pair'), place = document.querySelector('.compared');
  if (!form || !place) return;
  const {open, load, unpack, key, text, address} = jianzhu.search;
  const PER_FILE = Number(form.dataset.perFile), SENTENCES = 2, REACH = 80;
  let index, themeNames;

  // What is read of a report
  const read = async n => {
    const report = index.reports[n], end = index.reports[n + 1]?.line ?? report.end;
    const shard = await unpack(await load(`compare/${Math.floor(n / PER_FILE)}`, '../'));
    const reading = shard[n % PER_FILE];
    if (reading?.slug !== report.slug) throw new Error('two editions');
    const lines = [];
    for (let unit = report.line; unit < report.line + reading.under.length; unit++) lines.push(text(index.lines, unit));
    const paragraphs = (await Promise.all(lines)).map(([line, shown]) => ({line, text: [...shown], pairs: pairs(shown), key: bare(shown)}));
    const sections = reading.sections.map(([line, level, heading, way, themes], i) => ({line, level, heading: heading.replace(/。+$/, ''), way, themes, i, above: -1}));
    const stack = [];
    for (const s of sections) {
      while (stack.length && stack.at(-1).level >= s.level) stack.pop();
      s.above = stack.at(-1)?.i ?? -1;
      s.inner = [];
      stack.at(-1)?.inner.push(s.i);
      stack.push(s);
      s.heads = new Set(pairs(s.heading));
      s.texts = new Set();
    }
    paragraphs.forEach((p, i) => { for (let s = reading.under[i]; s >= 0; s = sections[s].above) for (const pair of p.pairs) sections[s].texts.add(pair); });
    const phrases = reading.phrases.map(([p, start, length, term, common]) => {
      const words = paragraphs[p].text.slice(start, start + length).join('');
      return {p, start, end: start + length, term: reading.terms[term], common, words, key: bare(words), section: reading.under[p]};
    });
    return {report, paragraphs, sections, phrases, terms: new Set(reading.terms), targets: reading.targets, whole: paragraphs.map(p => p.key).join('')};
  };
  const bare = shown => key(shown).map(([c]) => c).join('').replace(/\p{P}/gu, '');
  const CHINESE = /^[\u3400-\u{10ffff}]$/u, HAN = /^\p{Script=Han}$/u, BLANK = /^[\s\p{Cf}]*$/u;
  const pairs = shown => {
    const found = [];
    let before = '', end = 0;
    for (const [c, from, to] of key(shown)) {
      const next = CHINESE.test(c) && HAN.test(c) ? c : '';
      if (before && next && BLANK.test(shown.slice(end, from))) found.push(before + next);
      [before, end] = [next, to];
    }
    return found;
  };

  // Sections that belong together: see align.go
  const align = (a, b) => {
    const heads = cosines(a, b, s => s.heads), texts = cosines(a, b, s => s.texts);
    const alike = a.sections.map((s, i) => b.sections.map((t, j) => 0.2 * heads[i][j] + 0.5 * texts[i][j] + 0.1 * themes(s.themes, t.themes)));
    let of = match(a, b, alike);
    for (let round = 1; round < 3; round++) {
      const again = match(a, b, alike, of);
      if (again.every((j, i) => j === of[i])) break;
      of = again;
    }
    return of;
  };
  const themes = (a, b) => a.length && b.length ? a.filter(t => b.includes(t)).length / Math.sqrt(a.length * b.length) : 0;
  const cosines = (a, b, of) => {
    const holders = new Map(), na = a.sections.length, n = na + b.sections.length;
    [a, b].forEach(({sections}, side) => sections.forEach((s, i) => {
      for (const pair of of(s)) {
        if (!holders.has(pair)) holders.set(pair, [[], []]);
        holders.get(pair)[side].push(i);
      }
    }));
    const common = a.sections.map(() => new Float64Array(b.sections.length)), norms = new Float64Array(n);
    for (const [first, second] of holders.values()) {
      if (!first.length || !second.length) continue;
      const weight = Math.log(n / (first.length + second.length)) ** 2;
      for (const i of first) {
        norms[i] += weight;
        for (const j of second) common[i][j] += weight;
      }
      for (const j of second) norms[na + j] += weight;
    }
    common.forEach((row, i) => row.forEach((sum, j) => { if (sum) row[j] = sum / Math.sqrt(norms[i] * norms[na + j]); }));
    return common;
  };
  const inverse = (of, n) => {
    const back = Array(n).fill(-1);
    of.forEach((j, i) => { if (j >= 0) back[j] = i; });
    return back;
  };
  const match = (a, b, alike, last) => {
    const back = last && inverse(last, b.sections.length), all = [];
    a.sections.forEach((s, i) => b.sections.forEach((t, j) => {
      let score = alike[i][j] - 0.02 * Math.abs(s.level - t.level) - (s.way * t.way < 0 ? 0.3 : 0);
      if (last) {
        if (s.above >= 0 && t.above >= 0) score += last[s.above] === t.above ? 0.05 : last[s.above] >= 0 || back[t.above] >= 0 ? -0.07 : 0;
        if (i > 0 && j > 0 && last[i - 1] === j - 1) score += 0.02;
        if (last[i + 1] === j + 1) score += 0.02;
        if (s.inner.length && t.inner.length) score += 0.05 * s.inner.filter(n => t.inner.includes(last[n])).length / Math.min(s.inner.length, t.inner.length);
      }
      if (score >= 0.21) all.push([score, i, j]);
    }));
    all.sort((p, q) => q[0] - p[0] || p[1] - q[1] || p[2] - q[2]);
    const of = Array(a.sections.length).fill(-1), taken = new Set();
    for (const [, i, j] of all) {
      if (of[i] >= 0 || taken.has(j)) continue;
      of[i] = j;
      taken.add(j);
    }
    return of;
  };

  // What only one has, and the sections in rows: see difference.go
  const beyond = (a, b) => a.phrases.filter(p => !(p.term && b.terms.has(p.term)) && !b.whole.includes(p.key));
  const rows = (a, b) => {
    const of = align(a, b), back = inverse(of, b.sections.length), only = [beyond(a, b), beyond(b, a)];
    const row = (i, j) => ({sections: [a.sections[i], b.sections[j]], only: [i, j].map((n, side) => n === undefined ? [] : only[side].filter(p => p.section === n))});
    const all = [row(-1, -1)], told = new Set();
    let later = [];
    const lone = from => {
      let waits = false;
      for (let i = from; i < of.length && of[i] < 0 && !told.has(i); i++) {
        told.add(i);
        waits ||= a.sections[i].level === 1;
        if (waits) later.push(i); else all.push(row(i));
      }
    };
    const wait = () => { for (const i of later) all.push(row(i)); later = []; };
    lone(0);
    b.sections.forEach((t, j) => {
      if (t.level === 1) wait();
      all.push(row(back[j] < 0 ? undefined : back[j], j));
      if (back[j] >= 0) lone(back[j] + 1);
    });
    wait();
    of.forEach((_, i) => lone(i));
    wait();
    return {all, only};
  };

  // Sentences
  const STOP = /[。！？；]/, CLOSING = /[”’」』）》〉】]/;
  const ends = (t, at) => {
    if (at < t.length && (CLOSING.test(t[at]) || STOP.test(t[at]))) return false;
    while (at > 0 && CLOSING.test(t[at - 1])) at--;
    return at > 0 && STOP.test(t[at - 1]);
  };
  const PAUSE = /[，、：。！？；]/;
  const head = t => {   // what stands before, and behind, as far as it is shown
    if (t.length <= REACH) return t.join('');
    t = t.slice(-REACH);
    const pause = t.slice(0, REACH / 2).findIndex(c => PAUSE.test(c));
    return '…' + t.slice(pause + 1).join('');
  };
  const tail = t => {
    if (t.length <= REACH) return t.join('');
    const pause = t.slice(REACH / 2, REACH).findLastIndex(c => PAUSE.test(c));
    return t.slice(0, pause < 0 ? REACH : REACH / 2 + pause).join('') + '…';
  };
  const sentences = (reading, phrases) => {   // each with its text and those that are marked
    const found = [];
    for (let n = 0; n < phrases.length;) {
      const {p, start, end} = phrases[n], t = reading.paragraphs[p].text;
      let from = start, to = end;
      while (from > 0 && !ends(t, from)) from--;
      while (to < t.length && (to === end || !ends(t, to))) to++;
      const marked = [];
      while (phrases[n]?.p === p && phrases[n].end <= to && (!marked.length || phrases[n].end <= start + 2 * REACH)) marked.push(phrases[n++]);
      const last = marked.at(-1).end, before = [...head(t.slice(from, start))], moved = before.length - start;
      const words = [...before, ...t.slice(start, last), ...tail(t.slice(last, to))];
      found.push({...clauses(words, marked.map(m => [m.start + moved, m.end + moved])), p, from, to, line: reading.paragraphs[p].line, marked});
    }
    return found;
  };

  // Of a sentence the clauses that have a mark: see annotate/clause.go
  const LEFT_OUT = [...'……'], FEW = 6, SHORT = 12, CLAUSE = /[，；：]/, OPENING = /[“‘「『（《〈【]/;
  const breakOff = (t, marks) => [...CLAUSE.test(t.at(-1) ?? '') && !marks.some(([, end]) => end === t.length) ? t.slice(0, -1) : t, ...LEFT_OUT];
  const clauseEnds = t => {
    const ends = [0];
    let depth = 0;
    t.slice(0, -1).forEach((c, i) => {
      if (OPENING.test(c)) depth++;
      else if (CLOSING.test(c)) depth = Math.max(0, depth - 1);
      else if (!depth && CLAUSE.test(c)) ends.push(i + 1);
    });
    return [...ends, t.length];
  };
  const clauses = (t, marks) => {
    const ends = clauseEnds(t), within = [];
    for (const [start, end] of marks) {
      let i = ends.findLastIndex(e => e <= start), j = ends.findIndex(e => e >= end);
      while (i > 0 && ends[j] - ends[i] < SHORT) i--;
      while (j < ends.length - 1 && ends[j] - ends[i] < SHORT) j++;
      let [from, to] = [ends[i], ends[j]];
      if (within.length && from < within.at(-1)[1] + FEW) {
        const last = within.pop();
        [from, to] = [Math.min(from, last[0]), Math.max(to, last[1])];
      }
      within.push([from, to]);
    }
    if (within[0][0] < FEW) within[0][0] = 0;
    if (t.length < within.at(-1)[1] + FEW) within.at(-1)[1] = t.length;
    let quoted = [], last = 0;
    const moved = [];
    for (const [from, to] of within) {
      if (from > last) quoted = breakOff(quoted, moved);
      const by = quoted.length - from;
      for (const [start, end] of marks.slice(moved.length)) if (end <= to) moved.push([start + by, end + by]);
      quoted.push(...t.slice(from, to));
      last = to;
    }
    return {words: last < t.length ? breakOff(quoted, moved) : quoted, marks: moved};
  };
  const isLeftOut = t => t.join('') === LEFT_OUT.join('');
  const then = (s, next) => {
    let before = s.words, after = next.words;
    const cut = isLeftOut(before.slice(-2)), goesOn = isLeftOut(after.slice(0, 2));
    if (s.to !== next.from || cut || goesOn) [before, after] = [[...cut ? before.slice(0, -2) : before, ...LEFT_OUT], goesOn ? after.slice(2) : after];
    const by = before.length - next.words.length + after.length;
    return {...s, words: [...before, ...after], marks: [...s.marks, ...next.marks.map(([start, end]) => [start + by, end + by])], to: next.to};
  };
  const byLine = said => said.reduce((all, s) => {   // those of one paragraph as one
    if (all.at(-1)?.p === s.p && all.at(-1).line === s.line) all.push(then(all.pop(), s)); else all.push(s);
    return all;
  }, []);
  const emphatic = ({words, marks}) => {
    let at = 0;
    const shown = marks.flatMap(([start, end]) => {
      const both = [words.slice(at, start).join(''), element('strong', {}, words.slice(start, end).join(''))];
      at = end;
      return both;
    });
    return [...shown, words.slice(at).join(''), ' '];
  };

  // What is shown: as generator/markdown/comparison.go has it
  const element = (name, attributes = {}, ...children) => {
    const e = document.createElement(name);
    for (const [n, value] of Object.entries(attributes)) if (value) e.setAttribute(n, value);
    e.append(...children.flat().filter(child => child || child === 0));
    return e;
  };
  const lang = r => r.traditional ? 'zh-Hant' : '';
  const toLine = (r, line, words = `第${line}行`) => element('a', {href: address(`reports/${r.slug}/`) + `#L${line}`, lang: words.startsWith('第') ? '' : lang(r)}, words);
  const names = (phrases, most = Infinity) => phrases.slice(0, most).map(p => p.words).join('、') + (phrases.length > most ? `等${phrases.length}个` : '');
  const common = phrases => phrases.length ? element('li', {class: 'common'}, '多数报告都有：' + names(phrases)) : '';
  const ALONE = '另一篇没有对上的';
  const isChapter = row => (row.sections[1] ?? row.sections[0])?.level === 1;
  const aloneIn = row => isChapter(row) || Boolean(row.sections[0]) === Boolean(row.sections[1]) ? -1 : row.sections[0] ? 0 : 1;   // the side, or -1
  const about = s => {
    const named = s.themes.map(id => themeNames.get(id)).filter(Boolean).join('，');
    return named && '　' + named;
  };
  const quotes = (reading, only) => {   // the list of what only this report has
    const own = only.filter(p => !p.common), items = [];
    const all = sentences(reading, own), shown = all.slice(0, SENTENCES);
    for (const s of byLine(shown)) items.push(element('li', {lang: lang(reading.report)}, emphatic(s), toLine(reading.report, s.line)));
    const rest = all.slice(SENTENCES).flatMap(s => s.marked);
    if (rest.length) items.push(element('li', {}, '另有：' + names(rest)));
    items.push(common(only.filter(p => p.common)));
    return items.some(Boolean) && element('ul', {}, items);
  };
  const unmatched = (reading, rows, side, name) => element('li', {class: ['first', 'second'][side]}, `${name}　${ALONE}：`, element('ul', {}, rows.map(row => {
    const s = row.sections[side];
    return element('li', {}, toLine(reading.report, s.line, s.heading), about(s), quotes(reading, row.only[side]));
  })));
  const side = (reading, row, side, name) => {
    const s = row.sections[side], only = row.only[side], chapter = isChapter(row);
    if (!only.some(p => !p.common) && (!s || chapter)) return null;
    const title = !s ? '开头' : chapter ? '章首' : toLine(reading.report, s.line, s.heading);
    const alone = s && !chapter && !row.sections[1 - side] ? `（${ALONE}）` : '';
    return element('li', {class: ['first', 'second'][side]}, name + '　', title, alone, s && !chapter && (side || !row.sections[1]) && about(s), quotes(reading, only));
  };
  const section = (title, id, ...children) => element('section', {id}, element('h2', {}, title), children);

  const targets = (both, label, inTime) => {
    const first = new Map(both[0].targets.map(t => [t[0], t])), list = [];
    for (const t of both[1].targets) {
      const before = first.get(t[0]);
      if (!before) continue;
      const other = bare(before[1]) === bare(t[1]) ? [] : [`（${label[0]}作“`, element('span', {lang: lang(both[0].report)}, before[1]), '”）'];
      const cells = [element('th', {scope: 'row', lang: lang(both[1].report)}, t[2] ? element('a', {href: address(`indicators/${t[2]}/`)}, t[1]) : t[1], other)];
      [before, t].forEach((v, side) => cells.push(element('td', {}, toLine(both[side].report, v[4], v[3]))));
      if (inTime) cells.push(element('td', {}, moved(before, t)));
      list.push(element('tr', {}, cells));
    }
    if (!list.length) return '';
    const heads = ['指标', ...label, ...inTime ? ['变化'] : []].map(name => element('th', {scope: 'col'}, name));
    return section('都定了的目标', 'targets', element('table', {class: 'stack'}, element('thead', {}, element('tr', {}, heads)), element('tbody', {}, list)));
  };
  const moved = ([, , , said, , from, to = from], [, , , says, , low, high = low]) => {
    if (from === undefined || low === undefined) return said === says ? '不变' : '';
    if (from === low && to === high) return said === says ? '不变' : '数值不变'; // 5%以内、5%左右
    return from <= low && to <= high ? '调高' : from >= low && to >= high ? '调低' : '';
  };

  const labels = (a, b) => {
    const path = r => index.regions[r.region] ?? [];
    const same = path(a).length && a.region === b.region && a.year !== b.year;
    if (same) return {inTime: true, label: [`${a.year}年`, `${b.year}年`]};
    const label = [a, b].map(r => (path(r).at(-1) ?? '') + (a.year !== b.year && r.year ? `${r.year}年` : ''));
    return {inTime: false, label: label[0] === label[1] || !label[0] || !label[1] ? ['前一篇', '后一篇'] : label};
  };

  let asked = 0;
  const show = async () => {
    const {a, b} = form.elements, said = form.querySelector('[role=status]'), now = ++asked;
    place.hidden = true;
    const url = new URL(location);
    for (const {name, value} of [a, b]) if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
    history.replaceState(null, '', url);
    said.textContent = a.value && a.value === b.value ? '请选两篇不同的报告。' : a.value && b.value ? '正在比较……' : '';
    if (!a.value || !b.value || a.value === b.value) return;
    try {
      let both = await Promise.all([a, b].map(({value}) => read(index.reports.findIndex(r => r.slug === value))));
      if (now !== asked) return;
      if (both[0].report.region === both[1].report.region && both[0].report.year > both[1].report.year) both.reverse();
      const {inTime, label} = labels(both[0].report, both[1].report), {all, only} = rows(...both);
      const chapters = element('section', {id: 'sections'}, element('h2', {}, '章节对照'));
      let list = element('ul', {class: 'sides'}), under = chapters;
      const flush = () => { if (list.children.length) under.append(list); list = element('ul', {class: 'sides'}); };
      for (let n = 0; n < all.length; n++) {
        const row = all[n];
        if (isChapter(row)) {
          flush();
          const titles = both.flatMap((reading, n) => row.sections[n] ? [toLine(reading.report, row.sections[n].line, row.sections[n].heading)] : []);
          under = chapters.appendChild(element('section', {}, element('h3', {}, titles.flatMap((t, i) => i ? [' ／ ', t] : [t]))));
        }
        const lone = aloneIn(row), together = [row];
        while (lone >= 0 && n + 1 < all.length && aloneIn(all[n + 1]) === lone) together.push(all[++n]);
        const items = together.length > 1 ? [unmatched(both[lone], together, lone, label[lone])] : both.map((reading, n) => side(reading, row, n, label[n])).filter(Boolean);
        if (items.length === 1) items[0].classList.add('alone');
        list.append(...items);
      }
      flush();
      place.replaceChildren(
        element('ul', {}, both.map(({report: r}, n) => element('li', {}, label[n] + '：', element('a', {href: address(`reports/${r.slug}/`), lang: lang(r)}, r.name)))),
        element('p', {class: 'how'}, form.dataset.says + (only.flat().some(p => p.common) ? form.dataset.common : '')),
        targets(both, label, inTime),
        only.some(phrases => phrases.length) ? section('只在一篇里的提法', 'only', element('ul', {}, only.map((phrases, n) => phrases.length ? element('li', {}, element('strong', {}, `只在${label[n]}`), '　', element('span', {lang: lang(both[n].report)}, names(phrases.filter(p => !p.common), 60)), phrases.some(p => p.common) && element('ul', {}, common(phrases.filter(p => p.common)))) : ''))) : '',
        chapters,
      );
      said.textContent = '';
      place.hidden = false;
    } catch (error) {
      said.textContent = '没有比较成：数据没有读到。请重新载入本页再试。';
    }
  };

  // The lists to choose from, by place; a field above narrows one.
  const placeOf = r => (index.regions[r.region] ?? []).join('') || '地区不详';
  const nameOf = r => [r.year && `${r.year}年`, new Map(index.types).get(r.type), r.name].filter(Boolean).join('　');
  const offer = (select, reports) => {
    const groups = Map.groupBy(reports, placeOf), chosen = select.value;
    select.replaceChildren(select.options[0]);
    for (const [of, some] of groups) {
      const group = element('optgroup', {label: of});
      for (const r of some) group.append(new Option(nameOf(r), r.slug));
      select.append(group);
    }
    select.value = chosen;
  };
  // A report has what is typed where each word is in its place, year, kind or title, or
  // begins its place in pinyin, by syllables or their first letters.
  const reads = (place, word) => place.split(' ').some(name => {
    const syllables = name.split('-');
    return syllables.some((_, i) => syllables.slice(i).join('').startsWith(word)) || syllables.map(s => s[0]).join('').startsWith(word);
  });
  const narrow = async words => {
    const places = words.some(word => /^[a-z]+$/.test(word)) ? await load('compare/places', '../').then(unpack).catch(() => []) : [];
    return index.reports.filter((r, n) => words.every(word => bare(placeOf(r) + nameOf(r)).includes(word) || reads(places[n] ?? '', word)));
  };
  const narrows = (field, select) => {
    const said = form.querySelector('[role=status]');
    let found = index.reports, turn = 0;
    const look = async () => {
      const mine = ++turn, some = await narrow(field.value.split(/\s+/).map(bare).filter(Boolean));
      if (mine !== turn) return;
      found = some;
      offer(select, index.reports.filter(r => r.slug === select.value || found.includes(r)));
      said.textContent = !field.value.trim() ? '' : found.length ? `列出${found.length}篇，按回车选第一篇。` : '没有这样的报告。';
    };
    field.addEventListener('input', event => event.isComposing || look());
    field.addEventListener('compositionend', look);
    field.addEventListener('keydown', async event => {
      if (event.isComposing || event.key !== 'Enter' && event.key !== 'ArrowDown') return;
      event.preventDefault();
      await look();
      if (event.key === 'Enter' && field.value.trim() && found.length) {
        select.value = found[0].slug;
        show();
      }
      select.focus();
    });
  };

  const start = async () => {
    index = await open();
    themeNames = new Map(index.themes);
    const asked = new URLSearchParams(location.search);
    for (const select of [form.elements.a, form.elements.b]) {
      offer(select, index.reports);
      select.value = asked.get(select.name) ?? '';
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    for (const field of form.querySelectorAll('[data-narrows]')) narrows(field, form.elements[field.dataset.narrows]);
    form.addEventListener('change', event => { if (event.target.matches('select')) show(); });
    form.addEventListener('submit', event => event.preventDefault());
    form.hidden = false;
    show();
  };
  start().catch(() => {});   // without the index the lists are there
})();
