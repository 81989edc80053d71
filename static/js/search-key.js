// The key / goes to the search field of any page, unless the reader has switched that off.
addEventListener('keydown', event => {
  const field = document.querySelector('input[name=q]');
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || typing || !field?.checkVisibility() || document.documentElement.dataset.keys === 'off' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  event.preventDefault();
  field.focus();
  field.select();
});
