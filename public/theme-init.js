// Runs before anything is painted: the theme that the reader chose, the mark that scripts run, and the rule for
// addresses of scripts (workers too): only this site's own. The content security policy asks for such a rule.
(function () {
  var root = document.documentElement;
  root.setAttribute('data-js', '');
  try {
    var theme = localStorage.getItem('flamewise:theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (error) {
    // Storage is blocked: the system's theme stands.
  }
  if (window.trustedTypes) {
    window.trustedTypes.createPolicy('default', {
      createScriptURL: function (address) {
        if (new URL(address, document.baseURI).origin === location.origin) return address;
        throw new TypeError('Scripts come from this site only, not from ' + address);
      },
    });
  }
})();
