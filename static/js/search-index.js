// Finds phrases in the search index, whose files generator/search/search.go tells of: scripts,
// loaded as a phrase needs them, so that it works from disk too.
(() => {
  'use strict';
  const root = new URL('../', document.currentScript.src);   // of the site
  const PLACE = 2 ** 22;   // a place is a unit times this plus a position in it
  const NOWHERE = PLACE - 1;   // the position where only the unit is known
  const FILLER = '\t', END = ' ', ENTRY = '\n';   // in a shorter gram; after a key, and after an entry's
  const PAGE = 64;   // rows of a page of the directory
  let index;

  // Each file calls jianzhu.file with its name and its value.
  const files = new Map();
  const load = (name, folder = '') => {
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

  // The position of the last item for which something holds that holds for all before it, or 0.
  const last = (items, holds) => {
    let low = 0;
    for (let high = items.length; high - low > 1;) {
      const middle = low + high >> 1;
      if (holds(items[middle])) low = middle; else high = middle;
    }
    return low;
  };

  // Bytes, as digit.go there writes them: six by seven digits.
  const BASE = 116, worth = new Uint8Array(128);
  [...worth.keys()].filter(c => !'\0\t\n\r"&\'<>\\`\x7f'.includes(String.fromCharCode(c))).forEach((c, i) => { worth[c] = i; });
  const bytesOf = text => {
    const bytes = new Uint8Array(text.length * 6 / 7);
    for (let at = 0, i = 0; at < bytes.length; at += 6) {
      const end = Math.min(at + 6, bytes.length);
      let n = 0;
      for (const last = i + end - at; i <= last; i++) n = BASE * n + worth[text.charCodeAt(i)];
      for (let k = end; k-- > at; n = Math.floor(n / 256)) bytes[k] = n;
    }
    return bytes;
  };

  // Lists: numbers in bits, as list.go writes them.
  const FAR = 16;
  const bits = bytes => {
    let at = 0;
    const word = () => {
      const i = at >> 3, shift = at & 7;
      return (bytes[i] << 24 | bytes[i + 1] << 16 | bytes[i + 2] << 8 | bytes[i + 3]) << shift | bytes[i + 4] >> 8 - shift;
    };
    const read = width => {
      const n = width && word() >>> 32 - width;
      at += width;
      return n;
    };
    const number = order => {
      const zeros = Math.clz32(word());
      at += zeros;
      return read(zeros + order + 1) - 2 ** order;
    };
    const gap = order => {
      const over = Math.clz32(word());
      at += Math.min(FAR, over + 1);
      return over < FAR ? (over << order) + read(order) : (FAR << order) + number(order);
    };
    return {number, gap};
  };
  const orderFor = (length, n) => 32 - Math.clz32(9 * length / 16 / Math.max(1, n));
  const readUnits = ({number, gap}, of) => {
    const all = new Array(number(0)), order = orderFor(of - all.length, all.length);
    for (let i = 0, next = 0; i < all.length; i++) next = 1 + (all[i] = next + gap(order));
    return all;
  };
  const readPlaces = ({number, gap}, {units, order}) => {
    const all = new Array(number(0) + 1), step = orderFor(units, all.length);
    for (let i = 0, unit = 0, at = 0; i < all.length; i++) {
      const past = gap(step);
      if (past) at = 0;
      unit += past;
      at += gap(order);
      all[i] = unit * PLACE + at;
    }
    return all;
  };
  const units = (list, of) => readUnits(bits(Uint8Array.from(atob(list), c => c.charCodeAt())), of);

  // Keys, as search.Key makes them.
  const fold = new Map(), blanks = new Set(), marks = new Set();
  const learn = ({from, to, blanks: b, marks: m}) => {
    const others = [...to];
    units(from, 0x10ffff).forEach((c, i) => fold.set(String.fromCodePoint(c), others[i]));
    for (const [runs, set] of [[b, blanks], [m, marks]]) {
      for (let i = 0; i < runs.length; i += 2) for (let c = runs[i]; c <= runs[i + 1]; c++) set.add(String.fromCodePoint(c));
    }
  };
  // A text's key: characters, each with where in the text it begins and ends.
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

  // Grams. A row of the directory is the first gram of a shard (see shard.go), and its edition.
  const ENDED = 3, NEXT = 8, ANY = 14;
  const before = (a, b) => {   // in the order of code points
    a = [...a], b = [...b];
    const i = a.findIndex((c, i) => c !== b[i]);
    return i >= 0 && a[i].codePointAt() < b[i].codePointAt();
  };
  const edition = row => row.slice(-6);
  const read = new Map();
  const once = (name, make) => {   // what is made of a file
    if (!read.has(name)) read.set(name, load(name).then(make, error => { read.delete(name); throw error; }));
    return read.get(name);
  };
  const page = (part, n) => part.rows[n] ? load(`${part.name}/d${n}-${edition(part.rows[n])}`) : [];
  const shard = (part, row) => once(`${part.name}/g${[...row].slice(0, 3).map(c => c.codePointAt()).join('-')}-${edition(row)}`, text => {
    const grams = new Map(), lists = bits(bytesOf(text)), gram = [0, 0, 0];
    for (let others; (others = lists.number(0)) < ENDED;) {
      let at = 2 - others;
      gram[at] += lists.number(NEXT);
      while (++at < 3) gram[at] = lists.number(ANY);
      grams.set(String.fromCodePoint(...gram), gram[2] === FILLER.codePointAt() ? readUnits(lists, part.units).map(unit => unit * PLACE + NOWHERE) : readPlaces(lists, part));
    }
    return grams;
  });

  // The places of one to three characters, in order.
  const find = async (part, text) => {
    const low = [...text, FILLER, FILLER].slice(0, 3).join(''), found = [];
    const upTo = row => !before(low, row), n = last(part.rows, upTo);
    const rowAt = async i => (await page(part, Math.floor(i / PAGE)))[i % PAGE];
    let i = n * PAGE + last(await page(part, n), upTo), row = await rowAt(i);
    if (row) do {
      const grams = await shard(part, row);
      if (grams.has(low)) return grams.get(low);
      if (low === text) return found;
      for (const [gram, places] of grams) if (gram.startsWith(text)) for (const place of places) found.push(place);
    } while ((row = await rowAt(++i))?.startsWith(text));
    return found.sort((a, b) => a - b);
  };
  const unitOf = place => Math.floor(place / PLACE);
  const unitsWith = async (part, text) => new Set((await find(part, text)).map(unitOf));

  // Where a phrase is, among some units or all: a map of units, in order, to its positions
  // in each, none where they are not known. It is looked up two grams at a time, and read
  // in the texts once these are less to load than the grams left.
  const phrase = async (part, characters, among = null) => {
    const end = Math.max(0, characters.length - 3), starts = [];
    for (let i = 0; i < end; i += 3) starts.push(i);
    starts.push(end);
    let places = null, left = among;   // what they may be in
    for (let i = 0; i < starts.length; i += 2) {
      if (left && left.size <= 3 * (starts.length - i)) return verified(part, [...left.keys()], characters.join(''));
      const some = starts.slice(i, i + 2);
      const found = await Promise.all(some.map(at => find(part, characters.slice(at, at + 3).join(''))));
      found.forEach((list, k) => {
        const here = places && new Set(list.map(place => place - some[k]));
        places = places ? places.filter(place => here.has(place)) : left ? list.filter(place => left.has(unitOf(place))) : list;
      });
      left = new Set(places.map(unitOf));
    }
    const found = new Map();
    for (const place of places) {
      const unit = unitOf(place), at = place % PLACE;
      if (!found.has(unit)) found.set(unit, []);
      if (at !== NOWHERE) found.get(unit).push(at);
    }
    return found;
  };
  const verified = async (part, units, wanted) => {
    const texts = await Promise.all(units.map(unit => text(part, unit)));
    const found = units.map((unit, i) => {
      const whole = key(texts[i][1]).map(([c]) => c).join('') + (part === index.titles && unit < index.entries ? ENTRY : END), positions = [];
      for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) positions.push([...whole.slice(0, at)].length);
      return [unit, positions];
    });
    return new Map(found.filter(([, positions]) => positions.length));
  };

  // A unit as shown.
  const text = async ({name, chunks, texts}, unit) => {
    const from = chunks[last(chunks, first => first <= unit)];
    return (await once(`${name}/t${from}-${texts[from >> 10]}`, unpack))[unit - from];
  };
  const unpack = async packed => {
    const {often} = await open(), json = new Response(bytesOf(packed)).body.pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(spelled(new Uint8Array(await new Response(json).arrayBuffer()), often));
  };
  // A text, as often.go writes it.
  const TWO = 224, THREE = 255;
  const spelled = (bytes, often) => {
    const units = new Uint16Array(bytes.length);
    let n = 0;
    for (let i = 0; i < bytes.length;) {
      const c = bytes[i++];
      units[n++] = c < 128 ? c : c === THREE ? bytes[i++] << 8 | bytes[i++] : often.charCodeAt(c < TWO ? c - 128 : 96 + (c - TWO << 8) + bytes[i++]);
    }
    return new TextDecoder('utf-16').decode(units.subarray(0, n));
  };

  // What there is; reports get their first line and title, in steps of 16.
  const open = async () => {
    if (index) return index;
    const x = await load('index');
    learn(x.fold);
    for (const name of ['lines', 'titles']) {
      x[name].name = name;
      x[name].chunks = units(x[name].chunks, x[name].units);
    }
    x.pages = units(x.pages, x.entries);
    let line = 0, title = x.entries + 15 & -16;
    const traditional = new Set(x.reports.traditional);
    x.reports = x.reports.years.map((year, i) => {
      const of = name => x.reports[name][i], region = of('regions');
      const filled = ({forms, of}) => forms[of[i]].replace('\t', year).replace('\n', () => x.regions[region].at(-1));
      const report = {slug: filled(x.reports.slugs), name: filled(x.reports.names), traditional: traditional.has(i), region, year, type: x.types[of('types')]?.[0], line, title};
      line += 16 * of('lines');
      title += 16 * of('titles');
      return report;
    });
    x.reportOf = line => x.reports[last(x.reports, r => r.line <= line)];
    x.reportOfTitle = title => title < x.entries ? null : x.reports[last(x.reports, r => r.title <= title)];
    // Of the titles that lead to the page of one, the first and the first after them.
    x.sameEntry = title => {
      const i = last(x.pages, first => first <= title);
      return [x.pages[i], x.pages[i + 1] ?? x.entries];
    };
    return index = x;
  };
  const theme = async i => new Set(units(await load(`themes/${i}-${index.lists[i]}`), index.lines.units));

  // The address of a page; from disk a folder has none of its own.
  const address = to => {
    const url = new URL(to, root);
    if (url.protocol === 'file:') url.pathname += 'index.html';
    return url.href;
  };

  const file = (name, value) => files.get(name)?.resolve(value);
  window.jianzhu = {file, search: {END, ENTRY, open, load, unpack, key, phrase, unitsWith, text, theme, address}};
})();
