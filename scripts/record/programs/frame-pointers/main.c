// Measures a list of shapes by calling through a chain of ten functions, none of them a tail call.
//
// Planted cause: none in this file. It is compiled twice, with and without frame pointers, and
// recorded three times: without frame pointers (perf walks a chain that is not there: broken stacks),
// without them but with DWARF unwinding (right, at the price of copying the stack with each sample), and with
// frame pointers (right and cheap).
//
// Usage: frame-pointers <rounds>

#include <stdio.h>
#include <stdlib.h>

static volatile unsigned long seen; // written after each call, so that no call is a tail call

// Each step keeps several values alive across its call: without frame pointers the compiler uses %rbp for one.
#define STEP(name, callee)                                                       \
    __attribute__((noinline)) static unsigned long name(const unsigned *v, unsigned long a, unsigned long b) { \
        unsigned long c = a * 31 + v[b & 255], d = b ^ (a << 3), e = v[a & 255], f = a + b, g = a - b;         \
        unsigned long result = callee(v, c, d);                                  \
        seen = result;                                                           \
        return result + c * d + e * f + g;                                       \
    }

/// The hot leaf: about as long as everything above it is deep.
__attribute__((noinline)) static unsigned long measure_edge(const unsigned *v, unsigned long a, unsigned long b) {
    unsigned long sum = 0;
    for (int i = 0; i < 256; i++) {
        sum += (v[i] ^ a) * (b + (unsigned long)i);
        sum = (sum << 7) | (sum >> 57);
    }
    seen = sum;
    return sum;
}

STEP(measure_ring, measure_edge)
STEP(measure_polygon, measure_ring)
STEP(measure_shape, measure_polygon)
STEP(visit_shape, measure_shape)
STEP(visit_group, visit_shape)
STEP(visit_layer, visit_group)
STEP(draw_layer, visit_layer)
STEP(draw_map, draw_layer)
STEP(handle_request, draw_map)

/// Sorting calls back from inside the C library, which Debian builds without frame pointers.
__attribute__((noinline)) static int compare_heights(const void *left, const void *right) {
    unsigned l = *(const unsigned *)left, r = *(const unsigned *)right;
    seen = l;
    return (l > r) - (l < r);
}

__attribute__((noinline)) static unsigned long sort_heights(const unsigned *v) {
    unsigned copy[256];
    for (int i = 0; i < 256; i++) copy[i] = v[i];
    qsort(copy, 256, sizeof *copy, compare_heights);
    seen = copy[0];
    return copy[128];
}

int main(int argc, char **argv) {
    unsigned v[256];
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
    unsigned long sum = 0;
    for (unsigned i = 0; i < 256; i++) v[i] = i * 2654435761u;
    for (unsigned long round = 0; round < rounds; round++) {
        for (int i = 0; i < 64; i++) sum += handle_request(v, round, sum);
        sum += sort_heights(v);
    }
    printf("%lu\n", sum);
    return 0;
}
