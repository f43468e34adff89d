"""The site: settings, addresses, health, the page cache, and the pages where several apps meet."""
