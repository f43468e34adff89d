"""The open API: the apps' routers put together, its problem documents, its limits, its own description."""
