// Stands in for the native thread that ends an extension host whose server has gone without a word; the server that
// is started here goes with its parent (exit-with-parent.cjs), and its extension hosts with it.
exports.start = () => undefined;
exports.exit = (code) => process.exit(code);
