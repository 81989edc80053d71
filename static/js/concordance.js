// Groups a concordance by year. The other ways to look at it work without script,
// by css/concordance.css; the choice of years is hidden without.
(() => {
  'use strict';
  const uses = document.getElementById('uses');
  const choice = uses?.querySelector('[name=group][value=year]');
  if (!choice) return;

  const year = section => Number(section.querySelector('[data-year]')?.dataset.year ?? Infinity);   // unknown: last
  const reports = [...uses.querySelectorAll('section:has(> ul)')];
  if (new Set(reports.map(year)).size < 2) return;
  const parts = Map.groupBy(reports, section => section.parentElement);   // the page's, or one a meaning

  const arrange = () => {
    for (const heading of uses.querySelectorAll('.year')) heading.remove();
    for (const [part, sections] of parts) {
      const ordered = choice.checked ? sections.toSorted((a, b) => year(a) - year(b) || 0) : sections;
      let last;
      for (const section of ordered) {
        if (choice.checked && year(section) !== last) {
          last = year(section);
          const heading = document.createElement(section.firstElementChild.tagName);
          heading.className = 'year';
          heading.textContent = Number.isFinite(last) ? `${last}年` : '年份不详';
          part.append(heading);
        }
        part.append(section);
      }
    }
  };
  uses.addEventListener('change', arrange);
  choice.parentElement.hidden = false;
  arrange();   // a browser may have kept what was chosen
})();
