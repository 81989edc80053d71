// Finds what is nearest to words that stand nowhere: entries like a word, the passage
// that a quotation is of, which it shows, and else where to go on. It is loaded when it is needed.
(() => {
  'use strict';
  const {key, unitsWith, text} = jianzhu.search;
  const SAMPLES = 14;    // grams of a quotation that are looked up, at most: each may load a file
  const LONGEST = 600;   // characters of a quotation that are compared
  const FARTHEST = 0.4;  // of its characters may differ
  const QUOTATION = 10, WORDS = 5;   // a query of so many characters, so many of them no Latin letters or figures, is taken for one

  // How many of some grams each unit has, the most first.
  const counted = async (part, grams, wanted = () => true) => {
    const votes = new Map();
    const found = await Promise.all(grams.map(gram => unitsWith(part, gram)));
    for (const units of found) for (const unit of units) if (wanted(unit)) votes.set(unit, (votes.get(unit) ?? 0) + 1);
    return [...votes].sort(([a, m], [b, n]) => n - m || a - b);
  };
  const gramsOf = (characters, size, most) => {
    const last = characters.length - size, count = Math.min(most, last + 1);
    const starts = Array.from({length: Math.max(0, count)}, (_, i) => count > 1 ? Math.round(i * last / (count - 1)) : 0);
    return [...new Set(starts.map(at => characters.slice(at, at + size).join('')))];
  };

  // Entries that share characters with a word.
  const entries = async (index, word) => {
    const characters = [...word], size = /^[ -~]+$/.test(word) ? 3 : 2;
    const votes = await counted(index.titles, gramsOf(characters, size, 8), unit => unit < index.entries);
    const titles = await Promise.all(votes.filter(([, n]) => n === votes[0][1]).slice(0, 12).map(([unit]) => text(index.titles, unit)));
    return titles.filter(([to], i) => titles.findIndex(([other]) => other === to) === i).slice(0, 5);
  };

  // A quotation against a text, both as lists of characters: the steps from where
  // the text begins to be like it to where that ends, and how many differ.
  const align = (quoted, whole) => {
    const n = quoted.length, m = whole.length, width = m + 1, cost = new Uint16Array((n + 1) * width);
    for (let i = 1; i <= n; i++) {
      cost[i * width] = i;
      for (let j = 1; j <= m; j++) {
        const at = i * width + j;
        cost[at] = Math.min(cost[at - width - 1] + (quoted[i - 1] === whole[j - 1] ? 0 : 1), cost[at - width] + 1, cost[at - 1] + 1);
      }
    }
    let end = 0;
    for (let j = 1; j <= m; j++) if (cost[n * width + j] < cost[n * width + end]) end = j;
    const steps = [];   // [position in the quotation, in the text]; -1 where one has no character
    for (let i = n, j = end; i > 0;) {
      const at = i * width + j;
      if (j > 0 && cost[at] === cost[at - width - 1] + (quoted[i - 1] === whole[j - 1] ? 0 : 1)) steps.unshift([--i, --j]);
      else if (cost[at] === cost[at - width] + 1) steps.unshift([--i, -1]);
      else steps.unshift([-1, --j]);
    }
    return {distance: cost[n * width + end], steps};
  };

  // The lines about a unit that a quotation of some length may reach over.
  const around = async (index, unit, length) => {
    const report = index.reportOf(unit), next = index.reports[index.reports.indexOf(report) + 1];
    const one = async unit => ({unit, shown: await text(index.lines, unit)});
    const lines = [await one(unit)];
    const size = line => key(line.shown[1]).length;
    for (let u = unit - 1, room = length; u >= report.line && room > 0; u--) { lines.unshift(await one(u)); room -= size(lines[0]); }
    for (let u = unit + 1, room = length; (!next || u < next.line) && room > 0; u++) {
      const line = await one(u);
      if (!line.shown) break;
      lines.push(line);
      room -= size(line);
    }
    return lines;
  };

  // The passage nearest to a quotation: how many characters differ, and by line its pieces.
  const passage = async (index, words) => {
    const quoted = key(words).map(([c]) => c).slice(0, LONGEST);
    const votes = await counted(index.lines, gramsOf(quoted, 3, SAMPLES));
    let best = null;
    for (const [unit] of votes.slice(0, 4)) {
      const lines = await around(index, unit, quoted.length);
      const whole = lines.flatMap(({shown}, line) => key(shown[1]).map(([c, from, to]) => ({c, from, to, line})));
      const found = align(quoted, whole.map(({c}) => c));
      if (!best || found.distance < best.distance) best = {...found, lines, whole, quoted};
      if (!best.distance) break;
    }
    if (!best || best.distance > quoted.length * FARTHEST) return null;
    return {distance: best.distance, length: quoted.length, cut: key(words).length > LONGEST, report: index.reportOf(best.lines[0].unit), lines: pieces(best)};
  };
  const pieces = ({steps, lines, whole, quoted}) => {
    const all = lines.map(({shown: [number, shown]}) => ({number, shown, parts: []}));
    let line = whole[steps.find(([, j]) => j >= 0)[1]].line;
    for (const [i, j] of steps) {
      if (j >= 0) line = whole[j].line;
      const same = i >= 0 && j >= 0 && quoted[i] === whole[j].c, {parts} = all[line];
      if (!parts.length || parts.at(-1).same !== same) parts.push({same, from: Infinity, to: -1, instead: ''});
      const part = parts.at(-1);
      if (j >= 0) { part.from = Math.min(part.from, whole[j].from); part.to = whole[j].to; }
      if (i >= 0 && !same) part.instead += quoted[i];
    }
    return all.filter(({parts}) => parts.length);
  };

  // A quotation that stands nowhere as it is asked for: the passage nearest to it,
  // what differs marked.
  const show = ({report, lines, distance}, {make, link, inScriptOf, lineLink}) => {
    const list = make('ol');
    for (const {number, shown, parts} of lines) {
      const p = inScriptOf(report, make('p', {className: 'excerpt'}));
      let at = parts.find(({from}) => from < Infinity)?.from ?? 0;
      for (const {same, from, to, instead} of parts) {
        if (from < Infinity) {
          p.append(shown.slice(at, from), same ? shown.slice(from, to) : make('mark', {textContent: shown.slice(from, to)}));
          at = to;
        }
        if (!same) p.append(make('del', {textContent: instead ? `〔所查作${instead}〕` : '〔所查无〕'}));
      }
      const marks = parts.filter(({same, from}) => same && from < Infinity).map(({from, to}) => shown.slice(from, to)).filter(one => one.length > 1);
      list.append(make('li', {}, p, make('p', {className: 'where'}, lineLink(report, number, marks))));
    }
    const h2 = make('h2', {}, link(`reports/${report.slug}/`, report.name), ' ', make('small', {textContent: distance ? `有${distance}个字不同` : '一字不差，标点不论'}));
    return make('div', {className: 'reports'}, make('section', {}, h2, make('div', {}, list)));
  };

  // What to do where nothing is found.
  const ways = ({outside, entries, headings}, near, {make, link, READS, unfilter}) => {
    const all = [];
    if (outside) {
      const off = make('button', {type: 'button', className: 'more', textContent: `去掉筛选，看这${outside}段`});
      off.addEventListener('click', unfilter);
      all.push(make('p', {}, off));
    }
    if (near.length) all.push(make('p', {}, '相近的：', ...near.flatMap(([to, shown, note], i) => [i ? '、' : '', link(to, note.startsWith(READS) ? note.slice(READS.length) : shown)])));
    if (!outside && !entries.length && !headings.length) {
      all.push(make('p', {}, '也可以从', link('glossary/', '词条'), '、', link('themes/', '主题'), '、', link('indicators/', '指标'), '、', link('reports/', '报告'), '找起；少打几个字、去掉引号，找到的会多些。'));
    }
    return all.length ? [make('div', {className: 'ways-on'}, ...all)] : [];
  };

  // What to show first where no line has what is asked, and what to answer, if more than that.
  const instead = async (index, query, {words, without}, looked, tools) => {
    let near = [], quoted = null, answer = null;
    const quotation = key(query).map(([c]) => c).join('');
    if (!looked.outside && quotation.length >= QUOTATION && quotation.replace(/[ -~]/g, '').length >= WORDS && !without.length) {
      quoted = await passage(index, query);
      if (quoted) {
        answer = quoted.distance === 0 ? '找到了，跨行的一段。' : '没有一字不差的；这是最接近的一段，不同的字标出。';
      } else if (!looked.entries.length && !looked.headings.length) {
        answer = `所收的${index.reports.length}篇里没有这段话，也没有接近的。别的报告里有没有，这里不知道。`;
      }
      if (quoted?.cut) answer += '所查的太长，只比了开头。';
    } else if (!looked.outside && words.length === 1 && !looked.entries.length) {
      near = await entries(index, words[0][0].key);
    }
    return {ahead: quoted ? [show(quoted, tools)] : ways(looked, near, tools), answer};
  };

  jianzhu.file('search-near', {instead});
})();
