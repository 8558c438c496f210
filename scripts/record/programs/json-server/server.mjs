// Answers requests for one product of a catalogue.
//
// Planted cause: every request parses the whole catalogue (about 900 KB of JSON) again, copies it with all its
// products changed, and writes it back as text, to answer with a single product. The time is in
// JSON.parse and JSON.stringify, which are V8's own code and not JavaScript: a profile of JavaScript
// functions can only charge them to their callers.
//
// Usage: node server.mjs <requests>; prints its port, ends after that many answers.

import { createServer } from 'node:http';

const total = Number(process.argv[2] ?? 100);

function makeCatalogue() {
  const products = [];
  for (let id = 0; id < 4000; id++) {
    products.push({
      id,
      name: `Product ${id}`,
      price: (id * 7919) % 10007,
      tags: ['new', 'sale', `group-${id % 17}`],
      stock: { amsterdam: id % 11, beijing: id % 13, nairobi: id % 7 },
    });
  }
  return JSON.stringify({ products });
}

let catalogueText = makeCatalogue();

function readCatalogue() {
  return JSON.parse(catalogueText);
}

function writeCatalogue(catalogue) {
  catalogueText = JSON.stringify(catalogue);
}

function priceWithTax(product) {
  const stock = Object.values(product.stock).reduce((sum, count) => sum + count, 0);
  return Math.round(product.price * (stock === 0 ? 1.05 : 1.19));
}

function withPrices(catalogue) {
  return {
    products: catalogue.products.map((product) => ({ ...product, total: priceWithTax(product) })),
  };
}

function findProduct(catalogue, id) {
  return catalogue.products.find((product) => product.id === id);
}

function answer(path) {
  const catalogue = withPrices(readCatalogue());
  writeCatalogue(catalogue);
  return JSON.stringify(findProduct(catalogue, Number(path.slice(1))));
}

let answered = 0;

const server = createServer((request, response) => {
  const body = answer(request.url ?? '/0');
  response.setHeader('content-type', 'application/json');
  response.setHeader('connection', 'close');
  response.end(body);
  answered += 1;
  if (answered === total) server.close();
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
