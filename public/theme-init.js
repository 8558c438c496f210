// Runs before anything is painted: the theme that the reader chose, and the mark that scripts run.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-js', '');
  try {
    var theme = localStorage.getItem('flamewise:theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (error) {
    // Storage is blocked: the system's theme stands.
  }
})();
