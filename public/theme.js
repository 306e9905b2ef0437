// Runs before the first paint, so that a chosen theme never flashes. The app writes the same key (store/session.ts).
try {
  var theme = localStorage.getItem('podwright/theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme it is.
}
