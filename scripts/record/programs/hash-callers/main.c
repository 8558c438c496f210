// Handles requests in two shapes.
//
// Planted cause: in `callers` sixteen functions each hash something, so one leaf is spread over sixteen
// towers: no box is wide in the root-first graph, and only its total (or the inverted graph) shows it. In
// `callees` one function calls sixteen different small leaves: a wide plateau whose parts are all small.
//
// Usage: hash-callers callers|callees <requests>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile unsigned long seen;
static unsigned char body[512];

/// FNV-1a over the body: the one hot leaf of `callers`.
__attribute__((noinline)) static unsigned long hash_bytes(unsigned long seed, int length) {
    unsigned long hash = 14695981039346656037ul ^ seed;
    for (int i = 0; i < length; i++) hash = (hash ^ body[i]) * 1099511628211ul;
    return hash;
}

/// A caller does a little work of its own, then hashes.
#define CALLER(name, salt)                                                    \
    __attribute__((noinline)) static void name(unsigned long request) {       \
        unsigned long own = request;                                          \
        for (int i = 0; i < 40 + salt * 4; i++) own = own * 31 + body[i];     \
        seen = hash_bytes(own, 96 + salt * 8);                                \
    }

/// A leaf does all its work itself, each on other data.
#define LEAF(name, salt)                                                      \
    __attribute__((noinline)) static void name(unsigned long request) {       \
        unsigned long own = request + salt;                                   \
        for (int i = 0; i < 120 + salt * 6; i++) own = own * 33 ^ body[i];    \
        seen = own;                                                           \
    }

CALLER(route_request, 0) CALLER(check_cookie, 1)
CALLER(check_password, 2) CALLER(find_session, 3)
CALLER(store_session, 4) CALLER(cache_page, 5)
CALLER(find_page, 6) CALLER(count_visit, 7)
CALLER(sign_link, 8) CALLER(check_link, 9)
CALLER(pick_server, 10) CALLER(limit_rate, 11)
CALLER(sort_upload, 12) CALLER(match_etag, 13)
CALLER(drop_duplicate, 14) CALLER(watch_file, 15)

LEAF(read_header, 0) LEAF(read_cookies, 1)
LEAF(check_origin, 2) LEAF(find_route, 3)
LEAF(load_user, 4) LEAF(load_rights, 5)
LEAF(load_page, 6) LEAF(fill_template, 7)
LEAF(write_links, 8) LEAF(write_menu, 9)
LEAF(escape_text, 10) LEAF(pack_body, 11)
LEAF(write_header, 12) LEAF(count_bytes, 13)
LEAF(log_request, 14) LEAF(free_request, 15)

typedef void (*step)(unsigned long request);

static const step callers[] = {
    route_request, check_cookie, check_password, find_session, store_session, cache_page, find_page,
    count_visit, sign_link, check_link, pick_server, limit_rate, sort_upload, match_etag,
    drop_duplicate, watch_file,
};
static const step callees[] = {
    read_header, read_cookies, check_origin, find_route, load_user, load_rights, load_page,
    fill_template, write_links, write_menu, escape_text, pack_body, write_header, count_bytes,
    log_request, free_request,
};

__attribute__((noinline)) static void handle_request(const step *steps, unsigned long request) {
    for (int i = 0; i < 16; i++) steps[i](request);
    seen = request;
}

int main(int argc, char **argv) {
    if (argc != 3) return fprintf(stderr, "usage: hash-callers callers|callees <requests>\n"), 2;
    const step *steps = strcmp(argv[1], "callers") == 0 ? callers : callees;
    long requests = atol(argv[2]);
    for (int i = 0; i < 512; i++) body[i] = (unsigned char)(i * 7);
    for (long request = 0; request < requests; request++) handle_request(steps, (unsigned long)request);
    return 0;
}
