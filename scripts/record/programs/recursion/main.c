// Evaluates nested lists such as [1,[2,[3]],4]: parse_value calls parse_list, which calls parse_value again.
//
// Planted cause: the recursion itself. `mutual` parses lists that are nested up to 40 deep, so one stack
// holds the same two functions many times and their boxes overlap. `deep` adds up a linked list of 300
// entries by plain recursion: more frames than the 127 that perf keeps, so those stacks lose their root.
//
// Usage: recursion mutual|deep <rounds>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile long seen;

static char text[1 << 16];
static const char *at;

static long parse_value(void);

/// Reads digits; a little arithmetic for each makes it visible.
__attribute__((noinline)) static long parse_number(void) {
    long value = 0;
    while (*at >= '0' && *at <= '9') value = value * 10 + (*at++ - '0');
    long mixed = value;
    for (int i = 0; i < 24; i++) mixed = mixed * 6364136223846793005L + 1442695040888963407L;
    seen = mixed;
    return value;
}

__attribute__((noinline)) static long parse_list(void) {
    long sum = 0;
    at++; // [
    while (*at != ']') {
        sum += parse_value();
        if (*at == ',') at++;
    }
    at++; // ]
    seen = sum;
    return sum;
}

__attribute__((noinline)) static long parse_value(void) {
    long value = *at == '[' ? parse_list() : parse_number();
    seen = value; // keeps the calls above from being tail calls
    return value;
}

/// Nested lists, up to `depth` deep, that fill the text from `to` on. Returns where they end.
static char *write_list(char *to, int depth) {
    *to++ = '[';
    for (int i = 0; i < 4; i++) to += sprintf(to, "%d,", rand() % 100000);
    if (depth > 1) {
        to = write_list(to, depth - 1 - rand() % 2);
        *to++ = ',';
    }
    to += sprintf(to, "%d]", rand() % 1000);
    return to;
}

struct entry {
    long value;
    struct entry *next;
};

__attribute__((noinline)) static long sum_entries(const struct entry *entry) {
    if (entry == NULL) return 0;
    long mixed = entry->value;
    for (int i = 0; i < 24; i++) mixed = mixed * 6364136223846793005L + 1442695040888963407L;
    long rest = sum_entries(entry->next);
    seen = rest;
    return rest + mixed;
}

__attribute__((noinline)) static long parse_document(void) {
    at = text;
    long value = parse_value();
    seen = value;
    return value;
}

int main(int argc, char **argv) {
    long rounds = argc > 2 ? atol(argv[2]) : 1;
    int deep = argc > 1 && strcmp(argv[1], "deep") == 0;
    static struct entry entries[300];
    long sum = 0;
    srand(7); // the same document every time
    write_list(text, 40);
    for (int i = 0; i < 300; i++) entries[i] = (struct entry){i, i + 1 < 300 ? &entries[i + 1] : NULL};
    for (long round = 0; round < rounds; round++) sum += deep ? sum_entries(entries) : parse_document();
    printf("%ld\n", sum);
    return 0;
}
