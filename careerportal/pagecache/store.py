"""The memory of one process: the pages used last, up to a number of bytes."""

from collections import OrderedDict
from threading import Lock

from careerportal.pagecache.page import Page
from careerportal.pagecache.rules import PageKey


class MemoryShare:
    """A part of the memory. When it is full, the page that was asked for longest ago goes."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._pages: OrderedDict[PageKey, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: PageKey, version: int, now: float) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            if page.version != version or page.expires_at <= now:
                self._drop(key)
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, key: PageKey, page: Page) -> None:
        if page.size > self.capacity:
            return
        with self._lock:
            if key in self._pages:
                self._drop(key)
            self._pages[key] = page
            self.size += page.size
            while self.size > self.capacity:
                self._drop(next(iter(self._pages)))

    def _drop(self, key: PageKey) -> None:
        self.size -= self._pages.pop(key).size


class Store:
    """Two shares, so that thousands of areas, searches and handouts never push out the pages themselves."""

    def __init__(self, capacity: int) -> None:
        self.plain = MemoryShare(capacity // 2)
        self.varied = MemoryShare(capacity // 2)

    def share(self, key: PageKey) -> MemoryShare:
        return self.varied if key.query or key.path.endswith(".pdf") else self.plain
