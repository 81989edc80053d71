// Parts of reports had frames of their own; they are named by a fragment now.
(() => {
  const former = location.pathname.match(/^(.*\/embed\/reports\/[^/]+\/)(s\d+(?:-\d+)*|note-\d+)\/?$/);
  if (former) location.replace(`${former[1]}${location.search}#${former[2]}`);
})();
