// Looks users up for the lines of a log, in two versions: the "before" and "after" of lesson 4.1.
//
// Planted changes (-DAFTER): find_by_scanning is replaced by find_by_hash (one frame vanishes, one
// appears), write_report got slower (a real regression), and parse_line is the same in both.
//
// Takes no arguments, as the guide's ./before and ./after.

#include <stdio.h>
#include <string.h>

#define USERS 1024
#define LINES 400000

static unsigned long users[USERS];
static short slots[USERS * 4];
static volatile unsigned long seen;

__attribute__((noinline)) unsigned long parse_line(unsigned long number) {
    char line[64];
    unsigned long value = number * 2654435761ul;
    for (int i = 0; i < 63; i++) line[i] = (char)('a' + (value >> (i & 31)) % 26);
    line[63] = 0;
    unsigned long parsed = 0;
    for (int i = 0; line[i] != 0; i++) parsed = parsed * 31 + (unsigned long)line[i];
    seen = parsed;
    return users[parsed % USERS];
}

#ifndef AFTER
__attribute__((noinline)) int find_by_scanning(unsigned long id) {
    for (int user = 0; user < USERS; user++) {
        seen = users[user];
        if (users[user] == id) return user;
    }
    return -1;
}
#else
__attribute__((noinline)) int find_by_hash(unsigned long id) {
    unsigned slot = (unsigned)(id * 0x9e3779b97f4a7c15ul >> 52);
    while (slots[slot] >= 0 && users[slots[slot]] != id) slot = (slot + 1) % (USERS * 4);
    seen = slot;
    return slots[slot];
}
#endif

__attribute__((noinline)) int find_user(unsigned long id) {
#ifdef AFTER
    int user = find_by_hash(id);
#else
    int user = find_by_scanning(id);
#endif
    seen = (unsigned long)user;
    return user;
}

__attribute__((noinline)) void write_report(int user) {
#ifdef AFTER
    const int turns = 90; // the regression: a loop that somebody made longer
#else
    const int turns = 40;
#endif
    unsigned long sum = (unsigned long)user;
    for (int turn = 0; turn < turns; turn++) sum = sum * 6364136223846793005ul + 1442695040888963407ul;
    seen = sum;
}

__attribute__((noinline)) void handle_line(unsigned long number) {
    int user = find_user(parse_line(number));
    write_report(user);
    seen = number;
}

int main(void) {
    memset(slots, -1, sizeof slots);
    for (int user = 0; user < USERS; user++) {
        users[user] = (unsigned long)user * 7919 + 13;
        unsigned slot = (unsigned)(users[user] * 0x9e3779b97f4a7c15ul >> 52);
        while (slots[slot] >= 0) slot = (slot + 1) % (USERS * 4);
        slots[slot] = (short)user;
    }
    for (int round = 0; round < 10; round++)
        for (unsigned long number = 0; number < LINES; number++) handle_line(number);
    printf("%lu\n", seen);
    return 0;
}
