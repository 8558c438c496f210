// Applies a million updates to a table, again and again.
//
// Planted cause: two builds have the same functions and the same calls, so their flame graphs look
// the same. With -DMEMORY each update touches a random place of a 256 MiB table, and the processor waits for
// memory; without it, the table is small enough for the cache, and each update computes instead. A CPU
// profile counts both as "running": what tells them apart is instructions per cycle, or work per second.
//
// Usage: update-table <rounds>; prints the updates a second.

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#ifdef MEMORY
#define ENTRIES (1ul << 25) // of 8 bytes: 256 MiB
#define STEPS 0
#else
#define ENTRIES (1ul << 11) // of 8 bytes: 16 KiB
#define STEPS 40
#endif

static unsigned long *table;
static volatile unsigned long seen;

/// One update: look a place up, mix its value, store it. The next place depends on the value read.
__attribute__((noinline)) static unsigned long update_entry(unsigned long key) {
    unsigned long *entry = &table[(key * 0x9e3779b97f4a7c15ul >> 32) & (ENTRIES - 1)];
    unsigned long value = *entry + key;
    for (int step = 0; step < STEPS; step++) value = value * 6364136223846793005ul + 1442695040888963407ul;
    *entry = value;
    return value;
}

__attribute__((noinline)) static unsigned long apply_batch(unsigned long key) {
    for (int i = 0; i < 1000; i++) key = update_entry(key + 1);
    seen = key;
    return key;
}

__attribute__((noinline)) static unsigned long apply_updates(unsigned long key) {
    for (int batch = 0; batch < 1000; batch++) key = apply_batch(key);
    seen = key;
    return key;
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    unsigned long key = 1;
    struct timespec start, end;
    table = malloc(ENTRIES * sizeof *table);
    if (table == NULL) return 1;
    for (unsigned long i = 0; i < ENTRIES; i++) table[i] = i;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start);
    for (int round = 0; round < rounds; round++) key = apply_updates(key);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end);
    double seconds = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
    printf("%.0f updates a second of CPU time\n", rounds * 1e6 / seconds);
    return key == 0; // keeps the result alive
}
