// Splits lines of a log into words and counts them.
//
// Planted cause: `churn` makes a new string for every word and a new vector for every line, and
// throws them away at once; `reuse` keeps one vector of views into the line. Both read the same lines and
// must find the same counts.
//
// Usage: alloc-churn churn|reuse <lines>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

using Counts = std::unordered_map<std::string_view, long>;

// All longer than the 15 characters that a std::string keeps inside itself.
static const char *const kWords[] = {"/files/holiday-pictures.bin", "/files/annual-report-2024.pdf",
                                     "accept-encoding:gzip,br",     "connection:keep-alive",
                                     "cache-control:max-age=3600",  "user-agent:curl/8.5.0-linux",
                                     "if-none-match:5f3759df",      "content-type:text/html"};

/// Writes one line of twelve words into `line`; the same number always gives the same line.
__attribute__((noinline)) static void read_line(std::string &line, unsigned number) {
    line.clear();
    for (int word = 0; word < 12; word++) {
        number = number * 1664525u + 1013904223u;
        line += kWords[number >> 29];
        line += ' ';
    }
}

__attribute__((noinline)) static void count_words(Counts &counts, const std::string_view *words, size_t length) {
    for (size_t i = 0; i < length; i++) {
        auto found = counts.find(words[i]);
        if (found != counts.end()) found->second++;
    }
}

__attribute__((noinline)) static std::vector<std::string> split_into_copies(const std::string &line) {
    std::vector<std::string> words;
    for (size_t from = 0, to; (to = line.find(' ', from)) != std::string::npos; from = to + 1) {
        words.push_back(line.substr(from, to - from));
    }
    return words;
}

__attribute__((noinline)) static void split_into_views(std::string_view line, std::vector<std::string_view> &words) {
    words.clear();
    for (size_t from = 0, to; (to = line.find(' ', from)) != std::string_view::npos; from = to + 1) {
        words.push_back(line.substr(from, to - from));
    }
}

__attribute__((noinline)) static void run_churn(unsigned lines, Counts &counts) {
    std::string line;
    for (unsigned number = 0; number < lines; number++) {
        read_line(line, number);
        std::vector<std::string> words = split_into_copies(line);
        std::vector<std::string_view> views(words.begin(), words.end());
        count_words(counts, views.data(), views.size());
    }
}

__attribute__((noinline)) static void run_reuse(unsigned lines, Counts &counts) {
    std::string line;
    std::vector<std::string_view> views;
    for (unsigned number = 0; number < lines; number++) {
        read_line(line, number);
        split_into_views(line, views);
        count_words(counts, views.data(), views.size());
    }
}

int main(int argc, char **argv) {
    if (argc != 3) return fprintf(stderr, "usage: alloc-churn churn|reuse <lines>\n"), 2;
    Counts counts;
    for (const char *word : kWords) counts[word] = 0;
    unsigned lines = static_cast<unsigned>(atol(argv[2]));
    if (strcmp(argv[1], "churn") == 0) run_churn(lines, counts);
    else run_reuse(lines, counts);
    long total = 0;
    for (const auto &[word, count] : counts) total += count;
    printf("%ld words\n", total);
    return total == 12L * lines ? 0 : 1;
}
