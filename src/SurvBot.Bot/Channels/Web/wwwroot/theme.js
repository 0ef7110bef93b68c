// The theme: as the system has it, unless the reader has chosen. Runs before the page is painted.
(() => {
  const key = 'survbot-theme';
  const names = { auto: 'Auto', light: 'Light', dark: 'Dark' };
  const order = Object.keys(names);

  // Storage can be switched off; then a choice lasts as long as the page.
  const remembered = () => {
    try { return localStorage.getItem(key); } catch { return null; }
  };
  const remember = theme => {
    try { localStorage.setItem(key, theme); } catch { /* see above */ }
  };

  let theme = order.includes(remembered()) ? remembered() : 'auto';
  const apply = () => { document.documentElement.dataset.theme = theme; };
  apply();

  document.addEventListener('DOMContentLoaded', () => {
    const label = document.getElementById('theme-name');
    label.textContent = names[theme];
    document.getElementById('theme').addEventListener('click', () => {
      theme = order[(order.indexOf(theme) + 1) % order.length];
      label.textContent = names[theme];
      remember(theme);
      apply();
    });
  });
})();
