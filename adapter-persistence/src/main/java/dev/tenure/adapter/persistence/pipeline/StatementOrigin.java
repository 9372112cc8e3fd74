package dev.tenure.adapter.persistence.pipeline;

import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where in the program a statement was issued. It fails later, in another method; with its origin the stack trace names
 * the repository and the use case. Only a few frames are inspected.
 */
record StatementOrigin(List<StackFrame> frames) {

    private static final int FRAMES = 8;
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final List<String> ON_THE_WAY =
            List.of(StatementOrigin.class.getPackageName() + ".", "dev.tenure.adapter.persistence.transaction.");

    /** The callers of the pipeline. */
    static StatementOrigin here() {
        return new StatementOrigin(WALKER.walk(frames ->
                frames.dropWhile(StatementOrigin::isOnTheWay).limit(FRAMES).toList()));
    }

    private static boolean isOnTheWay(StackFrame frame) {
        return ON_THE_WAY.stream().anyMatch(frame.getClassName()::startsWith);
    }

    /** Adds all origins to a failure, because the server does not name the statement that failed. */
    static void addTo(Throwable failure, Stream<StatementOrigin> origins) {
        StackTraceElement[] frames = origins.flatMap(origin -> origin.frames().stream())
                .map(StackFrame::toStackTraceElement)
                .toArray(StackTraceElement[]::new);
        if (frames.length > 0) {
            failure.addSuppressed(new SentFrom(frames));
        }
    }

    private static final class SentFrom extends RuntimeException {

        SentFrom(StackTraceElement[] frames) {
            super("the writes of this round trip were issued by");
            setStackTrace(frames);
        }
    }
}
