// Finds phrases in the search index. Its files are scripts, loaded as a phrase
// needs them, so that it works from disk too; what is in them is told in
// generator/search/search.go.
(() => {
  'use strict';
  const root = new URL('../', document.currentScript.src);   // of the site
  const PLACE = 2 ** 22;   // a place is a unit times this plus a position in it
  const NOWHERE = PLACE - 1;   // the position where only the unit is known
  let index;

  // Files: each calls jianzhu.file with its name and its value.
  const files = new Map();
  const load = (name, folder = index.version + '/') => {
    if (!files.has(name)) {
      const file = {}, script = document.createElement('script');
      file.promise = new Promise((resolve, reject) => {
        file.resolve = resolve;
        script.onerror = () => { files.delete(name); reject(new Error(name)); };
      });
      files.set(name, file);
      script.src = new URL(`search/${folder}${name}.js`, root);
      document.head.append(script);
    }
    return files.get(name).promise;
  };

  // The position of the last item for which something holds that holds for all
  // before it; 0 where it holds for none.
  const last = (items, holds) => {
    let low = 0;
    for (let high = items.length; high - low > 1;) {
      const middle = low + high >> 1;
      if (holds(items[middle])) low = middle; else high = middle;
    }
    return low;
  };

  // Lists.
  const DIGITS = " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~", BASE = 45;
  const digit = [];
  for (let i = 0; i < DIGITS.length; i++) digit[DIGITS.charCodeAt(i)] = i;
  const numbers = list => {
    const all = [];
    let n = 0;
    for (let i = 0; i < list.length; i++) {
      const d = digit[list.charCodeAt(i)];
      if (d >= BASE) {
        n = n * BASE + d - BASE;
      } else {
        all.push(n * BASE + d);
        n = 0;
      }
    }
    return all;
  };
  const units = list => {
    let unit = 0;
    return numbers(list).map(step => unit += step);
  };
  const addPlaces = (list, all) => {
    let unit = 0, at = 0;
    const steps = numbers(list);
    for (let i = 0; i < steps.length; i += 2) {
      if (steps[i]) at = 0;
      unit += steps[i];
      at += steps[i + 1];
      all.push(unit * PLACE + at);
    }
  };

  // Keys, as search.Key makes them.
  const fold = new Map(), blanks = new Set(), marks = new Set();
  const learn = ({pairs, blanks: b, marks: m}) => {
    const characters = [...pairs];
    for (let i = 0; i < characters.length; i += 2) fold.set(characters[i], characters[i + 1]);
    for (const [runs, set] of [[b, blanks], [m, marks]]) {
      for (let i = 0; i < runs.length; i += 2) for (let c = runs[i]; c <= runs[i + 1]; c++) set.add(String.fromCodePoint(c));
    }
  };
  // A text's key as a list of characters, each with where in the text it begins and ends.
  const key = text => {
    const solid = [];
    let at = 0;
    for (const c of text) {
      const f = fold.get(c) ?? c;
      if (!blanks.has(f)) solid.push([f, at, at + c.length]);
      at += c.length;
    }
    const latin = i => /^[0-9a-z]$/.test(solid[i]?.[0]);
    return solid.filter(([c], i) => !marks.has(c) || c < '\x80' && latin(i - 1) && latin(i + 1));
  };

  // Grams.
  const shards = new Map();
  const shard = (part, n) => {
    const name = `${part.name}/g${n}`;
    if (!shards.has(name)) shards.set(name, load(name).then(read));
    return shards.get(name).catch(error => { shards.delete(name); throw error; });
  };
  const read = ([text, lists]) => {
    const grams = new Map(), characters = [...text];
    let gram = [], c = 0;
    for (let i = 0; i < lists.length;) {
      const from = i;
      while (digit[lists.charCodeAt(i++)] >= BASE);
      const [head] = numbers(lists.slice(from, i)), shared = head % 3, length = (head - shared) / 3;
      gram = [...gram.slice(0, shared), ...characters.slice(c, c += 3 - shared)];
      grams.set(gram.join(''), lists.slice(i, i += length));
    }
    return grams;
  };
  const before = (a, b) => {   // in the order of code points
    a = [...a], b = [...b];
    const i = a.findIndex((c, i) => c !== b[i]);
    return i >= 0 && a[i].codePointAt() < b[i].codePointAt();
  };

  // The places of one to three characters, in order.
  const find = async (part, text) => {
    const {first} = part, low = [...text, '\t', '\t'].slice(0, 3).join(''), found = [];
    let i = last(first, gram => !before(low, gram));
    do {
      const grams = first.length ? await shard(part, i) : new Map();
      if (low.endsWith('\t') && grams.has(low)) return units(grams.get(low)).map(unit => unit * PLACE + NOWHERE);
      if (low === text) {
        if (grams.has(text)) addPlaces(grams.get(text), found);
        return found;
      }
      for (const [gram, list] of grams) if (gram.startsWith(text)) addPlaces(list, found);
    } while (first[++i]?.startsWith(text));
    return found.sort((a, b) => a - b);
  };

  // The same as pairs of a unit and a position in it.
  const places = async (part, text) => (await find(part, text)).map(place => [Math.floor(place / PLACE), place % PLACE]);

  // Where a phrase is: a map of units, in order, to its positions in each, none
  // where they are not known. A long phrase is looked up some grams at a time,
  // and read in the texts once these are less to load than the grams left.
  const phrase = async (part, characters) => {
    const end = Math.max(0, characters.length - 3), starts = [];
    for (let i = 0; i < end; i += 3) starts.push(i);
    starts.push(end);
    let places;
    for (let i = 0; i < starts.length && places?.length !== 0; i += 4) {
      if (places?.length <= 3 * (starts.length - i)) return verified(part, places, characters.join(''));
      const some = starts.slice(i, i + 4);
      const found = await Promise.all(some.map(at => find(part, characters.slice(at, at + 3).join(''))));
      found.forEach((list, k) => {
        const here = new Set(places && list.map(place => place - some[k]));
        places = places ? places.filter(place => here.has(place)) : list;
      });
    }
    return byUnit(places);
  };
  const byUnit = places => {
    const found = new Map();
    for (const place of places) {
      const unit = Math.floor(place / PLACE), at = place % PLACE;
      if (!found.has(unit)) found.set(unit, []);
      if (at !== NOWHERE) found.get(unit).push(at);
    }
    return found;
  };
  const verified = async (part, places, wanted) => {
    const texts = await Promise.all(places.map(place => text(part, Math.floor(place / PLACE))));
    return byUnit(places.filter((place, i) => [...key(texts[i][1]).map(([c]) => c), ' ', ' '].slice(place % PLACE).join('').startsWith(wanted)));
  };

  // A unit as shown.
  const text = async ({name, chunks}, unit) => {
    const i = last(chunks, first => first <= unit);
    return (await load(`${name}/t${i}`))[unit - chunks[i]];
  };

  // What there is, of which reports get the first of their lines and titles.
  const open = async () => {
    if (index) return index;
    const x = await load('index', '');
    learn(x.fold);
    for (const name of ['lines', 'titles']) {
      const grams = [...x[name].first], first = [];
      for (let i = 0; i < grams.length; i += 3) first.push(grams.slice(i, i + 3).join(''));
      x[name] = {name, first, chunks: units(x[name].chunks)};
    }
    x.entries = x.heads.reduce((sum, n) => sum + n);   // titles before those of reports
    let line = 0, title = x.entries;
    x.reports = x.reports.map(([slug, name, traditional, region, year, type, lines, titles]) => {
      const report = {slug, name, traditional, region, year, type, line, title};
      line += lines;
      title += titles;
      return report;
    });
    x.reportOf = line => x.reports[last(x.reports, r => r.line <= line)];
    x.reportOfTitle = title => title < x.entries ? null : x.reports[last(x.reports, r => r.title <= title)];
    return index = x;
  };
  const theme = async i => new Set(units(await load(`themes/${i}`)));

  // The address of a page of the site. From disk a folder has no page of its own.
  const address = to => {
    const url = new URL(to, root);
    if (url.protocol === 'file:') url.pathname += 'index.html';
    return url.href;
  };

  const file = (name, value) => files.get(name)?.resolve(value);
  window.jianzhu = {file, search: {open, load, key, phrase, places, text, theme, address}};
})();
