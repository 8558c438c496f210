// Adds up columns of a ledger and notes each sum.
//
// Planted cause: nearly all time is in addColumn, whose loop the compiler leaves without a safepoint poll; noteSum is
// cheap, but a thread can stop there. A sampler that has to stop the thread first (Thread.getAllStackTraces)
// therefore blames the place where the thread could stop. Flight Recorder and perf look without stopping it.
//
// Usage: java Ledger <seconds> [<file for the stopping sampler's folded stacks>]

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

public final class Ledger {
    private static final int ROWS = 900; // few enough for a loop without a poll inside
    private static volatile boolean stopping;
    private static long noted;

    /** The hot loop: every step needs the one before, so it cannot be made parallel. */
    private static long addColumn(long[] column, long sum) {
        for (int row = 0; row < ROWS; row++) {
            sum = (sum ^ column[row]) * 0x9E3779B97F4A7C15L;
        }
        return sum;
    }

    /** A few steps, but in a loop whose end the compiler cannot count, so a poll stands in it. */
    private static void noteSum(long sum) {
        while (sum != 0) {
            noted ^= sum;
            sum >>>= 16;
        }
    }

    private static long addLedger(long[][] columns) {
        long total = 1;
        for (long[] column : columns) {
            total = addColumn(column, total);
            noteSum(total);
        }
        return total;
    }

    private static void work(long[][] columns, long until) {
        while (System.nanoTime() < until) {
            addLedger(columns);
        }
        stopping = true;
    }

    /** What "jstack in a loop" and many old profilers do: all threads run to a safepoint first. */
    private static Map<String, Integer> sampleByStopping(Thread thread) throws InterruptedException {
        Map<String, Integer> folded = new TreeMap<>();
        while (!stopping) {
            Thread.sleep(5);
            StackTraceElement[] frames = Thread.getAllStackTraces().get(thread);
            if (frames == null || frames.length == 0) {
                continue;
            }
            String[] names = Arrays.stream(frames)
                    .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                    .toArray(String[]::new);
            StringBuilder stack = new StringBuilder("java");
            for (int i = names.length - 1; i >= 0; i--) {
                stack.append(';').append(names[i]);
            }
            folded.merge(stack.toString(), 1, Integer::sum);
        }
        return folded;
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        long[][] columns = new long[64][ROWS];
        for (int i = 0; i < columns.length; i++) {
            Arrays.setAll(columns[i], row -> row * 31L);
        }
        long until = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
        Thread worker = new Thread(() -> work(columns, until), "worker");
        worker.start();
        if (arguments.length > 1) {
            StringBuilder text = new StringBuilder();
            sampleByStopping(worker).forEach((stack, count) -> text.append(stack + " " + count + "\n"));
            Files.writeString(Path.of(arguments[1]), text);
        }
        worker.join();
        System.out.println(noted);
    }
}
