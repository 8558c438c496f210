/** The path of an absolute address, decoded; undefined where it is none. */
export function pathOf(address) {
  return URL.canParse(address) ? decodeURIComponent(new URL(address).pathname) : undefined;
}

/** Where the address lives: scheme and host; undefined where it is no absolute address. */
export function originOf(address) {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}
