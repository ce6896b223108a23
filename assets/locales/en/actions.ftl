# What a key does: a name for the palette and help, a `.hint` for the footer.
