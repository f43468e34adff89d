// Unfold's box for texts makes one paragraph of neighboring ones; here each stays its own.
Trix.config.blockAttributes.p.group = false;

// Guides hold no files: whatever is dropped or pasted as one is refused before it is shown.
document.addEventListener("trix-file-accept", (event) => event.preventDefault());
document.addEventListener("trix-attachment-add", (event) => event.attachment.remove());
