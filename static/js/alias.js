// A former address leads on to the new one, and to the same line there.
location.replace(document.querySelector('main a').href + location.hash);
