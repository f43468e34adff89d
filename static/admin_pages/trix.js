// Unfold's box for texts makes one paragraph of neighbouring ones; here each stays its own.
Trix.config.blockAttributes.p.group = false;
