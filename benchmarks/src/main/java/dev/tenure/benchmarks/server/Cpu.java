package dev.tenure.benchmarks.server;

import dev.tenure.benchmarks.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** CPU time and memory of processes, from /proc. */
public final class Cpu {

    // The kernel reports ticks of 1/100 s, independent of its clock rate.
    private static final long MICROS_PER_TICK = 10_000;

    private Cpu() {}

    /** CPU time of one process, with all its threads. */
    public static long ofProcess(long pid) {
        List<Long> ticks = ticks(pid);
        return (ticks.get(0) + ticks.get(1)) * MICROS_PER_TICK;
    }

    /** CPU time of a process, its running children, and those that ended and were waited for. */
    public static long ofTree(long pid) {
        long ticks = ticks(pid).stream().mapToLong(Long::longValue).sum();
        long children = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child ->
                        ticks(child.pid()).stream().mapToLong(Long::longValue).sum())
                .sum();
        return (ticks + children) * MICROS_PER_TICK;
    }

    /** CPU time of the programs that this process ran and that ended. */
    public static long ofEndedChildren() {
        List<Long> ticks = ticks(ProcessHandle.current().pid());
        return (ticks.get(2) + ticks.get(3)) * MICROS_PER_TICK;
    }

    /** The peak resident memory of a process, in MB. */
    public static long peakMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new BenchmarkException("the kernel does not tell VmHWM"));
        } catch (IOException e) {
            throw new BenchmarkException("the memory of process %d cannot be read".formatted(pid), e);
        }
    }

    /** Resets {@link #peakMegabytes}. */
    public static void forgetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc/%d/clear_refs".formatted(pid)), "5");
        } catch (IOException e) {
            throw new BenchmarkException("the peak memory of process %d cannot be reset".formatted(pid), e);
        }
    }

    // utime, stime, cutime, cstime: fields 14 to 17; field 2 may contain blanks, and ends with the last parenthesis.
    private static List<Long> ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Arrays.stream(fields, 11, 15).map(Long::valueOf).toList();
        } catch (IOException gone) {
            return List.of(0L, 0L, 0L, 0L);
        }
    }
}
