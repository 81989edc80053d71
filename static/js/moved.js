// Where what had a page or a file of its own is now: parts of reports in their frame, the
// code to embed a report and its citation on its page.
(() => {
  const {pathname, search} = location;
  const moved = (from, to) => {
    const now = pathname.replace(from, to);
    if (now !== pathname) location.replace(now);
  };
  moved(/(\/embed\/reports\/[^/]+\/)(s\d+(?:-\d+)*|note-\d+)\/?$/, (_, frame, part) => `${frame}${search}#${part}`);
  moved(/\/embed\/code\/([^/]+)\/?(?:index\.html)?$/, '/reports/$1/#embed');
  moved(/(\/reports\/[^/]+\/)cite\.(?:bib|ris|json)$/, '$1#cite');
})();
