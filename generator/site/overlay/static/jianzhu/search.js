// The search page in a skin that does not know searches: form and results, which
// stand at the page's foot, take the place of what it says to readers without script.
(() => {
  'use strict';
  const form = document.querySelector('.query'), results = document.querySelector('.results');
  const list = document.querySelector('a[data-instead]')?.closest('ul');
  if (!form || !list) return;
  const instead = document.createElement('div'), said = list.previousElementSibling;
  instead.className = 'instead';
  said.before(form, instead, results);
  instead.append(said, list);
})();
