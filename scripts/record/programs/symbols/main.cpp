// Blurs an image of random pixels and counts how bright it is.
//
// Planted cause: none in this file. One build is recorded in three states: stripped (no function of ours
// has a name), with symbols (the functions that the compiler inlined are part of their callers), and with debug
// information read as well (the inlined functions are back).
//
// Usage: symbols <rounds>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

struct Image {
    int width, height;
    std::vector<uint8_t> pixels;
};

// Small enough to be inlined everywhere, and where the time really is. Not static: addr2line names the
// innermost inlined function by its linkage name, and falls back to its caller where there is none.
inline int clamp_to(int value, int limit) { return value < 0 ? 0 : value >= limit ? limit - 1 : value; }

inline int pixel_at(const Image &image, int x, int y) {
    return image.pixels[static_cast<size_t>(clamp_to(y, image.height)) * image.width + clamp_to(x, image.width)];
}

inline int mean_around(const Image &image, int x, int y) {
    int sum = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) sum += pixel_at(image, x + dx, y + dy);
    return sum / 9;
}

inline uint32_t next_random(uint32_t &state) {
    state ^= state << 13;
    state ^= state >> 17;
    return state ^= state << 5;
}

__attribute__((noinline)) static void fill_with_noise(Image &image, uint32_t seed) {
    for (auto &pixel : image.pixels) pixel = static_cast<uint8_t>(next_random(seed) >> 24);
}

__attribute__((noinline)) static void blur_image(const Image &from, Image &to) {
    for (int y = 0; y < from.height; y++)
        for (int x = 0; x < from.width; x++)
            to.pixels[static_cast<size_t>(y) * from.width + x] = static_cast<uint8_t>(mean_around(from, x, y));
}

__attribute__((noinline)) static long measure_brightness(const Image &image) {
    long sum = 0;
    for (int y = 0; y < image.height; y++)
        for (int x = 0; x < image.width; x++) sum += pixel_at(image, x, y) > 127;
    return sum;
}

__attribute__((noinline)) static long process_image(Image &image, Image &scratch, uint32_t seed) {
    fill_with_noise(image, seed);
    blur_image(image, scratch);
    long bright = measure_brightness(scratch);
    return bright ^ static_cast<long>(seed); // not a tail call
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 1;
    Image image{512, 512, std::vector<uint8_t>(512 * 512)};
    Image scratch = image;
    long sum = 0;
    for (int round = 1; round <= rounds; round++) sum += process_image(image, scratch, static_cast<uint32_t>(round));
    printf("%ld\n", sum);
    return 0;
}
