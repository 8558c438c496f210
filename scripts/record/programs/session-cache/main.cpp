// A session store that answers requests, for a profile of memory.
//
// Planted causes, one for each question: remember_session keeps a session for every new visitor and never
// drops one (what is still there at the end: a leak by design); load_report needs one big buffer for a
// moment (the peak); render_greeting makes three short strings for each request (the number of
// allocations, most of them freed at once). Three questions, three different answers.
//
// Usage: session-cache <requests>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

struct Session {
    std::string visitor;
    std::vector<char> state;
};

static std::unordered_map<long, std::unique_ptr<Session>> sessions;

/// The leak: sessions.erase is never called.
__attribute__((noinline)) static Session &remember_session(long visitor) {
    auto &session = sessions[visitor];
    if (!session) {
        session = std::make_unique<Session>();
        session->visitor = "visitor-number-" + std::to_string(visitor);
        session->state.resize(2048);
    }
    return *session;
}

/// The churn: strings that live for one request.
__attribute__((noinline)) static size_t render_greeting(const Session &session, long request) {
    std::string greeting = "Good morning, " + session.visitor + ", welcome back";
    std::string page = "<p>" + greeting + " for the " + std::to_string(request) + "th time</p>";
    return page.size();
}

/// The peak: 48 MiB, once, and only for a moment.
__attribute__((noinline)) static long load_report() {
    std::vector<long> rows(6 << 20);
    for (size_t row = 0; row < rows.size(); row++) rows[row] = static_cast<long>(row * row);
    long sum = 0;
    for (long row : rows) sum += row & 1;
    return sum;
}

__attribute__((noinline)) static size_t handle_request(long request) {
    Session &session = remember_session(request % 7 == 0 ? request : request % 100);
    return render_greeting(session, request);
}

int main(int argc, char **argv) {
    long requests = argc > 1 ? atol(argv[1]) : 1000;
    size_t bytes = 0;
    for (long request = 0; request < requests; request++) {
        bytes += handle_request(request);
        if (request == requests / 2) bytes += static_cast<size_t>(load_report()) & 1;
    }
    printf("%zu bytes, %zu sessions\n", bytes, sessions.size());
    fflush(stdout);
    _Exit(0); // without running destructors: what is kept is kept to the end
}
