// Puts what the reader has set (js/settings.js) on the page before it is drawn:
// each as a data- attribute of <html>, which style sheets go by. It is kept on
// the device alone; where that is not allowed, nothing is set.
(() => {
  'use strict';
  const {dataset} = document.documentElement;
  const apply = () => {
    let kept;
    try {
      kept = JSON.parse(localStorage.getItem('jianzhu')) ?? {};
    } catch {
      return;
    }
    for (const name of ['size', 'leading', 'scheme', 'links', 'copy', 'keys']) {
      if (typeof kept[name] === 'string') dataset[name] = kept[name]; else delete dataset[name];
    }
  };
  document.documentElement.dataset.script = '';   // it runs: what needs it has its place from the first
  apply();
  addEventListener('storage', apply);   // set in another tab
  addEventListener('pageshow', event => { if (event.persisted) apply(); });   // set on another page, and back
})();
