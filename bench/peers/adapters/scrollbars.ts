// By its path, since this file stands for the package's name: an import of its default from a module
// gives all that the package exports, which React cannot draw.
export { Scrollbars as default } from '../../../.cache/peers/node_modules/react-custom-scrollbars-2/lib/index.js';
